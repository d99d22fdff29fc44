/** So much of the digest stands in the address; enough to tell two contents apart, short enough for a small code. */
const SHOWN = 16

/** 核验网址: leads from a copy in somebody's hand to what is published under its index number now. */
export function verifyAddress(home: string, indexNumber: string, digest: string): string {
  return `${home}/verify?${new URLSearchParams({ i: indexNumber, d: digest.slice(0, SHOWN) })}`
}

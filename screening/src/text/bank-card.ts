/**
 * What cards that are used in China begin with, and how long they are: UnionPay's 62 and 60, the old debit cards of
 * the large banks, and the international schemes. Of any other long number one in ten would pass the check digit.
 */
const ISSUED = [
  /^6[02]\d{14,17}$/,
  /^95(?:58|59)\d{15}$/,
  /^(?:4367|4563|4270)\d{12,15}$/,
  /^4\d{15}$/,
  /^5[1-5]\d{14}$/,
  /^35\d{14}$/,
]

/** A number that banks issue and whose check digit is right. */
export function looksLikeCard(number: string): boolean {
  return ISSUED.some((shape) => shape.test(number)) && isCard(number)
}

/** The check digit of ISO/IEC 7812 (Luhn). */
export function isCard(number: string): boolean {
  if (!/^[3-69]\d{15,18}$/.test(number)) return false
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

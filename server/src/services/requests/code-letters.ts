// Crockford's base 32: no letter that could be taken for a digit.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A code to read out and type in, five bits of the digest a letter, in groups of four: `01AB-CDEF`. */
export function codeOf(digest: Buffer, length: number): string {
  const letters = Array.from({ length }, (_, at) => ALPHABET[fiveBits(digest, at)])
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** What was typed, as it was meant: case, spaces and dashes do not matter, nor O for 0 or I and L for 1. */
export function codeAsTyped(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '')
}

function fiveBits(digest: Buffer, at: number): number {
  const bit = at * 5
  const pair = (digest.readUInt8(bit >> 3) << 8) | digest.readUInt8((bit >> 3) + 1)
  return (pair >> (11 - (bit & 7))) & 31
}

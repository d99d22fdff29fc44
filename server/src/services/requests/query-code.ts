import { createHash } from 'node:crypto'
import type { Seal } from '../seal.ts'

// Crockford's base 32: no letter that could be taken for a digit.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 28

/**
 * 查询码: 140 bits that nobody can guess. It follows from the form's own key under a secret that is not in the
 * database, so that a retry of the same form shows the same code while only its hash is stored.
 */
export function makeQueryCode(seal: Seal, agencyId: string, filingKey: string): string {
  const digest = seal.index(`query code ${agencyId} ${filingKey}`)
  const letters = Array.from({ length: LENGTH }, (_, at) => ALPHABET[fiveBits(digest, at)])
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-')
}

/** What is stored of a code. Case, spaces and dashes do not matter, nor O for 0 or I and L for 1. */
export function hashQueryCode(code: string): Buffer {
  return createHash('sha256').update(normalised(code)).digest()
}

function normalised(code: string): string {
  return code
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

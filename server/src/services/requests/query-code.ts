import { createHash } from 'node:crypto'
import type { Seal } from '../seal.ts'
import { codeAsTyped, codeOf } from './code-letters.ts'

const LENGTH = 28

/**
 * 查询码: 140 bits that nobody can guess. It follows from the form's own key under a secret that is not in the
 * database, so that a retry of the same form shows the same code while only its hash is stored.
 */
export function makeQueryCode(seal: Seal, agencyId: string, filingKey: string): string {
  return codeOf(seal.index(`query code ${agencyId} ${filingKey}`), LENGTH)
}

/** What is stored of a code, however it was typed. */
export function hashQueryCode(code: string): Buffer {
  return createHash('sha256').update(codeAsTyped(code)).digest()
}

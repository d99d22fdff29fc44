import type { Citation } from './citation.ts'

/** A refusal: what the law says no to, in Chinese, and the article that says it. `code` is kebab-case. */
export type Refusal = Readonly<{ code: string; reason: string; basis: Citation }>

/** The law's answer to an act: granted with a value, or refused with the article. Never an exception. */
export type Ruling<T> = Readonly<{ granted: true; value: T }> | Readonly<{ granted: false; refusal: Refusal }>

export function grant<T>(value: T): Ruling<T> {
  return { granted: true, value }
}

export function refuse<T = never>(code: string, reason: string, basis: Citation): Ruling<T> {
  return { granted: false, refusal: { code, reason, basis } }
}

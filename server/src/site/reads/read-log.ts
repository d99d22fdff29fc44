import { AsyncLocalStorage } from 'node:async_hooks'
import { createHash } from 'node:crypto'

/** 一次读取: a question to the database with the rows that one may see, or a fact by its name. */
export type Read =
  | Readonly<{ kind: 'query'; text: string; values: readonly unknown[]; scope: string }>
  | Readonly<{ kind: 'fact'; name: string; key: string; field: string }>

/** What one page read, each once, with the digest of the answer. */
export type ReadLog = Map<string, Readonly<{ read: Read; digest: string }>> & { wrote?: boolean }

const current = new AsyncLocalStorage<ReadLog | undefined>()

/** Runs the making of a page; whatever it reads on the way is in the answer's log. */
export async function logged<T>(work: () => Promise<T>): Promise<Readonly<{ value: T; log: ReadLog }>> {
  const log: ReadLog = new Map()
  const value = await current.run(log, work)
  return { value, log }
}

/** Reading for all pages, that belongs to none: pages note what they take from it. */
export function unlogged<T>(work: () => T): T {
  return current.run(undefined, work)
}

export function noteRead(read: Read, answer: unknown): void {
  current.getStore()?.set(keyOf(read), { read, digest: digestOf(answer) })
}

/** The page changed something itself, like the copy of a document that is made once and kept. */
export function noteWrite(): void {
  const log = current.getStore()
  if (log !== undefined) log.wrote = true
}

export function keyOf(read: Read): string {
  return read.kind === 'fact'
    ? JSON.stringify([read.name, read.key, read.field])
    : JSON.stringify([read.text, read.values, read.scope])
}

/** 22 letters that differ when the answer does. */
export function digestOf(answer: unknown): string {
  const text = JSON.stringify(answer, (_key, value) => (value instanceof Map ? [...value] : value)) ?? ''
  return createHash('sha256').update(text).digest('base64url').slice(0, 22)
}

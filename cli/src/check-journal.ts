import { appendFileSync, existsSync, readFileSync, statSync } from 'node:fs'
import type { CheckResult } from './check-pool.ts'

type Entry = Readonly<{ key: string; result: CheckResult }>

/** 进度文件: what has been checked already, so that a long run that was broken off goes on where it stopped. */
export type Journal = Readonly<{
  /** The result of a file that has not changed since it was checked. */
  find: (file: string) => CheckResult | undefined
  keep: (result: CheckResult) => void
}>

/** A line of JSON a file; a last line that was cut off by the interruption is left out. */
export function openJournal(path: string): Journal {
  const done = new Map<string, CheckResult>()
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : []
  for (const line of lines) {
    const entry = entryOf(line)
    if (entry !== undefined) done.set(entry.key, entry.result)
  }
  const broken = lines.length > 0 && lines.at(-1) !== ''
  if (broken) appendFileSync(path, '\n')
  return {
    find: (file) => done.get(keyOf(file)),
    keep: (result) => {
      const entry: Entry = { key: keyOf(result.file), result }
      appendFileSync(path, `${JSON.stringify(entry)}\n`)
    },
  }
}

function keyOf(file: string): string {
  const { size, mtimeMs } = statSync(file)
  return `${file} ${size} ${mtimeMs}`
}

function entryOf(line: string): Entry | undefined {
  if (line === '') return undefined
  try {
    const entry = JSON.parse(line) as Partial<Entry>
    return typeof entry.key === 'string' && typeof entry.result?.file === 'string'
      ? (entry as Entry)
      : undefined
  } catch {
    return undefined
  }
}

import {
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newId } from '../new-id.ts'
import { identityOf, stillRuns } from './running-process.ts'

const BEAT = 5_000
/** Older than this, a sign of life from another machine or container is no sign of life. */
const SILENCE = 30_000

/** One process's use of the server: the last one to leave turns it off. */
export type Lease = Readonly<{ file: string; heart: NodeJS.Timeout }>

/** Notes that this process uses the server. Call it under `withLock`. */
export function takeLease(folder: string): Lease {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `${process.pid}-${newId()}`)
  writeFileSync(file, holder(), { mode: 0o600 })
  // Process numbers say nothing across containers on one volume, so there the file's age tells who lives.
  const heart = setInterval(() => touch(file), BEAT).unref()
  return { file, heart }
}

/** Gives the lease back and answers whether nobody else uses the server. Call it under `withLock`. */
export function giveBack(lease: Lease, folder: string): boolean {
  forget(lease)
  const left = leases(folder)
  for (const file of left.filter((file) => !holderLives(file))) rmSync(file, { force: true })
  return !left.some(holderLives)
}

export function forget({ heart, file }: Lease): void {
  clearInterval(heart)
  rmSync(file, { force: true })
}

/** Waits for processes on other machines or in other containers to fall silent; answers whether they did. */
export async function othersFallSilent(folder: string, patience = SILENCE + BEAT): Promise<boolean> {
  for (let waited = 0; ; waited += 500) {
    if (!leases(folder).some((file) => isElsewhere(file) && holderLives(file))) return true
    if (waited >= patience) return false
    await sleep(500)
  }
}

/** Runs `work` while no other process starts or stops the server. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      writeFileSync(file, holder(), { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    // A file just made and not yet written seems abandoned, hence the second look at its age.
    if (!holderLives(file) && ageOf(file) > 250) rmSync(file, { force: true })
    await sleep(20)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function leases(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function holder(): string {
  return `${identityOf(process.pid)}\n${place()}`
}

function holderLives(file: string): boolean {
  const text = readText(file)
  if (text === undefined) return false
  return isElsewhere(file) ? ageOf(file) < SILENCE : stillRuns(text.split('\n')[0] ?? '')
}

function isElsewhere(file: string): boolean {
  const at = readText(file)?.split('\n')[1]
  return at !== undefined && at !== place()
}

/** Where process numbers mean the same: this machine, and on Linux this container. */
function place(): string {
  try {
    return `${hostname()} ${readlinkSync('/proc/self/ns/pid')}`
  } catch {
    return hostname()
  }
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

function ageOf(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs
  } catch {
    return 0
  }
}

function touch(file: string): void {
  try {
    utimesSync(file, new Date(), new Date())
  } catch {
    // The folder was taken away; whoever did so does not want the server either.
  }
}

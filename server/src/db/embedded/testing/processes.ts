import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { mayReach } from '../server-user.ts'

const SCRIPT = fileURLToPath(new URL('./hold-server.ts', import.meta.url))
export const SMALL = { shared_buffers: '16MB' } as const

export type Holder = Readonly<{
  child: ChildProcess
  /** What the process said: it holds the server, or a sentence. */
  said: Readonly<{ pid?: number; adopted?: boolean; name?: string; sentence?: string }>
  leave(): Promise<void>
}>

/** Another process that holds the server; `as` is the account it runs under, `before` a command that wraps it. */
export async function hold(
  home: string,
  { as, before = [] }: { as?: { uid: number; gid: number }; before?: readonly string[] } = {},
): Promise<Holder> {
  const [program = '', ...args] = [...before, process.execPath, SCRIPT, home, JSON.stringify(SMALL)]
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'], cwd: '/', ...as })
  const lines = createInterface({ input: child.stderr })
  let said: Holder['said'] = {}
  for await (const line of lines) {
    if (!line.startsWith('{')) continue
    said = JSON.parse(line)
    break
  }
  return {
    child,
    said,
    async leave() {
      const gone = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined
      child.stdin.end()
      await gone
    },
  }
}

export const NOBODY = { uid: 65534, gid: 65534 }
export const isRoot = process.getuid?.() === 0
/** Other accounts can be tried only by root, and only where they may read this program. */
export const canChangeUser = isRoot && mayReach(dirname(SCRIPT), NOBODY) && mayReach(process.execPath, NOBODY)

const folders: string[] = []
export function aFolder(name = 'mingfu-embedded-'): string {
  const folder = mkdtempSync(join(tmpdir(), name))
  folders.push(folder)
  return folder
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

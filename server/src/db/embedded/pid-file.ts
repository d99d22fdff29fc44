import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commandLineOf, isAlive } from './running-process.ts'

/** What a running server says of itself in `postmaster.pid`. */
export type RunningServer = Readonly<{
  pid: number
  port: number
  socketFolder: string | undefined
  /** Set when it listens on loopback. */
  address: string | undefined
}>

/**
 * The server that runs on this very data directory. A file left by a crash names a process that is gone, or, after
 * a container restart, one that is some other program: its command line tells.
 */
export function findRunningServer(data: string): RunningServer | undefined {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, , , port, socketFolder, address] = readFileSync(file, 'utf8').split('\n')
  if (!isServerOn(Number(pid), data)) return undefined
  return {
    pid: Number(pid),
    port: Number(port),
    socketFolder: socketFolder || undefined,
    address: address || undefined,
  }
}

export function isServerOn(pid: number, data: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false
  const command = commandLineOf(pid)
  return command.includes('postgres') && command.includes(data)
}

import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  return !isZombie(pid)
}

/**
 * A process as `pid` and the moment it began: process numbers are used again, above all in containers, where a
 * restarted program often gets the number of its predecessor.
 */
export function identityOf(pid: number): string {
  return `${pid} ${beganAt(pid)}`
}

/** Whether the process that once called itself `identity` still runs. */
export function stillRuns(identity: string): boolean {
  const pid = Number(identity.split(' ')[0])
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && identityOf(pid) === identity
}

/** The command line of a process; empty when it cannot be read. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    if (process.platform === 'win32') return wmic(pid)
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

function beganAt(pid: number): string {
  try {
    if (process.platform === 'linux') return statFields(pid)[19] ?? ''
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** A dead child that nobody has waited for keeps its number and answers signals; it runs no more. */
function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false
  try {
    return statFields(pid)[0] === 'Z'
  } catch {
    return false
  }
}

/** The fields of /proc/PID/stat from the third on; the second, the program's name, may itself hold spaces. */
function statFields(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
}

function wmic(pid: number): string {
  const script = `(Get-CimInstance Win32_Process -Filter "ProcessId=${pid}").CommandLine`
  return execFileSync('powershell', ['-NoProfile', '-Command', script], { encoding: 'utf8' })
}

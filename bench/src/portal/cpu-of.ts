import { readFileSync } from 'node:fs'

/** Seconds of processor time that a process has used, its own and the kernel's for it. */
export function cpuSecondsOf(pid: number): number {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  // The unit is 1/100 s on every Linux that Node runs on.
  return (Number(fields[11]) + Number(fields[12])) / 100
}

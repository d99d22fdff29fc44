import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotDo } from '../exit-code.ts'

/** One program at a time changes a site; what a killed one left behind does not bar the next. */
export async function withSiteLock<T>(root: string, work: () => Promise<T>): Promise<T> {
  const file = join(root, 'lock')
  mkdirSync(root, { recursive: true })
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (runs(Number(readFileSync(file, 'utf8'))))
      throw new CannotDo(`另一个程序正在更新站点 ${root}，请等它完成后再试`)
    writeFileSync(file, String(process.pid))
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}

function runs(pid: number): boolean {
  if (!(pid > 0) || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

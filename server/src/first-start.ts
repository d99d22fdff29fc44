import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotStart } from './db/embedded/cannot-start.ts'
import { isEmptyInstallation, seedDemonstration } from './demonstration/seed-demonstration.ts'
import type { Runtime } from './runtime.ts'

/** An account of the demonstration, with the password that was made for it. */
export type DemonstrationLogin = Readonly<{
  login: string
  name: string
  password: string
  roles: readonly string[]
}>

/** Fills an installation that has nothing in it with the demonstration office; answers whether it did. */
export async function seedOnce(runtime: Runtime): Promise<boolean> {
  const unfinished = join(runtime.home, 'demonstration-unfinished')
  if (existsSync(unfinished)) {
    throw new CannotStart(
      `上一次写入示范数据没有完成，数据不完整。请删除数据目录 ${runtime.home} 后重新启动，或用 MINGFU_HOME 指定另一个目录。`,
    )
  }
  if (!(await isEmptyInstallation(runtime))) return false
  // Many transactions, one for each verb: a process killed in between leaves half a year behind.
  writeFileSync(unfinished, '')
  const logins = await seedDemonstration(runtime)
  writeFileSync(loginsFile(runtime.home), `${JSON.stringify(logins, null, 2)}\n`, { mode: 0o600 })
  rmSync(unfinished)
  return true
}

/** The demonstration's accounts, as they were made; empty in an installation of one's own. */
export function demonstrationLogins(home: string): readonly DemonstrationLogin[] {
  if (!existsSync(loginsFile(home))) return []
  return JSON.parse(readFileSync(loginsFile(home), 'utf8'))
}

function loginsFile(home: string): string {
  return join(home, 'demonstration-logins.json')
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { CannotStart } from '../db/embedded/cannot-start.ts'
import { openRuntime, type Runtime } from '../runtime.ts'

/** Opens an installation that is there; a command that only looks must not create one by a mistyped path. */
export async function openExisting(config: Config): Promise<Runtime> {
  if (!hasData(config)) throw new CannotStart(nothingHere(config))
  return openRuntime(config, { log: () => undefined })
}

export function hasData({ databaseUrl, home }: Config): boolean {
  return databaseUrl !== undefined || existsSync(join(home, 'postgres', 'data'))
}

export function nothingHere({ home }: Config): string {
  return `数据目录 ${home} 中还没有数据，请先执行 npm start，或者用 MINGFU_HOME 指定数据目录。`
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { CannotStart } from '../db/embedded/cannot-start.ts'
import { openRuntime, type Runtime } from '../runtime.ts'
import { examine } from './examine.ts'
import { examineHome } from './examine-home.ts'
import { type Finding, fault } from './finding.ts'

/** `mingfu doctor`: what is wrong with this installation, one finding after another. Changes nothing unless asked. */
export async function* doctor(config: Config, { repair = false } = {}): AsyncGenerator<Finding> {
  if (!existsSync(config.home) || !hasDatabase(config)) {
    yield fault(
      'data-directory',
      `数据目录 ${config.home} 中还没有数据，请先执行 npm start，或者用 MINGFU_HOME 指定数据目录。`,
    )
    return
  }
  yield* examineHome(config.home)
  let runtime: Runtime
  try {
    runtime = await openRuntime(config, { migrate: false, log: () => undefined })
  } catch (error) {
    if (!(error instanceof CannotStart)) throw error
    yield fault('database', error.message)
    return
  }
  try {
    yield* examine(runtime, { repair })
  } finally {
    await runtime.close()
  }
}

function hasDatabase({ databaseUrl, home }: Config): boolean {
  return databaseUrl !== undefined || existsSync(join(home, 'postgres', 'data'))
}

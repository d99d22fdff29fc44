import type { Config } from '../config.ts'
import { CannotStart } from '../db/embedded/cannot-start.ts'
import { openRuntime, type Runtime } from '../runtime.ts'
import { examine } from './examine.ts'
import { examineHome } from './examine-home.ts'
import { hasData, nothingHere } from './existing.ts'
import { type Finding, fault } from './finding.ts'

/** `mingfu doctor`: what is wrong with this installation, one finding after another. Changes nothing unless asked. */
export async function* doctor(config: Config, { repair = false } = {}): AsyncGenerator<Finding> {
  if (!hasData(config)) {
    yield fault('data-directory', nothingHere(config))
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

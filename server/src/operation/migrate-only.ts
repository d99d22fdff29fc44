import type { Config } from '../config.ts'
import { bringUpToDate, whatIsMissing } from '../db/bring-up-to-date.ts'
import { reachDatabase } from '../runtime.ts'

/** `mingfu migrate`: brings the schema up to date and answers what was run; with `dryRun`, what would be. */
export async function migrateOnly(config: Config, { dryRun = false } = {}): Promise<readonly string[]> {
  const database = await reachDatabase(config, () => undefined)
  try {
    return dryRun ? await whatIsMissing(database.owner) : await bringUpToDate(database.owner)
  } finally {
    await database.leave()
  }
}

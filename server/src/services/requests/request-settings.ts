import { DEFAULT_SETTINGS, type Settings } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { REQUEST_SETTINGS } from '../../db/setting-key.ts'

/** 办理口径: the readings of the law that an agency has set, over the defaults. */
export async function readRequestSettings(tx: Tx, agencyId: string): Promise<Settings> {
  const row = await tx
    .selectFrom('setting')
    .select('value')
    .where('agency_id', '=', agencyId)
    .where('key', '=', REQUEST_SETTINGS)
    .executeTakeFirst()
  return { ...DEFAULT_SETTINGS, ...((row?.value as Partial<Settings> | undefined) ?? {}) }
}

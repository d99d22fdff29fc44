import type { Tx } from '../../db/database.ts'

/** 提醒设置 of an agency, over what the installation has configured. */
export type MessageSettings = Readonly<{
  mail: boolean
  sms: boolean
  /** Whether staff are written to as well. */
  staff: boolean
  /** 落款: the name under a message; empty for the agency's short name. */
  signature: string
}>

const KEY = 'message-settings'
const DEFAULTS: MessageSettings = { mail: true, sms: true, staff: true, signature: '' }

export async function readMessageSettings(t: Tx, agencyId: string): Promise<MessageSettings> {
  const row = await t
    .selectFrom('setting')
    .select('value')
    .where('agency_id', '=', agencyId)
    .where('key', '=', KEY)
    .executeTakeFirst()
  return { ...DEFAULTS, ...((row?.value as Partial<MessageSettings> | undefined) ?? {}) }
}

export async function writeMessageSettings(
  t: Tx,
  agencyId: string,
  settings: MessageSettings,
  changed: Readonly<{ at: Date; by: string | null }>,
): Promise<void> {
  const values = { value: JSON.stringify(settings), changed_at: changed.at, changed_by: changed.by }
  await t
    .insertInto('setting')
    .values({ agency_id: agencyId, key: KEY, ...values })
    .onConflict((conflict) => conflict.columns(['agency_id', 'key']).doUpdateSet(values))
    .execute()
}

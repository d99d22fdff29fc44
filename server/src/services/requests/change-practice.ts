import { DEFAULT_SETTINGS, readSettings, regionsOf, type Settings } from '@mingfu/law'
import { enqueue } from '../../db/enqueue.ts'
import { REQUEST_SETTINGS } from '../../db/setting-key.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { readRequestSettings } from './request-settings.ts'

export type ChangePractice = Readonly<{ agencyId: string; settings: Readonly<Record<string, unknown>> }>

/** Every process reads the settings anew within a minute; deadlines are computed again when all have. */
const UNTIL_ALL_KNOW = 90_000

/** 修改办理口径: from now on open cases are read by it, and their deadlines are computed again. */
export async function changePractice(ctx: Context, { agencyId, settings }: ChangePractice): Promise<void> {
  allow(ctx.actor, 'manage-agency')
  const ruling = readSettings(settings)
  if (!ruling.granted) throw new Invalid(ruling.refusal.reason)
  const wanted = ruling.value
  await tx(ctx, async (t) => {
    const before = await readRequestSettings(t, agencyId)
    refuseUnknownRegion(ctx, wanted, before)
    const value = JSON.stringify(differingFrom(wanted, DEFAULT_SETTINGS))
    const changedBy = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
    const row = { value, changed_at: ctx.now, changed_by: changedBy }
    await t
      .insertInto('setting')
      .values({ agency_id: agencyId, key: REQUEST_SETTINGS, ...row })
      .onConflict((conflict) => conflict.columns(['agency_id', 'key']).doUpdateSet(row))
      .execute()
    await enqueue(
      t,
      'recompute-deadlines',
      { agencyId },
      { after: new Date(ctx.now.getTime() + UNTIL_ALL_KNOW) },
    )
    await recordAudit(t, ctx, {
      agencyId,
      action: 'change-practice',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { from: differingFrom(before, wanted), to: differingFrom(wanted, before) },
    })
  })
}

/** A region counts by its notices; one without any would be a setting that does nothing. */
function refuseUnknownRegion(ctx: Context, wanted: Settings, before: Settings): void {
  const known = [...regionsOf(ctx.importedNotices), ...before.regionalHolidays]
  const unknown = wanted.regionalHolidays.filter((region) => !known.includes(region))
  if (unknown.length === 0) return
  const sentence = `还没有导入${unknown.join('、')}的放假通知，请先在工作日历中导入`
  throw new Invalid(sentence, { regionalHolidays: sentence })
}

function differingFrom(settings: Settings, other: Settings): Partial<Settings> {
  const entries = Object.entries(settings).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(other[name as keyof Settings]),
  )
  return Object.fromEntries(entries)
}

import type { ScreeningFinding } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { allowBriefing, allowUnit } from './briefing-access.ts'
import type { BriefingItem } from './briefing-item.ts'
import {
  type BriefingEvent,
  type Credit,
  findItem,
  listBriefingEvents,
  readCredits,
} from './briefing-store.ts'
import { type ItemFile, listItemFiles } from './item-files.ts'
import { type Qualities, qualitiesOf } from './qualities.ts'
import { screenBriefing } from './screen-briefing.ts'

/** A 政务信息 with its course, what it earned, what the check says, and its measures as facts. */
export type BriefingFile = BriefingItem &
  Readonly<{
    unitName: string
    callTopic: string | null
    likeTitle: string | null
    events: readonly BriefingEvent[]
    credits: readonly Credit[]
    files: readonly ItemFile[]
    findings: readonly ScreeningFinding[]
    qualities: Qualities | null
  }>

export async function getItem(
  ctx: Context,
  what: Readonly<{ agencyId: string; itemId: string }>,
): Promise<BriefingFile> {
  allowBriefing(ctx, 'read-briefings', what.agencyId)
  return tx(ctx, async (t) => {
    const item = await findItem(t, what)
    if (item === undefined) throw new NotFound('这条政务信息')
    allowUnit(ctx.actor, item.unitId)
    const { agencyId, unitId, callId, likeItemId } = item
    const unit = await t
      .selectFrom('department')
      .select('name')
      .where('agency_id', '=', agencyId)
      .where('department_id', '=', unitId)
      .executeTakeFirst()
    const call =
      callId === null
        ? undefined
        : await t
            .selectFrom('briefing_call')
            .select('topic')
            .where('agency_id', '=', agencyId)
            .where('call_id', '=', callId)
            .executeTakeFirst()
    const like = likeItemId === null ? undefined : await findItem(t, { agencyId, itemId: likeItemId })
    const events = await listBriefingEvents(t, what)
    return {
      ...item,
      unitName: unit?.name ?? '',
      callTopic: call?.topic ?? null,
      likeTitle: like?.submittedTitle ?? null,
      events,
      credits: await readCredits(t, agencyId, { itemId: what.itemId }),
      files: await listItemFiles(t, what),
      findings: await screenBriefing(t, ctx, item),
      qualities: qualitiesOf(item, events),
    }
  })
}

import type { ScoreKind } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { NotFound, Stale } from '../../errors.ts'
import type { Context } from '../context.ts'
import { type LoggedEvent, listEvents, type RecordedEvent, recordEvent } from '../event-log.ts'
import { type BriefingItem, itemOf } from './briefing-item.ts'

export type OnItem = Readonly<{ agencyId: string; itemId: string; version: number }>

export async function lockItem(t: Tx, what: OnItem): Promise<BriefingItem> {
  const row = await t
    .selectFrom('briefing_item')
    .selectAll()
    .where('agency_id', '=', what.agencyId)
    .where('item_id', '=', what.itemId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这条政务信息')
  if (row.version !== what.version) throw new Stale('这条政务信息')
  return itemOf(row)
}

export async function findItem(
  t: Tx,
  { agencyId, itemId }: Readonly<{ agencyId: string; itemId: string }>,
): Promise<BriefingItem | undefined> {
  const row = await t
    .selectFrom('briefing_item')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('item_id', '=', itemId)
    .executeTakeFirst()
  return row && itemOf(row)
}

/** 办理经过: what happened to an item; the list is only added to. */
type BriefingEventKind =
  | 'drafted'
  | 'written'
  | 'submitted'
  | 'edited'
  | 'returned'
  | 'declined'
  | 'adopted'
  | 'instructed'
  | 'deducted'
  | 'credit-cancelled'

type Change = Partial<{
  kind: string
  call_id: string | null
  department_id: string
  title: string
  body: string
  author: string
  signed_by: string
  event_at: Date | null
  state: string
  number: string
  submitted_at: Date
  submitted_title: string
  submitted_body: string
  likeness: string | null
  like_item_id: string | null
  facts_corrected: string
}>

/** Writes a change, one version on, and what was done. Answers the new version. */
export async function changeItem(
  t: Tx,
  ctx: Context,
  { agencyId, itemId, version }: Pick<BriefingItem, 'agencyId' | 'itemId' | 'version'>,
  change: Change,
  event: LoggedEvent<BriefingEventKind>,
): Promise<number> {
  await t
    .updateTable('briefing_item')
    .set({ ...change, version: version + 1 })
    .where('agency_id', '=', agencyId)
    .where('item_id', '=', itemId)
    .execute()
  await recordBriefingEvent(t, ctx, { agencyId, itemId }, event)
  return version + 1
}

export function recordBriefingEvent(
  t: Tx,
  ctx: Context,
  { agencyId, itemId }: Readonly<{ agencyId: string; itemId: string }>,
  event: LoggedEvent<BriefingEventKind>,
): Promise<void> {
  return recordEvent(t, ctx, 'briefing', { agencyId, id: itemId }, event)
}

export type BriefingEvent = RecordedEvent<BriefingEventKind>

export function listBriefingEvents(
  t: Tx,
  { agencyId, itemId }: Readonly<{ agencyId: string; itemId: string }>,
): Promise<readonly BriefingEvent[]> {
  return listEvents(t, 'briefing', { agencyId, id: itemId })
}

/** 采用、批示、扣分 with the points of its day; a cancelled one is shown and not counted. */
export type Credit = Readonly<{
  creditId: string
  unitId: string
  itemId: string | null
  kind: ScoreKind
  level: string
  label: string
  detail: string
  on: string
  points: number
  recordedBy: string
  cancelledFor: string | null
}>

export async function readCredits(
  t: Tx,
  agencyId: string,
  where: Readonly<{ itemId?: string; from?: string; to?: string }>,
): Promise<readonly Credit[]> {
  let query = t
    .selectFrom('briefing_credit')
    .select(['credit_id', 'department_id', 'item_id', 'kind', 'level', 'label', 'detail', 'on_day', 'points'])
    .select(['recorded_by', 'cancelled_for'])
    .where('agency_id', '=', agencyId)
  if (where.itemId !== undefined) query = query.where('item_id', '=', where.itemId)
  if (where.from !== undefined) query = query.where('on_day', '>=', where.from)
  if (where.to !== undefined) query = query.where('on_day', '<=', where.to)
  const rows = await query.orderBy('on_day').orderBy('credit_id').limit(20_000).execute()
  return rows.map((row) => ({
    creditId: row.credit_id,
    unitId: row.department_id,
    itemId: row.item_id,
    kind: row.kind as ScoreKind,
    level: row.level,
    label: row.label,
    detail: row.detail,
    on: row.on_day,
    points: Number(row.points),
    recordedBy: row.recorded_by,
    cancelledFor: row.cancelled_for,
  }))
}

import type { BriefingKind, BriefingState } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowBriefing, ownUnitOnly } from './briefing-access.ts'

export type BriefingRow = Readonly<{
  itemId: string
  number: string | null
  kind: BriefingKind
  unitId: string
  unitName: string
  title: string
  state: BriefingState
  submittedAt: Date | null
  /** Sum of what was credited and not cancelled. */
  points: number
}>

export type ListItems = Readonly<{
  agencyId: string
  state?: BriefingState
  kind?: BriefingKind
  unitId?: string
  callId?: string
  title?: string
  cursor?: string
}>

const PAGE = 50

/** 政务信息 in every state, newest first; a unit's clerk sees those of the unit. */
export async function listItems(
  ctx: Context,
  filter: ListItems,
): Promise<Readonly<{ items: readonly BriefingRow[]; next: string | null }>> {
  allowBriefing(ctx, 'read-briefings', filter.agencyId)
  const own = ownUnitOnly(ctx.actor)
  return tx(ctx, async (t) => {
    let query = t
      .selectFrom('briefing_item as item')
      .innerJoin('department as unit', (join) =>
        join
          .onRef('unit.agency_id', '=', 'item.agency_id')
          .onRef('unit.department_id', '=', 'item.department_id'),
      )
      .select(['item.item_id', 'item.number', 'item.kind', 'item.department_id', 'unit.name', 'item.title'])
      .select(['item.state', 'item.submitted_at'])
      .select((eb) =>
        eb
          .selectFrom('briefing_credit as credit')
          .select(({ fn }) => fn.sum('credit.points').as('points'))
          .whereRef('credit.agency_id', '=', 'item.agency_id')
          .whereRef('credit.item_id', '=', 'item.item_id')
          .where('credit.cancelled_at', 'is', null)
          .as('points'),
      )
      .where('item.agency_id', '=', filter.agencyId)
    if (own !== null) query = query.where('item.department_id', '=', own)
    if (filter.state !== undefined) query = query.where('item.state', '=', filter.state)
    if (filter.kind !== undefined) query = query.where('item.kind', '=', filter.kind)
    if (filter.unitId !== undefined) query = query.where('item.department_id', '=', filter.unitId)
    if (filter.callId !== undefined) query = query.where('item.call_id', '=', filter.callId)
    if (filter.title !== undefined && filter.title.trim() !== '') {
      query = query.where('item.title', 'ilike', `%${filter.title.trim().replace(/[\\%_]/g, '\\$&')}%`)
    }
    // Ids rise with time, so they are the cursor.
    if (filter.cursor !== undefined && /^[0-9a-f-]{36}$/.test(filter.cursor)) {
      query = query.where('item.item_id', '<', filter.cursor)
    }
    const rows = await query
      .orderBy('item.item_id', 'desc')
      .limit(PAGE + 1)
      .execute()
    const shown = rows.slice(0, PAGE)
    return {
      items: shown.map((row) => ({
        itemId: row.item_id,
        number: row.number,
        kind: row.kind as BriefingKind,
        unitId: row.department_id,
        unitName: row.name,
        title: row.title,
        state: row.state as BriefingState,
        submittedAt: row.submitted_at,
        points: Number(row.points ?? 0),
      })),
      next: rows.length > PAGE ? (shown.at(-1)?.item_id ?? null) : null,
    }
  })
}

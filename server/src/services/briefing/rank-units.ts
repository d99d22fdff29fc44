import { type PlainDate, rankUnits as rankByLaw, type UnitStanding } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowBriefing } from './briefing-access.ts'
import { readCredits } from './briefing-store.ts'
import { readScores } from './score-rules.ts'

export type Standing = UnitStanding & Readonly<{ name: string }>

export type Ranking = Readonly<{
  year: number
  /** A month of it, or the whole year. */
  month: number | null
  /** 分值表 in force, by which the base points are counted. */
  rulesVersion: number
  standings: readonly Standing[]
}>

/** 通报: the units of a month or a year by points. */
export async function rankUnits(
  ctx: Context,
  { agencyId, year, month }: Readonly<{ agencyId: string; year: number; month: number | null }>,
): Promise<Ranking> {
  allowBriefing(ctx, 'read-briefings', agencyId)
  return tx(ctx, async (t) => {
    const { version, scores } = await readScores(t, agencyId)
    const months = monthsOf(year, month)
    const [from, to] = [`${months[0]}-01`, `${year}-12-31`]
    const units = await t
      .selectFrom('department')
      .select(['department_id', 'name', 'is_active'])
      .where('agency_id', '=', agencyId)
      .orderBy('sort_order')
      .execute()
    const submitted = await submittedIn(t, agencyId, year)
    const credits = (await readCredits(t, agencyId, { from, to }))
      .filter(({ cancelledFor }) => cancelledFor === null)
      .map(({ unitId, on, kind, points }) => ({ unitId, on: on as PlainDate, kind, points }))
    // A unit closed since stands in the ranking as long as it has something in it.
    const told = units.filter(
      ({ department_id: id, is_active: active }) =>
        active || [...submitted, ...credits].some(({ unitId }) => unitId === id),
    )
    const ranked = rankByLaw(
      told.map(({ department_id: id }) => id),
      months,
      { submitted, credits },
      scores,
    )
    const names = new Map(units.map(({ department_id: id, name }) => [id, name]))
    return {
      year,
      month,
      rulesVersion: version,
      standings: ranked.map((one) => ({ ...one, name: names.get(one.unitId) ?? '' })),
    }
  })
}

function monthsOf(year: number, month: number | null): readonly string[] {
  const all = Array.from({ length: 12 }, (_, index) => index + 1)
  return all
    .filter((one) => month === null || one === month)
    .map((one) => `${year}-${String(one).padStart(2, '0')}`)
}

async function submittedIn(t: Tx, agencyId: string, year: number) {
  const on = sql<PlainDate>`(submitted_at at time zone 'Asia/Shanghai')::date::text`
  const rows = await t
    .selectFrom('briefing_item')
    .select(['department_id', on.as('on_day')])
    .where('agency_id', '=', agencyId)
    .where('submitted_at', 'is not', null)
    .where(on, '>=', `${year}-01-01` as PlainDate)
    .where(on, '<=', `${year}-12-31` as PlainDate)
    .execute()
  return rows.map(({ department_id: unitId, on_day: submittedOn }) => ({ unitId, submittedOn }))
}

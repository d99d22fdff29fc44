import type { BriefingLevel, ScoreKind } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export type BriefingFact = Readonly<{ id: string; number: string; title: string; on: string }>

/** 政务信息 of a year in numbers that can be opened: what was handed in, adopted, annotated, and printed. */
export type BriefingYear = Readonly<{
  submitted: readonly BriefingFact[]
  credits: readonly (BriefingFact & Readonly<{ kind: ScoreKind; level: BriefingLevel }>)[]
  bulletins: readonly BriefingFact[]
}>

export async function briefingYear(t: Tx, agencyId: string, year: number): Promise<BriefingYear> {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`]
  const on = sql<string>`(submitted_at at time zone 'Asia/Shanghai')::date::text`
  const submitted = await t
    .selectFrom('briefing_item')
    .select(['item_id', 'number', 'title', on.as('on_day')])
    .where('agency_id', '=', agencyId)
    .where('submitted_at', 'is not', null)
    .where(on, '>=', from)
    .where(on, '<=', to)
    .orderBy('submitted_at')
    .execute()
  const credits = await t
    .selectFrom('briefing_credit as credit')
    .innerJoin('briefing_item as item', (join) =>
      join.onRef('item.agency_id', '=', 'credit.agency_id').onRef('item.item_id', '=', 'credit.item_id'),
    )
    .select(['item.item_id', 'item.number', 'item.title', 'credit.kind', 'credit.level', 'credit.on_day'])
    .where('credit.agency_id', '=', agencyId)
    .where('credit.cancelled_at', 'is', null)
    .where('credit.on_day', '>=', from)
    .where('credit.on_day', '<=', to)
    .orderBy('credit.on_day')
    .execute()
  const bulletins = await t
    .selectFrom('briefing_bulletin')
    .select(['bulletin_id', 'paper', 'issue', 'issued_on'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .orderBy('issued_on')
    .orderBy('issue')
    .execute()
  return {
    submitted: submitted.map((row) => ({
      id: row.item_id,
      number: row.number ?? '',
      title: row.title,
      on: row.on_day,
    })),
    credits: credits.map((row) => ({
      id: row.item_id,
      number: row.number ?? '',
      title: row.title,
      on: row.on_day,
      kind: row.kind as ScoreKind,
      level: row.level as BriefingLevel,
    })),
    bulletins: bulletins.map((row) => ({
      id: row.bulletin_id,
      number: `第${row.issue}期`,
      title: row.paper,
      on: row.issued_on ?? '',
    })),
  }
}

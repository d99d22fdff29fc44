import {
  type CellId,
  type Channel,
  type ContentKind,
  cellsOf,
  type FormatId,
  type KeyAreaId,
  type PlainDate,
  plainDate,
} from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { Agency } from '../../agencies/find-agency.ts'
import { type BriefingYear, briefingYear } from '../../briefing/briefing-year.ts'
import type { YearPractice } from '../../context.ts'
import { type ActivitiesOfYear, activitiesOfYear } from '../../oversight/list-activities.ts'
import { findReport } from '../annual-report-store.ts'
import { cellsOfReport } from '../assemble-report.ts'
import { countYear } from '../count-year.ts'
import type { FactMember } from './span.ts'

export type PublishedFact = FactMember & Readonly<{ content: ContentKind; keyAreas: readonly KeyAreaId[] }>
export type ReceivedFact = FactMember & Readonly<{ channel: Channel }>
export type FeeFact = FactMember & Readonly<{ yuan: number }>

/** Everything that sections one, five and six can be told from. */
export type YearFacts = ActivitiesOfYear &
  Readonly<{
    year: number
    isGovernment: boolean
    format: FormatId
    cells: ReadonlyMap<CellId, string>
    /** Cells of last year's published report of the same format. */
    prior: ReadonlyMap<CellId, string> | undefined
    published: readonly PublishedFact[]
    received: readonly ReceivedFact[]
    /** Answered in the year after the term had run out. */
    late: readonly FactMember[]
    /** 公开前保密审查 of the year, a document a line. */
    reviewed: readonly FactMember[]
    feesPaid: readonly FeeFact[]
    /** 政务信息报送, apart from 政府信息. */
    briefings: BriefingYear
  }>

/** 取数: reads the facts of a year from cases, documents, records and the counted tables. */
export async function yearFacts(
  tx: Tx,
  agency: Agency,
  year: number,
  format: FormatId,
  practice: YearPractice,
): Promise<YearFacts> {
  const { agencyId } = agency
  const { cells } = await countYear(tx, agencyId, year, format, practice)
  const before = await findReport(tx, agencyId, year - 1)
  const ids = cellsOf(format).map(({ id }) => id)
  const prior =
    before?.state === 'published' && before.format === format ? cellsOfReport(before.content, ids) : undefined
  return {
    year,
    isGovernment: agency.orgType === 'government',
    format,
    cells,
    prior,
    published: await publishedIn(tx, agencyId, year),
    received: await receivedIn(tx, agencyId, year),
    late: await lateIn(tx, agencyId, year),
    reviewed: await reviewedIn(tx, agencyId, year),
    feesPaid: await feesPaidIn(tx, agencyId, year),
    briefings: await briefingYear(tx, agencyId, year),
    ...(await activitiesOfYear(tx, agencyId, year)),
  }
}

/** First and last day. */
function days(year: number): readonly [PlainDate, PlainDate] {
  return [plainDate(year, 1, 1), plainDate(year, 12, 31)]
}

async function publishedIn(tx: Tx, agencyId: string, year: number): Promise<readonly PublishedFact[]> {
  const [from, to] = days(year)
  const on = sql<string>`(published_at at time zone 'Asia/Shanghai')::date`
  const rows = await tx
    .selectFrom('document')
    .select(['document_id', 'document_number', 'title', 'kind', 'key_areas'])
    .select(sql<string>`${on}::text`.as('published_on'))
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .where(on, '>=', from)
    .where(on, '<=', to)
    .orderBy('published_at')
    .execute()
  return rows.map((row) => ({
    kind: 'document',
    id: row.document_id,
    number: row.document_number ?? '',
    title: row.title,
    on: row.published_on,
    content: row.kind as ContentKind,
    keyAreas: row.key_areas as KeyAreaId[],
  }))
}

async function receivedIn(tx: Tx, agencyId: string, year: number): Promise<readonly ReceivedFact[]> {
  const [from, to] = days(year)
  const rows = await tx
    .selectFrom('request')
    .select(['request_id', 'number', 'description', 'received_on', 'channel'])
    .where('agency_id', '=', agencyId)
    .where('set_aside_at', 'is', null)
    .where('received_on', '>=', from)
    .where('received_on', '<=', to)
    .orderBy('received_on')
    .execute()
  return rows.map((row) => ({ ...member(row, row.received_on), channel: row.channel as Channel }))
}

async function lateIn(tx: Tx, agencyId: string, year: number): Promise<readonly FactMember[]> {
  const [from, to] = days(year)
  const rows = await tx
    .selectFrom('request')
    .select(['request_id', 'number', 'description', 'result_on'])
    .where('agency_id', '=', agencyId)
    .where('result_on', '>=', from)
    .where('result_on', '<=', to)
    .whereRef('result_on', '>', 'due_on')
    .orderBy('result_on')
    .execute()
  return rows.map((row) => member(row, row.result_on))
}

async function reviewedIn(tx: Tx, agencyId: string, year: number): Promise<readonly FactMember[]> {
  const [from, to] = days(year)
  const on = sql<string>`(reviewed_at at time zone 'Asia/Shanghai')::date`
  const rows = await tx
    .selectFrom('secrecy_review as review')
    .innerJoin('document', (join) =>
      join
        .onRef('document.agency_id', '=', 'review.agency_id')
        .onRef('document.document_id', '=', 'review.document_id'),
    )
    .select(['review.document_id', 'review.form_number', 'document.title'])
    .select(sql<string>`${on}::text`.as('reviewed_on'))
    .where('review.agency_id', '=', agencyId)
    .where(on, '>=', from)
    .where(on, '<=', to)
    .orderBy('review.reviewed_at')
    .execute()
  return rows.map((row) => ({
    kind: 'document',
    id: row.document_id,
    number: row.form_number,
    title: row.title,
    on: row.reviewed_on,
  }))
}

/** 信息处理费: what was paid in the year, at the amount of the notice. */
async function feesPaidIn(tx: Tx, agencyId: string, year: number): Promise<readonly FeeFact[]> {
  const [from, to] = days(year)
  const rows = await tx
    .selectFrom('request_event as paid')
    .innerJoin('request_event as notice', (join) =>
      join
        .onRef('notice.agency_id', '=', 'paid.agency_id')
        .onRef('notice.request_id', '=', 'paid.request_id')
        .on('notice.kind', '=', 'fee-noticed'),
    )
    .innerJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'paid.agency_id')
        .onRef('request.request_id', '=', 'paid.request_id'),
    )
    .select(['request.request_id', 'request.number', 'request.description', 'paid.occurred_on'])
    .select(sql<string>`notice.facts ->> 'amountInYuan'`.as('yuan'))
    .where('paid.agency_id', '=', agencyId)
    .where('paid.kind', '=', 'fee-paid')
    .where('paid.occurred_on', '>=', from)
    .where('paid.occurred_on', '<=', to)
    .orderBy('paid.occurred_on')
    .execute()
  return rows.map((row) => ({ ...member(row, row.occurred_on), yuan: Number(row.yuan) }))
}

function member(
  row: Readonly<{ request_id: string; number: string; description: string }>,
  on: string | null,
): FactMember {
  return {
    kind: 'request',
    id: row.request_id,
    number: row.number,
    title: row.description.slice(0, 60),
    on: on ?? '',
  }
}

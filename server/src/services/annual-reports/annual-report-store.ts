import type { FormatId } from '@mingfu/law'
import type { Report } from '@mingfu/report'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { actorId, actorName, type Context } from '../context.ts'

/** 判定: what a person said of a finding, by name. */
export type Waiver = Readonly<{
  rule: string
  cells: readonly string[]
  reason: string
  by: string
  on: string
  /** Finds the finding again; explanations of earlier versions have none and go by rule and cells. */
  fingerprint?: string
  /** An explanation unless said otherwise. */
  verdict?: 'confirmed' | 'explained'
}>

export type StoredReport = Readonly<{
  reportId: string
  year: number
  format: FormatId
  state: 'draft' | 'published'
  content: Report
  waivers: readonly Waiver[]
  publishedAt: Date | null
  version: number
}>

const COLUMNS = [
  'report_id',
  'year',
  'format',
  'state',
  'content',
  'waivers',
  'published_at',
  'version',
] as const

export async function findReport(tx: Tx, agencyId: string, year: number): Promise<StoredReport | undefined> {
  const row = await tx
    .selectFrom('annual_report')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .executeTakeFirst()
  return row && fromRow(row)
}

/** The report with its row locked, made as an empty draft when there is none yet. */
export async function lockReport(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  year: number,
  format: FormatId,
): Promise<StoredReport> {
  await tx
    .insertInto('annual_report')
    .values({
      agency_id: agencyId,
      report_id: newId(),
      year,
      format,
      state: 'draft',
      content: JSON.stringify({ meta: {}, tables: {} }),
      created_by: actorId(ctx.actor),
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'year']).doNothing())
    .execute()
  const row = await tx
    .selectFrom('annual_report')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return fromRow(row)
}

export async function listReports(tx: Tx, agencyId: string): Promise<readonly StoredReport[]> {
  const rows = await tx
    .selectFrom('annual_report')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(fromRow)
}

type Change = Readonly<{
  content?: Report
  waivers?: readonly Waiver[]
  state?: 'published'
  publishedAt?: Date
}>

/** Writes a change with its event, and answers the new version. */
export async function changeReport(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  report: StoredReport,
  event: Readonly<{ kind: string; facts: Readonly<Record<string, unknown>> }>,
  change: Change,
): Promise<number> {
  const version = report.version + 1
  await tx
    .updateTable('annual_report')
    .set({
      version,
      ...(change.content === undefined ? {} : { content: JSON.stringify(change.content) }),
      ...(change.waivers === undefined ? {} : { waivers: JSON.stringify(change.waivers) }),
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.publishedAt === undefined ? {} : { published_at: change.publishedAt }),
    })
    .where('agency_id', '=', agencyId)
    .where('report_id', '=', report.reportId)
    .execute()
  await tx
    .insertInto('annual_report_event')
    .values({
      agency_id: agencyId,
      report_id: report.reportId,
      seq: version,
      kind: event.kind,
      facts: JSON.stringify(event.facts),
      actor: actorName(ctx.actor),
      actor_id: actorId(ctx.actor),
    })
    .execute()
  return version
}

export async function readFigures(
  tx: Tx,
  agencyId: string,
  year: number,
): Promise<ReadonlyMap<string, { value: string; source: string }>> {
  const rows = await tx
    .selectFrom('yearly_figure')
    .select(['measure', 'value', 'source'])
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .execute()
  return new Map(rows.map(({ measure, value, source }) => [measure, { value: plain(value), source }]))
}

/** PostgreSQL prints all four decimals; a person typed `12`, so `12` it is. */
function plain(value: string): string {
  return value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value
}

type Row = Readonly<{
  report_id: string
  year: number
  format: string
  state: string
  content: unknown
  waivers: unknown
  published_at: Date | null
  version: number
}>

function fromRow(row: Row): StoredReport {
  return {
    reportId: row.report_id,
    year: row.year,
    format: row.format as FormatId,
    state: row.state as StoredReport['state'],
    content: row.content as Report,
    waivers: row.waivers as readonly Waiver[],
    publishedAt: row.published_at,
    version: row.version,
  }
}

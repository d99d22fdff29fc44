import { type CellId, cellName, type FormatId, formatForYear, isCellId } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readable, readableAmong } from '../requests/reading/readable-cases.ts'
import { yearInHand } from './draft-of.ts'

export type CellMember = Readonly<{
  kind: 'request' | 'dispute' | 'document'
  id: string
  number: string
  title: string
  on: string
}>

export type BehindCell = Readonly<{
  cellId: CellId
  label: string
  value: string
  members: readonly CellMember[]
  /** Counted too, and outside what the reader may know. */
  outOfScope: number
}>

/** 点开一个单元格: the applications, disputes or documents that it counts, as far as the reader may know of them. */
export function casesBehindCell(
  ctx: Context,
  input: { agencyId: string; year: number; cellId: string; format?: FormatId | undefined },
): Promise<BehindCell> {
  allow(ctx.actor, 'read-annual-report')
  const { agencyId, year, cellId, format = formatForYear(year) } = input
  return tx(ctx, async (t) => {
    if (!isCellId(format, cellId)) throw new NotFound('这个单元格')
    const agency = await getAgency(t, agencyId)
    const { counted } = await yearInHand(t, agency, year, format, ctx.countingPractice)
    const ids = counted.members.get(cellId) ?? []
    const find = cellId.startsWith('t3.') ? requests : cellId.startsWith('t4.') ? disputes : documents
    const members = ids.length === 0 ? [] : await find(t, ctx, agencyId, ids)
    return {
      cellId,
      label: cellName(format, cellId),
      value: counted.cells.get(cellId) ?? '',
      members,
      outOfScope: ids.length - members.length,
    }
  })
}

async function requests(
  t: Tx,
  ctx: Context,
  agencyId: string,
  ids: readonly string[],
): Promise<CellMember[]> {
  const rows = await t
    .selectFrom('request')
    .select(['request_id', 'number', 'description', 'received_on'])
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', [...ids])
    .where(readable(ctx))
    .orderBy('received_on')
    .execute()
  return rows.map((row) => ({
    kind: 'request',
    id: row.request_id,
    number: row.number,
    title: row.description.slice(0, 60),
    on: row.received_on ?? '',
  }))
}

/** A dispute over an application is known to whom the application is known. */
async function disputes(
  t: Tx,
  ctx: Context,
  agencyId: string,
  ids: readonly string[],
): Promise<CellMember[]> {
  const rows = await t
    .selectFrom('dispute')
    .select(['dispute_id', 'request_id', 'case_number', 'organ', 'filed_on'])
    .where('agency_id', '=', agencyId)
    .where('dispute_id', 'in', [...ids])
    .orderBy('filed_on')
    .execute()
  const about = rows.flatMap(({ request_id }) => request_id ?? [])
  const known = await readableAmong(t, ctx, agencyId, about)
  return rows
    .filter(({ request_id }) => request_id === null || known.has(request_id))
    .map((row) => ({
      kind: 'dispute',
      id: row.dispute_id,
      number: row.case_number ?? '',
      title: row.organ,
      on: row.filed_on,
    }))
}

async function documents(
  t: Tx,
  _ctx: Context,
  agencyId: string,
  ids: readonly string[],
): Promise<CellMember[]> {
  const rows = await t
    .selectFrom('document')
    .select(['document_id', 'document_number', 'title', 'written_on'])
    .where('agency_id', '=', agencyId)
    .where('document_id', 'in', [...ids])
    .orderBy('written_on')
    .execute()
  return rows.map((row) => ({
    kind: 'document',
    id: row.document_id,
    number: row.document_number ?? '',
    title: row.title,
    on: row.written_on,
  }))
}

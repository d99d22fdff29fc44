import { type CellId, cellName, type FormatId, formatForYear, isCellId } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { yearInHand } from './draft-of.ts'

export type CellMember = Readonly<{
  kind: 'request' | 'dispute' | 'document'
  id: string
  number: string
  title: string
  on: string
}>

/** 点开一个单元格: the applications, disputes or documents that it counts. */
export function casesBehindCell(
  ctx: Context,
  input: { agencyId: string; year: number; cellId: string; format?: FormatId | undefined },
): Promise<{ cellId: CellId; label: string; value: string; members: readonly CellMember[] }> {
  allow(ctx.actor, 'read-annual-report')
  const { agencyId, year, cellId, format = formatForYear(year) } = input
  return tx(ctx, async (t) => {
    if (!isCellId(format, cellId)) throw new NotFound('这个单元格')
    const agency = await getAgency(t, agencyId)
    const { counted } = await yearInHand(t, agency, year, format, ctx.countingPractice)
    const ids = counted.members.get(cellId) ?? []
    const find = cellId.startsWith('t3.') ? requests : cellId.startsWith('t4.') ? disputes : documents
    return {
      cellId,
      label: cellName(format, cellId),
      value: counted.cells.get(cellId) ?? '',
      members: ids.length === 0 ? [] : await find(t, agencyId, ids),
    }
  })
}

async function requests(t: Tx, agencyId: string, ids: readonly string[]): Promise<CellMember[]> {
  const rows = await t
    .selectFrom('request')
    .select(['request_id', 'number', 'description', 'received_on'])
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', [...ids])
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

async function disputes(t: Tx, agencyId: string, ids: readonly string[]): Promise<CellMember[]> {
  const rows = await t
    .selectFrom('dispute')
    .select(['dispute_id', 'case_number', 'organ', 'filed_on'])
    .where('agency_id', '=', agencyId)
    .where('dispute_id', 'in', [...ids])
    .orderBy('filed_on')
    .execute()
  return rows.map((row) => ({
    kind: 'dispute',
    id: row.dispute_id,
    number: row.case_number ?? '',
    title: row.organ,
    on: row.filed_on,
  }))
}

async function documents(t: Tx, agencyId: string, ids: readonly string[]): Promise<CellMember[]> {
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

import type { T4BlockId } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'

export type StoredDispute = Readonly<{
  disputeId: string
  requestId: string | null
  block: T4BlockId
  role: 'original' | 'co-defendant-reviewer'
  organ: string
  caseNumber: string | null
  filedOn: string
  concludedOn: string | null
  outcome: 'upheld' | 'corrected' | 'other' | null
  note: string | null
}>

const COLUMNS = [
  'dispute_id',
  'request_id',
  'block',
  'role',
  'organ',
  'case_number',
  'filed_on',
  'concluded_on',
  'outcome',
  'note',
] as const

export async function readDisputes(tx: Tx, agencyId: string): Promise<readonly StoredDispute[]> {
  const rows = await tx
    .selectFrom('dispute')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .orderBy('filed_on', 'desc')
    .execute()
  return rows.map(fromRow)
}

export async function lockDispute(tx: Tx, agencyId: string, disputeId: string): Promise<StoredDispute> {
  const row = await tx
    .selectFrom('dispute')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('dispute_id', '=', disputeId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这件争议案件')
  return fromRow(row)
}

type Row = Readonly<{
  dispute_id: string
  request_id: string | null
  block: string
  role: string
  organ: string
  case_number: string | null
  filed_on: string
  concluded_on: string | null
  outcome: string | null
  note: string | null
}>

function fromRow(row: Row): StoredDispute {
  return {
    disputeId: row.dispute_id,
    requestId: row.request_id,
    block: row.block as T4BlockId,
    role: row.role as StoredDispute['role'],
    organ: row.organ,
    caseNumber: row.case_number,
    filedOn: row.filed_on,
    concludedOn: row.concluded_on,
    outcome: row.outcome as StoredDispute['outcome'],
    note: row.note,
  }
}

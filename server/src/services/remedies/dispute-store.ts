import {
  type Dispute,
  type DisputeOutcome,
  type FailedStep,
  type LitigationResult,
  type PlainDate,
  parsePlainDate,
  type ReviewResult,
  type T4BlockId,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { allowToRead } from '../requests/reading/open-case.ts'
import { readableAmong } from '../requests/reading/readable-cases.ts'

/** 行政复议、行政诉讼案件, as its row has it. */
export type StoredDispute = Dispute &
  Readonly<{
    agencyId: string
    organ: string
    caseNumber: string
    result: ReviewResult | LitigationResult | null
    resultText: string
    failedStep: FailedStep | null
    note: string
    lesson: string
    measure: string
    measureDueOn: PlainDate | null
    measureDoneOn: PlainDate | null
    requestNumber: string | null
    version: number
  }>

/** Every dispute of an agency, newest first: to count. What is shown of them asks `readableDisputes`. */
export async function readDisputes(tx: Tx, agencyId: string): Promise<readonly StoredDispute[]> {
  const rows = await query(tx, agencyId)
    .orderBy('dispute.filed_on', 'desc')
    .orderBy('dispute.dispute_id', 'desc')
    .execute()
  return rows.map(disputeOf)
}

/** Those that the reader may know: a dispute over an application is known to whom the application is. */
export async function readableDisputes(
  tx: Tx,
  ctx: Context,
  agencyId: string,
): Promise<readonly StoredDispute[]> {
  const all = await readDisputes(tx, agencyId)
  const about = all.flatMap(({ requestId }) => requestId ?? [])
  const known = await readableAmong(tx, ctx, agencyId, [...new Set(about)])
  return all.filter(({ requestId }) => requestId === null || known.has(requestId))
}

/** One dispute, for whom `mayRead` grants its application; else the sentence that says why not. */
export async function getStoredDispute(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  disputeId: string,
): Promise<StoredDispute> {
  const row = await query(tx, agencyId).where('dispute.dispute_id', '=', disputeId).executeTakeFirst()
  if (row === undefined) throw new NotFound('这件复议、诉讼案件')
  const dispute = disputeOf(row)
  if (dispute.requestId !== null) await allowToRead(tx, ctx, { agencyId, requestId: dispute.requestId })
  return dispute
}

/** The dispute with its row locked. */
export async function lockDispute(
  tx: Tx,
  ctx: Context,
  agencyId: string,
  disputeId: string,
): Promise<StoredDispute> {
  await tx
    .selectFrom('dispute')
    .select('dispute_id')
    .where('agency_id', '=', agencyId)
    .where('dispute_id', '=', disputeId)
    .forUpdate()
    .execute()
  return getStoredDispute(tx, ctx, agencyId, disputeId)
}

function query(tx: Tx, agencyId: string) {
  return tx
    .selectFrom('dispute')
    .leftJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'dispute.agency_id')
        .onRef('request.request_id', '=', 'dispute.request_id'),
    )
    .select([
      'dispute.agency_id',
      'dispute.dispute_id',
      'dispute.request_id',
      'dispute.block',
      'dispute.role',
      'dispute.organ',
      'dispute.case_number',
      'dispute.case_key',
      'dispute.filed_on',
      'dispute.copy_received_on',
      'dispute.accepted_on',
      'dispute.procedure',
      'dispute.concluded_on',
      'dispute.outcome',
      'dispute.result',
      'dispute.result_text',
      'dispute.failed_step',
      'dispute.note',
      'dispute.lesson',
      'dispute.measure',
      'dispute.measure_due_on',
      'dispute.measure_done_on',
      'dispute.version',
      'request.number as request_number',
    ])
    .where('dispute.agency_id', '=', agencyId)
}

type Row = Awaited<ReturnType<ReturnType<typeof query>['execute']>>[number]

function disputeOf(row: Row): StoredDispute {
  return {
    agencyId: row.agency_id,
    id: row.dispute_id,
    requestId: row.request_id,
    requestNumber: row.request_number,
    block: row.block as T4BlockId,
    role: row.role as Dispute['role'],
    organ: row.organ,
    caseNumber: row.case_number ?? '',
    ...(row.case_key === null ? {} : { caseId: row.case_key }),
    filedOn: parsePlainDate(row.filed_on),
    copyReceivedOn: day(row.copy_received_on),
    acceptedOn: day(row.accepted_on),
    procedure: row.procedure as Dispute['procedure'],
    concludedOn: day(row.concluded_on),
    outcome: row.outcome as DisputeOutcome | null,
    result: row.result as StoredDispute['result'],
    resultText: row.result_text ?? '',
    failedStep: row.failed_step as FailedStep | null,
    note: row.note ?? '',
    lesson: row.lesson ?? '',
    measure: row.measure ?? '',
    measureDueOn: day(row.measure_due_on),
    measureDoneOn: day(row.measure_done_on),
    version: row.version,
  }
}

function day(text: string | null): PlainDate | null {
  return text === null ? null : parsePlainDate(text)
}

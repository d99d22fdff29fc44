import { type PlainDate, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { NotFound } from '../../../errors.ts'
import type { Context } from '../../context.ts'

/** 协办: what a unit was asked, by when, how often it was reminded, and what it answered. */
export type RecordCall = Readonly<{
  callId: string
  unit: string
  information: string
  keywords: readonly string[]
  places: readonly string[]
  sentOn: PlainDate
  respondBy: PlainDate
  chasedOn: readonly PlainDate[]
  answeredOn: PlainDate | null
  answer: string | null
}>

type Key = Readonly<{ agencyId: string; requestId: string }>

const COLUMNS = [
  'call_id',
  'unit',
  'information',
  'keywords',
  'places',
  'sent_on',
  'respond_by',
  'chased_on',
  'answered_on',
  'answer',
] as const

export async function insertRecordCall(
  tx: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
  call: Omit<RecordCall, 'chasedOn' | 'answeredOn' | 'answer'>,
): Promise<void> {
  await tx
    .insertInto('record_call')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      call_id: call.callId,
      unit: call.unit,
      information: call.information,
      keywords: JSON.stringify(call.keywords),
      places: JSON.stringify(call.places),
      sent_on: call.sentOn,
      respond_by: call.respondBy,
      created_at: ctx.now,
    })
    .execute()
}

export async function readRecordCalls(tx: Tx, { agencyId, requestId }: Key): Promise<readonly RecordCall[]> {
  const rows = await tx
    .selectFrom('record_call')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('created_at')
    .orderBy('call_id')
    .execute()
  return rows.map(callOf)
}

export async function lockRecordCall(
  tx: Tx,
  { agencyId, requestId }: Key,
  callId: string,
): Promise<RecordCall> {
  const row = await tx
    .selectFrom('record_call')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('call_id', '=', callId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这件协办')
  return callOf(row)
}

export async function writeRecordCall(
  tx: Tx,
  { agencyId, requestId }: Key,
  { callId, chasedOn, answeredOn, answer }: Pick<RecordCall, 'callId' | 'chasedOn' | 'answeredOn' | 'answer'>,
): Promise<void> {
  await tx
    .updateTable('record_call')
    .set({ chased_on: JSON.stringify(chasedOn), answered_on: answeredOn, answer })
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('call_id', '=', callId)
    .execute()
}

type Row = Readonly<{
  call_id: string
  unit: string
  information: string
  keywords: unknown
  places: unknown
  sent_on: string
  respond_by: string
  chased_on: unknown
  answered_on: string | null
  answer: string | null
}>

function callOf(row: Row): RecordCall {
  return {
    callId: row.call_id,
    unit: row.unit,
    information: row.information,
    keywords: row.keywords as readonly string[],
    places: row.places as readonly string[],
    sentOn: parsePlainDate(row.sent_on),
    respondBy: parsePlainDate(row.respond_by),
    chasedOn: row.chased_on as readonly PlainDate[],
    answeredOn: row.answered_on === null ? null : parsePlainDate(row.answered_on),
    answer: row.answer,
  }
}

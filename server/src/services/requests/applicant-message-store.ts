import { createHash } from 'node:crypto'
import { type ApplicantAct, type PlainDate, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { readable } from './reading/readable-cases.ts'

/** 申请人提交的材料和陈述, opened. `answer` is the office's, where one was given. */
export type ApplicantMessage = Readonly<{
  messageId: string
  requestId: string
  kind: ApplicantAct
  text: string
  fileIds: readonly string[]
  saidOn: PlainDate
  saidAt: Date
  answer: string | null
  settledAt: Date | null
  settledBy: string | null
}>

type Key = Readonly<{ agencyId: string; requestId: string }>

/** Only a digest of the form's key is kept: it says that the form came, and opens nothing. */
function keyDigest(messageKey: string): Buffer {
  return createHash('sha256').update(messageKey).digest()
}

export async function isMessageKnown(t: Tx, { agencyId, requestId }: Key, key: string): Promise<boolean> {
  const row = await t
    .selectFrom('applicant_message')
    .select('message_id')
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('message_key', '=', keyDigest(key))
    .executeTakeFirst()
  return row !== undefined
}

export async function insertMessage(
  t: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
  message: Readonly<{
    kind: ApplicantAct
    key: string
    text: string
    fileIds: readonly string[]
    /** Recorded in the course of the case already; nothing is left to do about it. */
    settled: boolean
  }>,
): Promise<void> {
  const settled = { settled_at: ctx.now, settled_by: actorName({ kind: 'system', task: '' }) }
  await t
    .insertInto('applicant_message')
    .values({
      agency_id: agencyId,
      request_id: requestId,
      message_id: newId(),
      message_key: keyDigest(message.key),
      kind: message.kind,
      body_sealed: ctx.seal.seal(message.text),
      file_ids: [...message.fileIds],
      said_at: ctx.now,
      said_on: ctx.today,
      ...(message.settled ? settled : {}),
    })
    .execute()
}

const COLUMNS = [
  'message_id',
  'request_id',
  'kind',
  'body_sealed',
  'file_ids',
  'said_on',
  'said_at',
  'answer_sealed',
  'settled_at',
  'settled_by',
] as const

/** The messages of one request, oldest first. */
export async function readMessages(
  t: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
): Promise<readonly ApplicantMessage[]> {
  const rows = await t
    .selectFrom('applicant_message')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('said_at')
    .orderBy('message_id')
    .execute()
  return rows.map((row) => messageOf(ctx, row))
}

/** What waits for somebody of the agency in cases that the reader may read, oldest first, with the number of its request. */
export async function readWaitingMessages(
  t: Tx,
  ctx: Context,
  agencyId: string,
): Promise<readonly (ApplicantMessage & { number: string })[]> {
  const rows = await t
    .selectFrom('applicant_message')
    .innerJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'applicant_message.agency_id')
        .onRef('request.request_id', '=', 'applicant_message.request_id'),
    )
    .select(COLUMNS.map((column) => `applicant_message.${column}` as const))
    .select('request.number')
    .where('applicant_message.agency_id', '=', agencyId)
    .where('applicant_message.settled_at', 'is', null)
    .where(readable(ctx))
    .orderBy('applicant_message.said_at')
    .limit(200)
    .execute()
  return rows.map((row) => ({ ...messageOf(ctx, row), number: row.number }))
}

/** Marks a message as dealt with; answers whether it was still waiting. */
export async function settleMessage(
  t: Tx,
  ctx: Context,
  { agencyId, requestId, messageId }: Key & Readonly<{ messageId: string }>,
  answer: string,
): Promise<boolean> {
  const { numUpdatedRows } = await t
    .updateTable('applicant_message')
    .set({
      answer_sealed: answer === '' ? null : ctx.seal.seal(answer),
      settled_at: ctx.now,
      settled_by: actorName(ctx.actor),
      settled_by_id: actorId(ctx.actor),
    })
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('message_id', '=', messageId)
    .where('settled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Row = Readonly<{
  message_id: string
  request_id: string
  kind: string
  body_sealed: Buffer
  file_ids: string[]
  said_on: string
  said_at: Date
  answer_sealed: Buffer | null
  settled_at: Date | null
  settled_by: string | null
}>

function messageOf(ctx: Context, row: Row): ApplicantMessage {
  return {
    messageId: row.message_id,
    requestId: row.request_id,
    kind: row.kind as ApplicantAct,
    text: ctx.seal.open(row.body_sealed),
    fileIds: row.file_ids,
    saidOn: parsePlainDate(row.said_on),
    saidAt: row.said_at,
    answer: row.answer_sealed === null ? null : ctx.seal.open(row.answer_sealed),
    settledAt: row.settled_at,
    settledBy: row.settled_by,
  }
}

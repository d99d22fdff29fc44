import {
  type OpinionCallState,
  type OpinionOutcome,
  type OpinionSubject,
  opinionCallState,
  type PlainDate,
} from '@mingfu/law'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../../db/database.ts'
import type { OpinionCallTable, OpinionTable } from '../../../db/rows.ts'
import { NotFound, Stale } from '../../../errors.ts'
import type { Context } from '../../context.ts'
import type { MessageChannel } from '../../notifications/messengers.ts'

/** 意见征集: a published draft, the days on which comments are taken, and what came of them. */
export type OpinionCall = Readonly<{
  callId: string
  number: string
  documentId: string
  subject: OpinionSubject
  title: string
  explanation: string
  /** Letter, mail box, meeting: ways beside the form. */
  otherWays: string
  opensOn: PlainDate
  closesOn: PlainDate
  shortReason: string | null
  cancelledOn: PlainDate | null
  cancelledFor: string | null
  resultText: string | null
  resultDraftedBy: string | null
  resultDraftedById: string | null
  resultReturnedFor: string | null
  resultReviewedBy: string | null
  resultPublishedAt: Date | null
  finalDocumentId: string | null
  state: OpinionCallState
  resultDueOn: PlainDate
  version: number
}>

export const OPINION_WAYS = {
  online: '网上提交',
  letter: '来信',
  mail: '电子邮件',
  meeting: '座谈、听证',
  phone: '电话',
} as const satisfies Record<string, string>

export type OpinionWay = keyof typeof OPINION_WAYS

/** One opinion as it stands in the house: opened only for who weighs it. */
export type Opinion = Readonly<{
  opinionId: string
  callId: string
  number: string
  way: OpinionWay
  /** The article it is about, as the sender named it. */
  clause: string
  text: string
  name: string
  contact: string
  notifyBy: MessageChannel | null
  receivedOn: PlainDate
  /** 要点 in words for the public. */
  gist: string | null
  outcome: OpinionOutcome | null
  reason: string | null
  weighedBy: string | null
  version: number
}>

export type OnCall = Readonly<{ agencyId: string; callId: string; version: number }>

/** Calls of an organ, the newest first. */
export async function readCalls(
  db: Db | Tx,
  agencyId: string,
  today: PlainDate,
): Promise<readonly OpinionCall[]> {
  const rows = await db
    .selectFrom('opinion_call')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .orderBy('opens_on', 'desc')
    .orderBy('call_id', 'desc')
    .execute()
  return rows.map((row) => callOf(row, today))
}

export async function readCall(
  t: Tx,
  { agencyId, callId }: Readonly<{ agencyId: string; callId: string }>,
  today: PlainDate,
): Promise<OpinionCall> {
  const row = await t
    .selectFrom('opinion_call')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('call_id', '=', callId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这次征集')
  return callOf(row, today)
}

export async function lockCall(t: Tx, what: OnCall, today: PlainDate): Promise<OpinionCall> {
  const row = await t
    .selectFrom('opinion_call')
    .selectAll()
    .where('agency_id', '=', what.agencyId)
    .where('call_id', '=', what.callId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这次征集')
  if (row.version !== what.version) throw new Stale('这次征集')
  return callOf(row, today)
}

/** Writes a change, one version on. */
export async function changeCall(
  t: Tx,
  agencyId: string,
  call: OpinionCall,
  change: Partial<Selectable<OpinionCallTable>>,
): Promise<number> {
  const version = call.version + 1
  await t
    .updateTable('opinion_call')
    .set({ ...change, version })
    .where('agency_id', '=', agencyId)
    .where('call_id', '=', call.callId)
    .execute()
  return version
}

function callOf(row: Selectable<OpinionCallTable>, today: PlainDate): OpinionCall {
  const [opensOn, closesOn] = [row.opens_on as PlainDate, row.closes_on as PlainDate]
  const cancelled = row.cancelled_on !== null
  const resultPublished = row.result_published_at !== null
  return {
    callId: row.call_id,
    number: row.number,
    documentId: row.document_id,
    subject: row.subject as OpinionSubject,
    title: row.title,
    explanation: row.explanation,
    otherWays: row.other_ways,
    opensOn,
    closesOn,
    shortReason: row.short_reason,
    cancelledOn: row.cancelled_on as PlainDate | null,
    cancelledFor: row.cancelled_for,
    resultText: row.result_text,
    resultDraftedBy: row.result_drafted_by,
    resultDraftedById: row.result_drafted_by_id,
    resultReturnedFor: row.result_returned_for,
    resultReviewedBy: row.result_reviewed_by,
    resultPublishedAt: row.result_published_at,
    finalDocumentId: row.final_document_id,
    ...opinionCallState({ opensOn, closesOn, cancelled, resultPublished }, today),
    version: row.version,
  }
}

export async function readOpinions(
  t: Tx,
  { seal }: Pick<Context, 'seal'>,
  { agencyId, callId }: Readonly<{ agencyId: string; callId: string }>,
): Promise<readonly Opinion[]> {
  const rows = await t
    .selectFrom('opinion')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('call_id', '=', callId)
    .orderBy('received_at')
    .orderBy('number')
    .execute()
  return rows.map((row) => opinionOf(seal, row))
}

export function opinionOf(seal: Context['seal'], row: Selectable<OpinionTable>): Opinion {
  return {
    opinionId: row.opinion_id,
    callId: row.call_id,
    number: row.number,
    way: row.way as OpinionWay,
    // Once weighed, the article as it is published.
    clause: row.outcome === null ? row.clause : row.public_clause,
    text: seal.open(row.text_sealed),
    name: row.name_sealed === null ? '' : seal.open(row.name_sealed),
    contact: row.contact_sealed === null ? '' : seal.open(row.contact_sealed),
    notifyBy: row.notify_by as MessageChannel | null,
    receivedOn: row.received_on as PlainDate,
    gist: row.gist,
    outcome: row.outcome as OpinionOutcome | null,
    reason: row.reason,
    weighedBy: row.weighed_by,
    version: row.version,
  }
}

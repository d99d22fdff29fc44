import type { OpinionOutcome } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import type { Context } from '../../context.ts'
import { publishedFor } from '../follow-feedback.ts'
import { type OpinionCall, readCall, readCalls } from './opinion-call.ts'

/** A call as the public sees it: no one's words, only their points once the result is out. */
export type PublicCall = Omit<
  OpinionCall,
  'resultDraftedBy' | 'resultDraftedById' | 'resultReturnedFor' | 'resultReviewedBy'
> &
  Readonly<{ opinions: number }>

type Reader = Pick<Context, 'db' | 'scope' | 'today'>

/** 意见征集 of an organ; what has not begun is not shown. */
export async function publicCalls(
  ctx: Reader,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly PublicCall[]> {
  return tx(ctx, async (t) => {
    const calls = (await readCalls(t, agencyId, ctx.today)).filter(({ state }) => state !== 'coming')
    const counts = await countsOf(t, agencyId)
    return calls.map((call) => shown(call, counts.get(call.callId) ?? 0))
  })
}

export type PublicCallFile = Readonly<{
  call: PublicCall
  draft: Readonly<{ documentId: string; title: string }> | null
  final: Readonly<{ documentId: string; title: string }> | null
  /** Empty until the result is published. */
  points: readonly Readonly<{ clause: string; gist: string; outcome: OpinionOutcome; reason: string }>[]
}>

export async function findPublicCall(
  ctx: Reader,
  what: Readonly<{ agencyId: string; callId: string }>,
): Promise<PublicCallFile> {
  return tx(ctx, async (t) => {
    const call = await readCall(t, what, ctx.today)
    if (call.state === 'coming') throw new NotFound('这次征集')
    const counts = await countsOf(t, what.agencyId)
    return {
      call: shown(call, counts.get(call.callId) ?? 0),
      draft: await publishedFor(t, what.agencyId, call.documentId),
      final: await publishedFor(t, what.agencyId, call.finalDocumentId),
      points: call.resultPublishedAt === null ? [] : await pointsOf(t, what),
    }
  })
}

/** 征集 that a document is the draft or the outcome of; for its page. */
export async function callsOfDocument(
  ctx: Reader,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly Readonly<{ call: PublicCall; as: 'draft' | 'final' }>[]> {
  return tx(ctx, async (t) => {
    const calls = await readCalls(t, agencyId, ctx.today)
    return calls
      .filter(({ state }) => state !== 'coming' && state !== 'cancelled')
      .filter((call) => call.documentId === documentId || call.finalDocumentId === documentId)
      .map((call) => ({
        call: shown(call, 0),
        as: call.documentId === documentId ? ('draft' as const) : ('final' as const),
      }))
  })
}

async function countsOf(t: Tx, agencyId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await t
    .selectFrom('opinion')
    .select(['call_id'])
    .select(sql<number>`count(*)::int`.as('count'))
    .where('agency_id', '=', agencyId)
    .groupBy('call_id')
    .execute()
  return new Map(rows.map((row) => [row.call_id, row.count]))
}

async function pointsOf(t: Tx, { agencyId, callId }: Readonly<{ agencyId: string; callId: string }>) {
  const rows = await t
    .selectFrom('opinion')
    .select(['public_clause', 'gist', 'outcome', 'reason'])
    .where('agency_id', '=', agencyId)
    .where('call_id', '=', callId)
    .where('outcome', 'is not', null)
    .orderBy('number')
    .execute()
  return rows.map(({ public_clause: clause, gist, outcome, reason }) => ({
    clause,
    gist: gist ?? '',
    outcome: outcome as OpinionOutcome,
    reason: reason ?? '',
  }))
}

function shown(call: OpinionCall, opinions: number): PublicCall {
  const { resultDraftedBy, resultDraftedById, resultReturnedFor, resultReviewedBy, ...rest } = call
  return { ...rest, resultText: call.resultPublishedAt === null ? null : call.resultText, opinions }
}

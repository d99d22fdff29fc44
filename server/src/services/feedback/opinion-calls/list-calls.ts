import { maskName, type PlainDate } from '@mingfu/law'
import { maskText } from '@mingfu/screening'
import { sql } from 'kysely'
import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { listsOfAgency } from '../../screening/lists-of-agency.ts'
import { allowFor } from '../feedback.ts'
import { maskedContact } from '../list-feedback.ts'
import {
  type Opinion,
  type OpinionCall,
  opinionOf,
  readCall,
  readCalls,
  readOpinions,
} from './opinion-call.ts'

export type CallLine = OpinionCall & Readonly<{ opinions: number; weighed: number }>

/** 意见征集 of the organ, with how many opinions came and how many are weighed. */
export async function listCalls(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly CallLine[]> {
  allowFor(ctx, 'read-feedback', agencyId)
  return tx(ctx, async (t) => {
    const counts = await t
      .selectFrom('opinion')
      .select(['call_id'])
      .select(sql<number>`count(*)::int`.as('opinions'))
      .select(sql<number>`count(outcome)::int`.as('weighed'))
      .where('agency_id', '=', agencyId)
      .groupBy('call_id')
      .execute()
    const countOf = new Map(counts.map((row) => [row.call_id, row]))
    return (await readCalls(t, agencyId, ctx.today)).map((call) => {
      const { opinions = 0, weighed = 0 } = countOf.get(call.callId) ?? {}
      return { ...call, opinions, weighed }
    })
  })
}

export type CallFile = Readonly<{
  call: OpinionCall
  draft: Readonly<{ documentId: string; title: string; publishedOn: PlainDate | null }>
  final: Readonly<{ documentId: string; title: string }> | null
  /** Personal data masked in what was said and who said it. */
  opinions: readonly Opinion[]
}>

/** One call with its opinions, masked; the original of each is opened singly and leaves a trace. */
export async function getCall(
  ctx: Context,
  what: Readonly<{ agencyId: string; callId: string }>,
): Promise<CallFile> {
  allowFor(ctx, 'read-feedback', what.agencyId)
  return tx(ctx, async (t) => {
    const call = await readCall(t, what, ctx.today)
    const { lists } = (await listsOfAgency(t, what.agencyId))(ctx.today)
    const documents = await t
      .selectFrom('document')
      .select(['document_id', 'title'])
      .select(sql<PlainDate | null>`(published_at at time zone 'Asia/Shanghai')::date`.as('published_on'))
      .where('agency_id', '=', what.agencyId)
      .where('document_id', 'in', [call.documentId, ...(call.finalDocumentId ? [call.finalDocumentId] : [])])
      .execute()
    const named = (documentId: string | null) => {
      const row = documents.find((one) => one.document_id === documentId)
      return row === undefined
        ? null
        : { documentId: row.document_id, title: row.title, publishedOn: row.published_on }
    }
    const draft = named(call.documentId)
    if (draft === null) throw new NotFound('征求意见稿')
    const opinions = (await readOpinions(t, ctx, what)).map((opinion) => ({
      ...opinion,
      clause: maskText(opinion.clause, lists).text,
      text: maskText(opinion.text, lists).text,
      name: opinion.name === '' ? '' : maskName(opinion.name),
      contact: maskedContact(opinion.contact),
    }))
    return { call, draft, final: named(call.finalDocumentId), opinions }
  })
}

/** 查看意见原文和联系方式. */
export async function revealOpinion(
  ctx: Context,
  { agencyId, opinionId }: Readonly<{ agencyId: string; opinionId: string }>,
): Promise<Pick<Opinion, 'text' | 'name' | 'contact'>> {
  allowFor(ctx, 'answer-feedback', agencyId)
  return tx(ctx, async (t) => {
    const row = await t
      .selectFrom('opinion')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .where('opinion_id', '=', opinionId)
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('这条意见')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'reveal-opinion',
      objectKind: 'opinion',
      objectId: opinionId,
    })
    const { text, name, contact } = opinionOf(ctx.seal, row)
    return { text, name, contact }
  })
}

import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import type { Context } from '../context.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'

export type AnswerReferral = OnDocument & Readonly<{ answer: string }>

/** 收到确定意见: what the competent department or the secrecy administration said; the review then goes on. */
export async function answerReferral(ctx: Context, input: AnswerReferral): Promise<{ version: number }> {
  allowWithin(ctx, 'review-secrecy', input.agencyId)
  const answer = input.answer.trim()
  if (answer === '')
    throw new Invalid('请写明确定意见的机关、文号和内容', { answer: '请写明确定意见的机关、文号和内容' })
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const events = await listDocumentEvents(t, document)
    const state = moveDocument('referral', { ctx, document, events, digest: document.contentDigest })
    const event = { kind: 'referral-answered', facts: { answer } } as const
    return { version: await changeDocument(t, ctx, document, { state }, event) }
  })
}

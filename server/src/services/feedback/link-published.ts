import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { allowFor, lockFeedback, type OnFeedback } from './feedback.ts'
import { publishedFor } from './follow-feedback.ts'

export type LinkPublished = OnFeedback & Readonly<{ documentId: string }>

/** 关联因建议而公开的信息: the sender and the page of answers lead to it. 《条例》第四十四条第二款 */
export async function linkPublished(ctx: Context, input: LinkPublished): Promise<{ version: number }> {
  allowFor(ctx, 'answer-feedback', input.agencyId)
  return tx(ctx, async (t) => {
    const { agencyId, feedbackId, documentId } = input
    const feedback = await lockFeedback(t, ctx, input)
    if (feedback.kind !== 'suggestion') {
      throw new Invalid('只有建议主动公开的来信可以关联公开的信息')
    }
    if ((await publishedFor(t, agencyId, documentId)) === null) {
      const sentence = '请选择本机关已经发布的信息；还没有发布的，发布以后再关联'
      throw new Invalid(sentence, { documentId: sentence })
    }
    const version = feedback.version + 1
    await t
      .updateTable('feedback')
      .set({ document_id: documentId, version })
      .where('agency_id', '=', agencyId)
      .where('feedback_id', '=', feedbackId)
      .execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'link-suggestion',
      objectKind: 'feedback',
      objectId: feedbackId,
      detail: { documentId },
    })
    return { version }
  })
}

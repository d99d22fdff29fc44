import {
  cite,
  DEADLINE_RULES,
  publicationMove,
  publishDue,
  RE_REVIEW_OUTCOMES,
  type ReReviewOutcome,
  refuse,
} from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { contentDigest } from './content-digest.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, listAttachments, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'

export type ReReviewDocument = OnDocument & Readonly<{ outcome: ReReviewOutcome; reason: string }>

/** 定期评估, 条例 第十八条: what was not opened stays closed for another year with a reason, or starts on its way out today. */
export async function reReviewDocument(ctx: Context, input: ReReviewDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'review-secrecy', input.agencyId)
  const reason = input.reason.trim()
  if (reason === '') throw new Invalid('请写明评估的理由', { reason: '请写明评估的理由' })
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { content, state } = document
    if (content.attribute === 'proactive' && state !== 'withheld') {
      uphold(refuse('not-withheld', '只有不予公开、依申请公开的信息需要重新评估', cite('regulation', 18)))
    }
    const event = { kind: 're-reviewed', facts: { outcome: input.outcome, reason } } as const
    const change = RE_REVIEW_OUTCOMES[input.outcome].publishes ? await opened() : {}
    const version = await changeDocument(t, ctx, document, { reviewed_again_on: ctx.today, ...change }, event)
    await recordAudit(t, ctx, {
      agencyId: document.agencyId,
      action: 're-review-document',
      objectKind: 'document',
      objectId: document.documentId,
      detail: { outcome: input.outcome },
    })
    return { version }

    /** A draft to be published, with a limit that begins on the day of the decision. */
    async function opened() {
      const open = { ...content, attribute: 'proactive', attributeReason: null, exemption: null } as const
      const digest = contentDigest(open, await listAttachments(t, document))
      const events = await listDocumentEvents(t, document)
      const act = publicationMove(state, 'reopen') === null ? 'edit' : 'reopen'
      const next = state === 'draft' ? state : moveDocument(act, { ctx, document, events, digest })
      return {
        state: next,
        attribute: open.attribute,
        attribute_reason: null,
        exemption: null,
        content_digest: digest,
        approved_digest: null,
        publish_due_on: publishDue(DEADLINE_RULES.general, ctx.today, ctx.calendar).dueOn,
      }
    }
  })
}

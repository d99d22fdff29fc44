import { cite, refuse } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Refused } from '../../errors.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { applyCorrection } from './apply-correction.ts'
import { bringOut } from './bring-out.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { digestNow, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { publishingGates } from './publishing-gates.ts'
import { moveDocument, sameContent } from './release.ts'

/**
 * 发布: the server's clock sets the time and nobody can write it; the index number is taken in the same transaction.
 * Only what was reviewed and signed, in exactly this content, and only 主动公开. A correction takes the place of the text
 * that it corrects.
 */
export async function publishDocument(
  ctx: Context,
  input: OnDocument,
): Promise<{ version: number; indexNumber: string; publishedAt: Date }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const events = await listDocumentEvents(t, document)
    const digest = await digestNow(t, document)
    const isCorrection = document.correctsId !== null
    const state = moveDocument(isCorrection ? 'apply' : 'publish', { ctx, document, events, digest })
    if (document.state === 'scheduled' && document.publishAt !== null && document.publishAt > ctx.now) {
      uphold(refuse('moment-to-come', '还没有到定时发布的时间', cite('regulation', 17)))
    }
    uphold(sameContent(digest, document.approvedDigest))
    for (const { gate: _, ...refusal } of await publishingGates(t, ctx, document)) throw new Refused(refusal)
    if (isCorrection) return applyCorrection(t, ctx, { document, events, digest, state })
    // What once went out in a hurry has passed every level by now.
    const made = document.urgent?.laterReviewedAt === null ? { later_reviewed_at: ctx.now } : {}
    const event = { kind: 'published', facts: { digest } } as const
    return bringOut(t, ctx, document, { change: { state, ...made }, event })
  })
}

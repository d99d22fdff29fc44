import { cite, indexNumberText, refuse } from '@mingfu/law'
import { nextNumber } from '../../db/counter.ts'
import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { changeDocument, digestNow, listDocumentEvents, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { applyRelations } from './relate-documents.ts'
import { moveDocument, sameContent } from './release.ts'

/**
 * 发布: the server's clock sets the time and nobody can write it; the index number is taken in the same transaction.
 * Only what was reviewed and signed, in exactly this content, and only 主动公开.
 */
export async function publishDocument(
  ctx: Context,
  input: OnDocument,
): Promise<{ version: number; indexNumber: string; publishedAt: Date }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId } = document
    const events = await listDocumentEvents(t, document)
    const digest = await digestNow(t, document)
    const state = moveDocument('publish', { ctx, document, events, digest })
    if (document.state === 'scheduled' && document.publishAt !== null && document.publishAt > ctx.now) {
      uphold(refuse('moment-to-come', '还没有到定时发布的时间', cite('regulation', 17)))
    }
    uphold(sameContent(digest, document.approvedDigest))
    const indexNumber = document.indexNumber ?? (await nextIndexNumber())
    const change = {
      state,
      index_number: indexNumber,
      published_at: ctx.now,
      publish_at: null,
      withdrawn_at: null,
      withdrawal_reason: null,
      withdrawal_note: null,
    }
    const facts = { indexNumber, digest }
    const version = await changeDocument(t, ctx, document, change, { kind: 'published', facts })
    await applyRelations(t, ctx, { agencyId, documentId })
    await contentChanged(t, agencyId)
    await enqueue(t, 'index-document', { agencyId, documentId })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'publish-document',
      objectKind: 'document',
      objectId: documentId,
      detail: facts,
    })
    return { version, indexNumber, publishedAt: ctx.now }

    /** 索引号 of the year of first publication; an organ without a credit code is told apart by its address. */
    async function nextIndexNumber(): Promise<string> {
      const { creditCode, slug } = await getAgency(t, agencyId)
      const year = Number(ctx.today.slice(0, 4))
      return indexNumberText(creditCode ?? slug, year, await nextNumber(t, agencyId, year, 'index'))
    }
  })
}

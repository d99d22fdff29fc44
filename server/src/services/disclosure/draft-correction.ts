import { cite, publicationMove, refuse } from '@mingfu/law'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { copyFiles } from './apply-correction.ts'
import { contentDigest } from './content-digest.ts'
import { recordDocumentEvent } from './document-event-store.ts'
import { columnsOf, listAttachments, lockDocument } from './document-store.ts'
import { documentText } from './document-text.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { linkPictures } from './picture/link-pictures.ts'

/**
 * 拟制更正: a draft with the published text and files to begin with. It goes through every check and level like any
 * other; until it is published the old text stays. One at a time.
 */
export async function draftCorrection(
  ctx: Context,
  input: OnDocument,
): Promise<{ documentId: string; version: number }> {
  allowWithin(ctx, 'draft-document', input.agencyId)
  const documentId = newId()
  await tx(ctx, async (t) => {
    const published = await lockDocument(t, input)
    const { agencyId } = published
    if (publicationMove(published.state, 'correct') === null)
      uphold(refuse('not-from-here', '只有已经发布的信息可以更正', cite('regulation', 6)))
    const open = await t
      .selectFrom('document')
      .select('document_id')
      .where('agency_id', '=', agencyId)
      .where('corrects_id', '=', published.documentId)
      .where('state', 'not in', ['archived', 'withheld'])
      .executeTakeFirst()
    if (open !== undefined)
      uphold(refuse('correction-open', '这条信息已经有一件更正在办理，请先办完', cite('regulation', 6)))
    const content = { ...published.content, correctionNote: null }
    await t
      .insertInto('document')
      .values({
        agency_id: agencyId,
        document_id: documentId,
        ...columnsOf(content),
        state: 'draft',
        content_digest: contentDigest(content, await listAttachments(t, published)),
        corrects_id: published.documentId,
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    const text = { html: content.html, plain_text: documentText(content) }
    await t
      .insertInto('document_body')
      .values({ agency_id: agencyId, document_id: documentId, ...text })
      .execute()
    await copyFiles(t, { agencyId, from: published.documentId, to: documentId })
    await linkPictures(t, { agencyId, documentId }, content.html)
    const facts = { corrects: published.documentId }
    await recordDocumentEvent(t, ctx, { agencyId, documentId }, { kind: 'drafted', facts })
    await recordDocumentEvent(t, ctx, published, { kind: 'correction-drafted', facts: { documentId } })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'draft-correction',
      objectKind: 'document',
      objectId: published.documentId,
      detail: { correctionId: documentId },
    })
  })
  return { documentId, version: 1 }
}

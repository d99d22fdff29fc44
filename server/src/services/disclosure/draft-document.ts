import { mayHoldKind } from '@mingfu/law'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { contentDigest } from './content-digest.ts'
import type { DocumentContent } from './document.ts'
import { recordDocumentEvent } from './document-event-store.ts'
import { columnsOf } from './document-store.ts'
import { documentText } from './document-text.ts'
import { dueDayOf } from './due/due-day.ts'
import { allowWithin } from './own-agency.ts'
import { linkPictures } from './picture/link-pictures.ts'
import { tidy } from './tidy-content.ts'

export type DraftDocument = Readonly<{ agencyId: string; content: DocumentContent }>

/** 拟制政府信息: keep a draft, with its public attribute from the first day, and the day by which it must be public. */
export async function draftDocument(
  ctx: Context,
  { agencyId, content: given }: DraftDocument,
): Promise<{ documentId: string; version: number }> {
  allowWithin(ctx, 'draft-document', agencyId)
  const content = { ...tidy(given), correctionNote: null }
  const documentId = newId()
  await tx(ctx, async (t) => {
    uphold(mayHoldKind(content.kind, await getAgency(t, agencyId)))
    const { dueOn } = await dueDayOf(t, ctx.calendar, { agencyId, documentId: null, content })
    await t
      .insertInto('document')
      .values({
        agency_id: agencyId,
        document_id: documentId,
        ...columnsOf(content),
        state: 'draft',
        content_digest: contentDigest(content, []),
        publish_due_on: dueOn,
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    await t
      .insertInto('document_body')
      .values({
        agency_id: agencyId,
        document_id: documentId,
        html: content.html,
        plain_text: documentText(content),
      })
      .execute()
    await linkPictures(t, { agencyId, documentId }, content.html)
    await recordDocumentEvent(t, ctx, { agencyId, documentId }, { kind: 'drafted' })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'draft-document',
      objectKind: 'document',
      objectId: documentId,
    })
  })
  return { documentId, version: 1 }
}

import { mayHoldKind } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { contentDigest } from './content-digest.ts'
import type { DocumentContent } from './document.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, columnsOf, listAttachments, lockDocument } from './document-store.ts'
import { documentText } from './document-text.ts'
import { dueDayOf } from './due/due-day.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { linkPictures } from './picture/link-pictures.ts'
import { moveDocument } from './release.ts'
import { tidy } from './tidy-content.ts'

export type EditDocument = OnDocument & Readonly<{ content: DocumentContent }>

/** 修改政府信息: any change voids review and signature, and the document starts over as a draft. */
export async function editDocument(ctx: Context, input: EditDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'draft-document', input.agencyId)
  const given = tidy(input.content)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    uphold(mayHoldKind(given.kind, await getAgency(t, document.agencyId)))
    // Only a correction says what it corrects.
    const { correctionNote } = document.correctsId === null ? document.content : given
    const content = { ...given, correctionNote }
    const digest = contentDigest(content, await listAttachments(t, document))
    const events = await listDocumentEvents(t, document)
    const state = moveDocument('edit', { ctx, document, events, digest })
    await t
      .updateTable('document_body')
      .set({ html: content.html, plain_text: documentText(content) })
      .where('agency_id', '=', document.agencyId)
      .where('document_id', '=', document.documentId)
      .execute()
    const { agencyId, documentId } = document
    await linkPictures(t, document, content.html)
    const due = await dueDayOf(t, ctx.calendar, { agencyId, documentId, content })
    const change = {
      ...columnsOf(content),
      state,
      content_digest: digest,
      approved_digest: null,
      publish_at: null,
      // A correction has no limit of its own: the text that it corrects is public.
      ...(document.correctsId === null ? { publish_due_on: due.dueOn } : {}),
    }
    const facts = { before: document.contentDigest, after: digest }
    return { version: await changeDocument(t, ctx, document, change, { kind: 'edited', facts }) }
  })
}

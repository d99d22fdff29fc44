import { cite, type PublicationState, refuse } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import type { BroughtOut } from './bring-out.ts'
import type { RecordedEvent } from './document-event-store.ts'
import {
  changeDocument,
  columnsOf,
  listAttachments,
  lockDocument,
  type StoredDocument,
} from './document-store.ts'
import { documentText } from './document-text.ts'
import { insertVersion } from './document-version-store.ts'
import { linkPictures } from './picture/link-pictures.ts'
import { moveDocument } from './release.ts'

type Correction = Readonly<{
  document: StoredDocument
  events: readonly RecordedEvent[]
  digest: string
  state: PublicationState
}>

/**
 * 更正生效: the corrected text, with its note, takes the place of the published one under the same address and index
 * number. What stood there before is kept with its digest; the day of publication stays.
 */
export async function applyCorrection(t: Tx, ctx: Context, correction: Correction): Promise<BroughtOut> {
  const { document, events, digest, state } = correction
  const { agencyId, content, documentId: correctionId } = document
  const note = content.correctionNote ?? ''
  const published = await lockDocument(t, { agencyId, documentId: document.correctsId ?? '' })
  const { documentId, publishedAt, indexNumber } = published
  const stays = moveDocument('correct', {
    ctx,
    document: { ...published, content },
    events,
    digest,
    reason: note,
  })
  if (publishedAt === null || indexNumber === null) {
    return uphold(refuse('not-from-here', '只有已经发布的信息可以更正', cite('regulation', 6)))
  }
  await insertVersion(t, ctx, published, {
    correctionId,
    note,
    attachments: await listAttachments(t, published),
  })
  await replaceText(t, { agencyId, documentId }, document)
  await changeDocument(
    t,
    ctx,
    published,
    {
      ...columnsOf(content),
      state: stays,
      content_digest: digest,
      approved_digest: digest,
      corrected_at: ctx.now,
      // What was released first and reviewed later has now passed every level.
      ...(published.urgent?.laterReviewedAt === null ? { later_reviewed_at: ctx.now } : {}),
    },
    { kind: 'corrected', facts: { note, before: published.contentDigest, digest, correctionId } },
  )
  const facts = { digest, documentId }
  const version = await changeDocument(
    t,
    ctx,
    document,
    { state, publish_at: null },
    { kind: 'applied', facts },
  )
  await contentChanged(t, agencyId)
  await enqueue(t, 'index-document', { agencyId, documentId })
  await recordAudit(t, ctx, {
    agencyId,
    action: 'correct-document',
    objectKind: 'document',
    objectId: documentId,
    detail: { note, before: published.contentDigest, digest },
  })
  return { version, indexNumber, publishedAt }
}

/** Text and attachments of the correction, under the published document's own id. */
async function replaceText(
  t: Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
  { content, documentId: correctionId }: StoredDocument,
): Promise<void> {
  await t
    .updateTable('document_body')
    .set({ html: content.html, plain_text: documentText(content) })
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .execute()
  await t
    .deleteFrom('document_file')
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .execute()
  await copyFiles(t, { agencyId, from: correctionId, to: documentId })
  await linkPictures(t, { agencyId, documentId }, content.html)
}

/** The same files in the same order under another document: the files themselves are kept once. */
export async function copyFiles(
  t: Tx,
  { agencyId, from, to }: Readonly<{ agencyId: string; from: string; to: string }>,
): Promise<void> {
  const files = await t
    .selectFrom('document_file')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', from)
    .execute()
  if (files.length === 0) return
  await t
    .insertInto('document_file')
    .values(files.map((file) => ({ ...file, document_id: to })))
    .execute()
}

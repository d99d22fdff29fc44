import { pageWeightFaults } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { actorId, type Context } from '../context.ts'
import { refuseSecretFile } from '../screening/refuse-secret-file.ts'
import { attachmentFault, mediaTypeOf } from './attachment-type.ts'
import { contentDigest } from './content-digest.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, listAttachments, lockDocument, type StoredDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'

export type AttachFile = OnDocument & Readonly<{ title: string; name: string; bytes: Uint8Array }>

/** 上传附件: kept by its digest; like any change it voids review and signature. */
export async function attachFile(
  ctx: Context,
  input: AttachFile,
): Promise<{ version: number; fileId: string; warning: string | null }> {
  allowWithin(ctx, 'draft-document', input.agencyId)
  const name = input.name
    .normalize('NFC')
    .replace(/^.*[/\\]/, '')
    .trim()
  const fault = attachmentFault(name, input.bytes)
  if (fault !== undefined) throw new Invalid(fault, { file: fault })
  await refuseSecretFile(input.bytes, name)
  const title = input.title.trim() === '' ? name.replace(/\.[^.]+$/, '') : input.title.trim()
  // Before the transaction: its body may run more than once, and the same bytes are kept once anyway.
  const { sha256, sm3, sizeBytes } = await ctx.files.put(input.bytes)
  const fileId = newId()
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId } = document
    const before = await listAttachments(t, document)
    await t
      .insertInto('file')
      .values({
        agency_id: agencyId,
        file_id: fileId,
        name,
        media_type: mediaTypeOf(name),
        size_bytes: sizeBytes,
        sha256,
        sm3,
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    await t
      .insertInto('document_file')
      .values({
        agency_id: agencyId,
        document_id: documentId,
        file_id: fileId,
        title,
        sort_order: before.length,
      })
      .execute()
    const change = await draftAgain(t, ctx, document, [...before, { title, name, sha256 }])
    const facts = { name, title, sha256 }
    return {
      version: await changeDocument(t, ctx, document, change, { kind: 'file-attached', facts }),
      fileId,
      warning: pictureWarning(name, sizeBytes),
    }
  })
}

/** A picture may stand in the text, and opens with the page; other files are opened by who wants them. */
function pictureWarning(name: string, sizeBytes: number): string | null {
  return mediaTypeOf(name).startsWith('image/') ? (pageWeightFaults([{ name, sizeBytes }])[0] ?? null) : null
}

export type RemoveFile = OnDocument & Readonly<{ fileId: string }>

/** 移除附件. The bytes stay on record; the document no longer shows them. */
export async function removeFile(ctx: Context, input: RemoveFile): Promise<{ version: number }> {
  allowWithin(ctx, 'draft-document', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId } = document
    const attachments = await listAttachments(t, document)
    const removed = attachments.find(({ fileId }) => fileId === input.fileId)
    if (removed === undefined) throw new Invalid('没有这个附件，请刷新页面')
    await t
      .deleteFrom('document_file')
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .where('file_id', '=', input.fileId)
      .execute()
    const left = attachments.filter((attachment) => attachment !== removed)
    const change = await draftAgain(t, ctx, document, left)
    const facts = { name: removed.name, title: removed.title, sha256: removed.sha256 }
    const version = await changeDocument(t, ctx, document, change, { kind: 'file-removed', facts })
    return { version }
  })
}

/** Like any edit: judged by the state it is in, and back to a draft. */
async function draftAgain(
  t: Tx,
  ctx: Context,
  document: StoredDocument,
  attachments: readonly Readonly<{ title: string; name: string; sha256: string }>[],
) {
  const digest = contentDigest(document.content, attachments)
  const events = await listDocumentEvents(t, document)
  const state = moveDocument('edit', { ctx, document, events, digest })
  return { state, content_digest: digest, approved_digest: null }
}

import type { Db, Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import type { Attachment, DocumentContent } from './document.ts'
import type { StoredDocument } from './document-store.ts'

/** 更正以前的一版: what stood at the address until it was corrected. */
export type DocumentVersion = Readonly<{
  seq: number
  content: DocumentContent
  attachments: readonly Attachment[]
  contentDigest: string
  replacedAt: Date
  /** What the correction said of itself; public. */
  note: string
  correctionId: string
}>

type Document = Readonly<{ agencyId: string; documentId: string }>

export async function insertVersion(
  t: Tx,
  ctx: Context,
  published: StoredDocument,
  { correctionId, note, attachments }: Pick<DocumentVersion, 'correctionId' | 'note' | 'attachments'>,
): Promise<void> {
  const { agencyId, documentId, content, contentDigest, publishedAt } = published
  const seq = (await listVersions(t, published)).length + 1
  await t
    .insertInto('document_version')
    .values({
      agency_id: agencyId,
      document_id: documentId,
      seq,
      content: JSON.stringify(content),
      attachments: JSON.stringify(attachments),
      content_digest: contentDigest,
      published_at: publishedAt ?? ctx.now,
      replaced_at: ctx.now,
      correction_id: correctionId,
      note,
    })
    .execute()
}

/** Oldest first. */
export async function listVersions(
  db: Db | Tx,
  { agencyId, documentId }: Document,
): Promise<readonly DocumentVersion[]> {
  const rows = await db
    .selectFrom('document_version')
    .select(['seq', 'content', 'attachments', 'content_digest', 'replaced_at', 'note', 'correction_id'])
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({
    seq: row.seq,
    content: row.content as DocumentContent,
    attachments: row.attachments as Attachment[],
    contentDigest: row.content_digest,
    replacedAt: row.replaced_at,
    note: row.note,
    correctionId: row.correction_id,
  }))
}

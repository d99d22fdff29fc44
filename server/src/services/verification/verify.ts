import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import {
  findPublishedDocument,
  type PublishedDocument,
  type WithdrawnDocument,
} from '../disclosure/find-published-document.ts'

export type Found = PublishedDocument | WithdrawnDocument

/** 凭索引号核验: what is public under an index number now; `undefined` when nothing ever was. */
export async function verifyIndexNumber(ctx: Context, indexNumber: string): Promise<Found | undefined> {
  const row = await ctx.db
    .selectFrom('document')
    .select(['agency_id', 'document_id'])
    .where('index_number', '=', indexNumber.trim())
    .where('published_at', 'is not', null)
    .executeTakeFirst()
  return row && findPublishedDocument(ctx, { agencyId: row.agency_id, documentId: row.document_id })
}

export type VerifiedFile = Readonly<{
  sm3: string
  sha256: string
  /** The documents that this very file was published with, or that it is the text of. */
  matches: readonly Readonly<{ document: PublishedDocument; what: string; isCurrent: boolean }>[]
}>

/**
 * 凭文件核验: whether a file, bit for bit, is an attachment of a published document or a copy of a text that this site
 * handed out. The file is only digested, and kept nowhere.
 */
export async function verifyFile(ctx: Context, bytes: Uint8Array): Promise<VerifiedFile> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sm3 = createHash('sm3').update(bytes).digest('hex')
  const attachments = await ctx.db
    .selectFrom('file')
    .innerJoin('document_file', (join) =>
      join
        .onRef('document_file.agency_id', '=', 'file.agency_id')
        .onRef('document_file.file_id', '=', 'file.file_id'),
    )
    .select(['document_file.agency_id', 'document_file.document_id', 'document_file.title'])
    .where('file.sha256', '=', sha256)
    .limit(20)
    .execute()
  const copies = await ctx.db
    .selectFrom('document_copy')
    .select(['agency_id', 'document_id', 'type', 'content_digest'])
    .where('sha256', '=', sha256)
    .limit(20)
    .execute()
  const candidates = [
    ...attachments.map((row) => ({ row, what: `附件“${row.title}”`, of: null })),
    ...copies.map((row) => ({
      row,
      what: `正文的${row.type === 'pdf' ? ' PDF ' : ' Word '}文件`,
      of: row.content_digest,
    })),
  ]
  const matches = []
  for (const { row, what, of } of candidates) {
    const document = await findPublishedDocument(ctx, {
      agencyId: row.agency_id,
      documentId: row.document_id,
    })
    if (document?.state !== 'published') continue
    matches.push({ document, what, isCurrent: of === null || of === document.digest })
  }
  return { sha256, sm3, matches }
}

import { createHash } from 'node:crypto'
import { stampQr } from '@mingfu/documents'
import { sql } from 'kysely'
import { encode } from 'uqr'
import type { Context } from '../context.ts'
import type { PublishedDocument } from '../disclosure/find-published-document.ts'
import { paperParts } from '../disclosure/paper-parts.ts'
import { type DocumentFileType, publishedDocumentFile } from '../disclosure/published-document-file.ts'
import { verifyAddress } from './verify-address.ts'

type Wanted = Readonly<{
  document: PublishedDocument
  publishedOn: string
  type: DocumentFileType
  /** `https://www.example.gov.cn`; without it the copy bears no code. */
  home: string | null
}>

/** Raised when the same content would be drawn otherwise. */
const LAYOUT = 2
const QR_MILLIMETRES = 18

/**
 * 下载正文: the Word or PDF file of a published document. Each edition (content, mark of validity, address) is made once
 * and kept, so that its digest tells a true copy for ever.
 */
export async function documentCopy(
  ctx: Context,
  wanted: Wanted,
): Promise<Readonly<{ bytes: Uint8Array; name: string; mediaType: string }>> {
  const { document, publishedOn, type, home } = wanted
  const { agencyId, documentId, digest } = document
  const edition = editionOf(wanted)
  const kept = await ctx.db
    .selectFrom('document_copy')
    .select('sha256')
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .where('type', '=', type)
    .where('edition', '=', edition)
    .executeTakeFirst()
  const address = home === null ? null : verifyAddress(home, document.indexNumber, digest)
  const file = await publishedDocumentFile(document, publishedOn, type, {
    verifyAt: address,
    bytes: kept && (await ctx.files.find(kept.sha256)),
    parts: () => paperParts(ctx, document),
  })
  if (file.isKept) return file
  const bytes = type === 'pdf' && address !== null ? await withCode(file.bytes, address) : file.bytes
  const { sha256, sm3, sizeBytes } = await ctx.files.put(bytes)
  await ctx.db
    .insertInto('document_copy')
    .values({
      agency_id: agencyId,
      document_id: documentId,
      type,
      edition,
      content_digest: digest,
      sha256,
      sm3,
      size_bytes: sizeBytes,
      made_at: sql<Date>`now()`,
    })
    // Two who asked at once: the first one's copy stays, the other's is true as well.
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return { ...file, bytes }
}

function editionOf({ document, home }: Wanted): string {
  const { digest, validity, validityChangedOn, references } = document
  // An issue of the gazette prints other documents, one of which may have been withdrawn since.
  const printed = references.length === 0 ? [] : [references.map((each) => each.digest)]
  return createHash('sha256')
    .update(JSON.stringify([LAYOUT, digest, validity, validityChangedOn, home, ...printed]))
    .digest('hex')
}

function withCode(bytes: Uint8Array, address: string): Promise<Uint8Array> {
  return stampQr(bytes, { squares: encode(address, { border: 2 }).data, millimetres: QR_MILLIMETRES })
}

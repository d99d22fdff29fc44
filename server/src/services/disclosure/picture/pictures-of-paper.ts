import { pictureKind, pictureSize, pictureTurn } from '@mingfu/screening'
import type { Context } from '../../context.ts'
import type { PicturesOfText } from '../html-blocks.ts'
import { MOST_PIXELS, pictureAddress, pictureIdsIn, readPictures } from './text-picture.ts'

/** Reads the pictures that a text shows and that are the document's own, by their addresses in the text. */
export type ReadPictures = (
  of: Readonly<{ agencyId: string; documentId: string }>,
  html: string,
) => Promise<PicturesOfText>

/** Of one paper, however many texts it prints: that of ten pictures of the greatest size, and of two with the most points. */
const MOST_BYTES_IN_ALL = 50 * 1024 * 1024
const MOST_PIXELS_IN_ALL = 2 * MOST_PIXELS

/**
 * 正文图片 for one paper (Word, PDF, a page of its own). They are unpacked together when it is drawn, so their sum has a
 * bound; those past it, and those whose file is gone, stay words, and stand in full on the page and in the archive package.
 */
export function picturesOfPaper(ctx: Pick<Context, 'db' | 'files'>): ReadPictures {
  let bytesLeft = MOST_BYTES_IN_ALL
  let pixelsLeft = MOST_PIXELS_IN_ALL
  return async ({ agencyId, documentId }, html) => {
    const shown = await readPictures(ctx.db, agencyId, pictureIdsIn(html))
    const pictures = new Map()
    if (shown.length === 0) return pictures
    const rows = await ctx.db
      .selectFrom('document_picture')
      .select('file_id')
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .execute()
    const own = new Set(rows.map((row) => row.file_id))
    for (const { fileId, sha256, sizeBytes } of shown) {
      if (!own.has(fileId) || sizeBytes > bytesLeft) continue
      const bytes = await ctx.files.find(sha256)
      const type = bytes && pictureKind(bytes)
      const size = bytes && pictureSize(bytes)
      if (bytes === undefined || type === undefined || size === undefined) continue
      const pixels = size.width * size.height
      if (pixels === 0 || pixels > pixelsLeft) continue
      bytesLeft -= sizeBytes
      pixelsLeft -= pixels
      const turned = pictureTurn(bytes)
      const seen = turned < 5 ? size : { width: size.height, height: size.width }
      pictures.set(pictureAddress(fileId), { type, bytes, turned, ...seen })
    }
    return pictures
  }
}

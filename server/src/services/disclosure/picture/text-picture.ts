import { cleanPicture, type PictureKind, pictureKind, pictureSize } from '@mingfu/screening'
import type { Db, Tx } from '../../../db/database.ts'

/** 正文图片: a picture that may stand in a text, or stands in one. */
export type TextPicture = Readonly<{
  fileId: string
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
}>

export const PICTURE_TYPES: Readonly<
  Record<PictureKind, Readonly<{ mediaType: string; extension: string }>>
> = {
  png: { mediaType: 'image/png', extension: 'png' },
  jpeg: { mediaType: 'image/jpeg', extension: 'jpg' },
  gif: { mediaType: 'image/gif', extension: 'gif' },
}

const MOST_BYTES = 5 * 1024 * 1024
export const MOST_PIXELS = 50_000_000

/** Why a picture cannot stand in a text, as half a sentence; `undefined` when it can. */
export function pictureFault(bytes: Uint8Array): string | undefined {
  if (bytes.length === 0) return '图片是空的'
  if (pictureKind(bytes) === undefined) return '图片不是 PNG、JPG 或者 GIF，请另存为其中一种'
  if (bytes.length > MOST_BYTES) return '图片超过5兆字节，请压缩后再插入'
  const size = pictureSize(bytes)
  if (size === undefined || cleanPicture(bytes) === undefined) return '图片已经损坏或者没有传完整'
  if (size.width * size.height > MOST_PIXELS) return '图片的像素过多，请缩小后再插入'
  return undefined
}

/** Where a text refers to a picture; the same before and after publication, and in a correction too. */
export function pictureAddress(fileId: string): string {
  return `/files/pictures/${fileId}`
}

/** The pictures that a text shows, each once, in order. */
export function pictureIdsIn(html: string): readonly string[] {
  return [
    ...new Set(
      [...html.matchAll(/<img\b[^>]*?\bsrc="\/files\/pictures\/([^"/]+)"/g)].map(([, id = '']) => id),
    ),
  ]
}

/** Those of these that are pictures of the agency's texts. */
export async function readPictures(
  db: Db | Tx,
  agencyId: string,
  fileIds: readonly string[],
): Promise<readonly TextPicture[]> {
  const ids = fileIds.filter((id) => /^[0-9a-f-]{36}$/.test(id))
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('text_picture')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'text_picture.agency_id')
        .onRef('file.file_id', '=', 'text_picture.file_id'),
    )
    .select(['file.file_id', 'file.name', 'file.media_type', 'file.size_bytes', 'file.sha256'])
    .where('text_picture.agency_id', '=', agencyId)
    .where('text_picture.file_id', 'in', ids)
    .execute()
  const found = new Map(rows.map((row) => [row.file_id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    if (row === undefined) return []
    const { file_id: fileId, name, media_type: mediaType, size_bytes: sizeBytes, sha256 } = row
    return [{ fileId, name, mediaType, sizeBytes, sha256 }]
  })
}

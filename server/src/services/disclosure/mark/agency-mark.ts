import type { Db } from '../../../db/database.ts'
import type { Context } from '../../context.ts'

/** 机关标识: a picture that the organ uploaded, under an address that changes with its bytes. */
export type AgencyMark = Readonly<{
  /** `/marks/0f3c….png` */
  src: string
  alt: string
  width: number
  height: number
}>

const ENDINGS = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const
export type MarkType = keyof typeof ENDINGS

const DIGITS = 32

/** Marks of all organs that have one, by the organ's id. */
export async function listMarks(db: Db): Promise<ReadonlyMap<string, AgencyMark>> {
  const rows = await db
    .selectFrom('agency_mark')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'agency_mark.agency_id')
        .onRef('file.file_id', '=', 'agency_mark.file_id'),
    )
    .select(['agency_mark.agency_id', 'alt', 'width', 'height', 'sha256', 'media_type'])
    .execute()
  return new Map(
    rows.map(({ agency_id, alt, width, height, sha256, media_type }) => [
      agency_id,
      { src: `/marks/${sha256.slice(0, DIGITS)}.${ENDINGS[media_type as MarkType]}`, alt, width, height },
    ]),
  )
}

/** The bytes behind such an address, as long as some organ shows them. */
export async function findMarkFile(
  ctx: Pick<Context, 'db' | 'files'>,
  name: string,
): Promise<Readonly<{ bytes: Uint8Array; mediaType: string; sha256: string }> | undefined> {
  const digits = /^([0-9a-f]{32})\.(?:png|jpg)$/.exec(name)?.[1]
  if (digits === undefined) return undefined
  const row = await ctx.db
    .selectFrom('agency_mark')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'agency_mark.agency_id')
        .onRef('file.file_id', '=', 'agency_mark.file_id'),
    )
    .select(['sha256', 'media_type'])
    .where('sha256', 'like', `${digits}%`)
    .executeTakeFirst()
  const bytes = row && (await ctx.files.find(row.sha256))
  return row && bytes && { bytes, mediaType: row.media_type, sha256: row.sha256 }
}

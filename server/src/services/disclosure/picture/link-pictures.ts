import type { Tx } from '../../../db/database.ts'
import { Invalid } from '../../../errors.ts'
import { pictureIdsIn, readPictures } from './text-picture.ts'

/** The pictures of a text become the document's own, and those that it no longer shows are so no more. */
export async function linkPictures(
  t: Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
  html: string,
): Promise<void> {
  const ids = pictureIdsIn(html)
  const known = await readPictures(t, agencyId, ids)
  if (known.length < ids.length) {
    const fault = '正文里有图片不在文件库里，请删除后重新插入'
    throw new Invalid(fault, { html: fault })
  }
  await t
    .deleteFrom('document_picture')
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .execute()
  if (known.length === 0) return
  await t
    .insertInto('document_picture')
    .values(known.map(({ fileId }) => ({ agency_id: agencyId, document_id: documentId, file_id: fileId })))
    .execute()
}

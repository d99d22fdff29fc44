import { readTextInWorker, UnreadableFile } from '@mingfu/report'
import type { Context } from '../context.ts'

const LONGEST = 200_000
const READABLE = /\.(docx|xlsx|xls|pdf|txt|csv)$/i

/**
 * 附件的文字: reads those attachments of a document that have not been read yet, each once. One that cannot be read is
 * noted with the reason and found by its title only.
 */
export async function readAttachmentTexts(
  ctx: Context,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<void> {
  const files = await ctx.db
    .selectFrom('document_file')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'document_file.agency_id')
        .onRef('file.file_id', '=', 'document_file.file_id'),
    )
    .leftJoin('file_text', (join) =>
      join
        .onRef('file_text.agency_id', '=', 'file.agency_id')
        .onRef('file_text.file_id', '=', 'file.file_id'),
    )
    .select(['file.file_id', 'file.name', 'file.sha256'])
    .where('document_file.agency_id', '=', agencyId)
    .where('document_file.document_id', '=', documentId)
    .where('file_text.file_id', 'is', null)
    .execute()
  for (const { file_id, name, sha256 } of files) {
    const bytes = await ctx.files.find(sha256)
    const read = bytes === undefined ? { text: '', unread: '没有找到文件' } : await textOf(bytes, name)
    await ctx.db
      .insertInto('file_text')
      .values({
        agency_id: agencyId,
        file_id,
        plain_text: read.text,
        unread: read.unread,
        read_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

async function textOf(bytes: Uint8Array, name: string): Promise<{ text: string; unread: string | null }> {
  if (!READABLE.test(name)) return { text: '', unread: '这一类型的文件不读取文字' }
  try {
    const text = await readTextInWorker(bytes, name)
    // PostgreSQL takes no NUL in a text, and damaged files hold some.
    return { text: text.replaceAll('\0', '').slice(0, LONGEST), unread: null }
  } catch (error) {
    if (error instanceof UnreadableFile) return { text: '', unread: error.message }
    throw error
  }
}

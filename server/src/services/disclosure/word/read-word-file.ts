import { Invalid } from '../../../errors.ts'
import type { Context } from '../../context.ts'
import { refuseSecretFile } from '../../screening/refuse-secret-file.ts'
import { cleanHtml } from '../clean-html.ts'
import { allowWithin } from '../own-agency.ts'
import { leftSentences } from './word-pictures.ts'
import { wordToHtml } from './word-to-html.ts'

/** 上传 Word 正文: read, looked at for secret marks, and handed to the editor; nothing of it is kept. */
export async function readWordFile(
  ctx: Context,
  { agencyId, name, bytes }: Readonly<{ agencyId: string; name: string; bytes: Uint8Array }>,
): Promise<Readonly<{ html: string; left: readonly string[] }>> {
  allowWithin(ctx, 'draft-document', agencyId)
  await refuseSecretFile(bytes, name)
  const { html, left } = wordToHtml(bytes)
  const clean = cleanHtml(html.replace(/<img [^>]*>/g, ''))
  if (clean === '') throw new Invalid('这个文件里没有文字', { file: '这个文件里没有文字' })
  return { html: clean, left: leftSentences(left, 'drafter') }
}

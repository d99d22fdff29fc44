import { Invalid } from '../../../errors.ts'
import type { Context } from '../../context.ts'
import { inThread, type NoAnswer } from '../../limited-worker.ts'
import { refuseSecretFile } from '../../screening/refuse-secret-file.ts'
import { cleanHtml } from '../clean-html.ts'
import { allowWithin } from '../own-agency.ts'
import { keepPicture } from '../picture/keep-picture.ts'
import { pictureAddress, pictureFault } from '../picture/text-picture.ts'
import type { WordAnswer } from './read-word-worker.ts'
import { leftSentences, type WordPicture } from './word-pictures.ts'

const LIMITS = { seconds: 30, megabytes: 512 } as const
const GAVE_UP: Readonly<Record<NoAnswer['gaveUp'], string>> = {
  'too-long': '文件内容过多，没有读完，请拆分后再上传',
  'too-big': '文件内容过大，没有读完，请拆分后再上传',
  stopped: '文件的写法异常，不能读取，请另存为新文件后再上传',
}

/**
 * 上传 Word 正文: read, looked at for secret marks, and handed to the editor. Of the file nothing is kept but its pictures,
 * cleaned, for the text that is going to show them.
 */
export async function readWordFile(
  ctx: Context,
  { agencyId, name, bytes }: Readonly<{ agencyId: string; name: string; bytes: Uint8Array }>,
): Promise<Readonly<{ html: string; left: readonly string[] }>> {
  allowWithin(ctx, 'draft-document', agencyId)
  await refuseSecretFile(bytes, name)
  const answer = await inThread<WordAnswer>(import.meta.url, 'read-word-worker', bytes, LIMITS)
  if ('gaveUp' in answer) throw refused(GAVE_UP[answer.gaveUp])
  if ('fault' in answer) throw refused(answer.fault)
  const { html, pictures, left } = answer.text
  const kept = await keepAll(ctx, agencyId, pictures)
  const placed = html.replace(/src="\/files\/word\/(\d+)"/g, (_, place: string) => {
    const fileId = kept.addresses[Number(place)]
    return fileId === undefined ? 'src=""' : `src="${pictureAddress(fileId)}"`
  })
  const clean = cleanHtml(placed)
  if (clean === '') throw refused('这个文件里没有文字')
  return { html: clean, left: [...leftSentences(left, 'drafter'), ...kept.left] }
}

async function keepAll(ctx: Context, agencyId: string, pictures: readonly WordPicture[]) {
  const addresses: (string | undefined)[] = []
  const left: string[] = []
  for (const [index, { name, alt, bytes }] of pictures.entries()) {
    const fault = pictureFault(bytes)
    if (fault === undefined) addresses.push(await keepPicture(ctx, { agencyId, name, bytes }))
    else {
      addresses.push(undefined)
      left.push(`${alt === '' ? `第${index + 1}幅图片` : `图片“${alt.slice(0, 30)}”`}没有带入：${fault}`)
    }
  }
  return { addresses, left }
}

function refused(sentence: string): Invalid {
  return new Invalid(sentence, { file: sentence })
}

import { readTextInWorker, UnreadableFile } from '@mingfu/report'
import { inThread, type NoAnswer } from '../limited-worker.ts'
import { linePieces, paged } from './convert.ts'
import { type Preview, type Reader, without } from './preview.ts'

export type PreviewTask = Readonly<{ bytes: Uint8Array; reader: Exclude<Reader, 'old-word'> }>
export type PreviewLimits = Readonly<{ seconds?: number; megabytes?: number }>

const SECONDS = 30
const MEGABYTES = 512
/** Readers on the portal decide when a file is looked at: they may not take the whole machine. */
const AT_ONCE = 2
const running = { tasks: 0 }
const waiting: (() => void)[] = []

const GAVE_UP: Readonly<Record<NoAnswer['gaveUp'], string>> = {
  'too-long': '文件内容过多，在限定的时间内没有转换完，不能预览',
  'too-big': '文件内容过大，不能预览',
  stopped: '文件的写法异常，不能预览',
}

/** 在隔离的线程里转换: a hostile file takes neither more time nor more memory than it is given. */
export async function convertInWorker(
  bytes: Uint8Array,
  name: string,
  reader: Reader,
  limits: PreviewLimits = {},
): Promise<Preview> {
  while (running.tasks >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running.tasks += 1
  try {
    return reader === 'old-word' ? await oldWord(bytes, name) : await answerOf({ bytes, reader }, limits)
  } finally {
    running.tasks -= 1
    waiting.shift()?.()
  }
}

/** doc、wps: only their words are read, by the reader of reports, which has a thread of its own. */
async function oldWord(bytes: Uint8Array, name: string): Promise<Preview> {
  try {
    const text = await readTextInWorker(bytes, name, { seconds: SECONDS, megabytes: MEGABYTES })
    return paged({ pieces: linePieces(text), notes: ['旧版 Word 文件只显示文字，不显示格式和图片'] })
  } catch (error) {
    if (error instanceof UnreadableFile) return without(error.message)
    throw error
  }
}

async function answerOf(
  task: PreviewTask,
  { seconds = SECONDS, megabytes = MEGABYTES }: PreviewLimits,
): Promise<Preview> {
  const answer = await inThread<Preview>(import.meta.url, 'preview-worker', task, { seconds, megabytes })
  return 'gaveUp' in answer ? without(GAVE_UP[answer.gaveUp]) : answer
}

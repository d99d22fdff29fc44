import { Worker } from 'node:worker_threads'
import type { ScreeningLists } from '../screen-texts.ts'
import { type PageSize, type RedactedPdf, RedactionFault, type RedactionMark } from './mark.ts'
import type { RedactionAnswer, RedactionJob } from './redaction-worker.ts'
import type { Suggestions } from './suggest-marks.ts'

/** Directories of fonts that stand in for those a PDF names and does not carry. */
export type RedactionOptions = Readonly<{ fontDirectories?: readonly string[] }>

const MILLISECONDS = 600_000
/** So that several long files do not take the whole machine. */
const AT_ONCE = 2
const running = { jobs: 0 }
const waiting: (() => void)[] = []

/** The pages of a PDF. Throws `RedactionFault` when it cannot be read. */
export async function pdfPageSizes(pdf: Uint8Array): Promise<readonly PageSize[]> {
  const done = await inWorker({ kind: 'sizes', pdf, fontDirectories: [] })
  return 'sizes' in done ? done.sizes : unexpected()
}

/** A page as a WebP picture, to draw boxes on; the same drawing that `redactPdf` paints over. */
export async function pdfPagePicture(
  pdf: Uint8Array,
  page: number,
  dotsPerInch: number,
  options: RedactionOptions = {},
): Promise<Uint8Array> {
  const done = await inWorker({ kind: 'picture', pdf, page, dotsPerInch, ...fontsOf(options) })
  return 'picture' in done ? done.picture : unexpected()
}

/** 提示: where personal data may stand, for a person to look at. */
export async function pdfSuggestions(pdf: Uint8Array, lists: ScreeningLists): Promise<Suggestions> {
  const done = await inWorker({ kind: 'suggest', pdf, lists, fontDirectories: [] })
  return 'suggestions' in done ? done.suggestions : unexpected()
}

/** 遮盖 PDF: the file as pictures with the boxes burned in, opened again and proven clean. Without boxes it is cleaned only, and keeps its text where that is safe. */
export async function redactPdf(
  pdf: Uint8Array,
  marks: readonly RedactionMark[],
  options: RedactionOptions = {},
): Promise<RedactedPdf> {
  const done = await inWorker({ kind: 'burn', pdf, marks, ...fontsOf(options) })
  return 'redacted' in done ? done.redacted : unexpected()
}

function fontsOf({ fontDirectories = [] }: RedactionOptions) {
  return { fontDirectories }
}

async function inWorker(job: RedactionJob): Promise<RedactionAnswer> {
  while (running.jobs >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  running.jobs += 1
  try {
    const answer = await answerOf(job)
    if ('fault' in answer) throw answer.known ? new RedactionFault(answer.fault) : new Error(answer.fault)
    return answer
  } finally {
    running.jobs -= 1
    waiting.shift()?.()
  }
}

function answerOf(job: RedactionJob): Promise<RedactionAnswer> {
  const file = import.meta.url.endsWith('.ts') ? './redaction-worker.ts' : './redaction-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), { workerData: job })
  return new Promise<RedactionAnswer>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new RedactionFault('文件处理时间过长，请分成几个文件后再试')),
      MILLISECONDS,
    )
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new RedactionFault('文件处理中途退出，请分成几个较小的文件后再试')))
    worker.once('exit', () => clearTimeout(timer))
  }).finally(() => void worker.terminate())
}

function unexpected(): never {
  throw new Error('the redaction worker gave another answer than it was asked for')
}

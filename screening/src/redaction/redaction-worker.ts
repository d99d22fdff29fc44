import { parentPort, workerData } from 'node:worker_threads'
import type { ScreeningLists } from '../screen-texts.ts'
import { burnRedactions } from './burn.ts'
import type { RedactedPdf, RedactionMark } from './mark.ts'
import { type PageSize, RedactionFault } from './mark.ts'
import { drawPage, openPdf, pageSizes, useFonts } from './pdf-pages.ts'
import { type Suggestions, suggestMarks } from './suggest-marks.ts'

/** One piece of work a worker: it ends with it, and takes its memory along. */
export type RedactionJob = Readonly<{ pdf: Uint8Array; fontDirectories: readonly string[] }> &
  (
    | Readonly<{ kind: 'sizes' }>
    | Readonly<{ kind: 'picture'; page: number; dotsPerInch: number }>
    | Readonly<{ kind: 'suggest'; lists: ScreeningLists }>
    | Readonly<{ kind: 'burn'; marks: readonly RedactionMark[] }>
  )

export type RedactionAnswer =
  | Readonly<{ sizes: readonly PageSize[] }>
  | Readonly<{ picture: Uint8Array }>
  | Readonly<{ suggestions: Suggestions }>
  | Readonly<{ redacted: RedactedPdf }>
  | Readonly<{ fault: string; known: boolean }>

const job = workerData as RedactionJob
useFonts(job.fontDirectories)

answer().then(
  (done) => parentPort?.postMessage(done),
  (error: unknown) =>
    parentPort?.postMessage({
      fault: error instanceof Error ? error.message : String(error),
      known: error instanceof RedactionFault,
    } satisfies RedactionAnswer),
)

async function answer(): Promise<RedactionAnswer> {
  if (job.kind === 'burn') return { redacted: await burnRedactions(job.pdf, job.marks) }
  const document = await openPdf(job.pdf)
  try {
    if (job.kind === 'sizes') return { sizes: await pageSizes(document) }
    if (job.kind === 'suggest') return { suggestions: await suggestMarks(document, job.lists) }
    if (job.page < 1 || job.page > document.numPages)
      throw new RedactionFault(`文件共${document.numPages}页，没有第${job.page}页`)
    const canvas = await drawPage(await document.getPage(job.page), job.dotsPerInch)
    return { picture: new Uint8Array(await canvas.encode('webp', 85)) }
  } finally {
    await document.loadingTask.destroy()
  }
}

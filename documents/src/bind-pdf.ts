import { Worker } from 'node:worker_threads'
import type { Bound, Sheet } from './bind-worker.ts'
import { DocumentError } from './document-error.ts'

export type { Bound, Sheet } from './bind-worker.ts'

const LIMITS = { megabytes: 1_024, milliseconds: 180_000 } as const

/**
 * 装订: one PDF of many files, in order. Numbered sheets get running page numbers in the upper right corner; a sheet
 * that cannot be opened is left out and says so by `null`.
 */
export async function bindPdf(sheets: readonly Sheet[], title: string): Promise<Bound> {
  const file = import.meta.url.endsWith('.ts') ? './bind-worker.ts' : './bind-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: { sheets, title },
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.megabytes },
  })
  const timer = setTimeout(() => void worker.terminate(), LIMITS.milliseconds)
  try {
    return await new Promise<Bound>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', (error) => reject(notBound(error.message)))
      worker.once('exit', () => reject(notBound('用时过长或者中途退出')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function notBound(why: string): DocumentError {
  return new DocumentError('pdf-not-drawn', `装订 PDF 失败：${why}`)
}

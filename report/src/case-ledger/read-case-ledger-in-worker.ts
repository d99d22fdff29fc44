import { Worker } from 'node:worker_threads'
import { UnreadableFile } from '../read/unreadable-file.ts'
import type { ReadCaseLedger } from './read-case-ledger.ts'

export type LedgerAnswer = Readonly<{ read: ReadCaseLedger }> | Readonly<{ unreadable: string }>

const SECONDS = 180
const MEGABYTES = 1536

/**
 * 在另一线程里读台账: ten thousand cases take seconds, in which nobody else is kept waiting, and no file takes more
 * time or memory than it is given. Throws `UnreadableFile` with a sentence for people.
 */
export function readCaseLedgerInWorker(bytes: Uint8Array): Promise<ReadCaseLedger> {
  const { promise, resolve, reject } = Promise.withResolvers<ReadCaseLedger>()
  // Beside the source stands the source of the worker, beside the bundle the bundled worker.
  const entry = import.meta.url.endsWith('.ts') ? './case-ledger-worker.ts' : './case-ledger-worker.js'
  const worker = new Worker(new URL(entry, import.meta.url), {
    workerData: new Uint8Array(bytes),
    resourceLimits: { maxOldGenerationSizeMb: MEGABYTES },
    stdout: true,
    stderr: true,
  })
  const stop = (sentence: string) => () => reject(new UnreadableFile(sentence))
  const timer = setTimeout(stop('台账读取超时，请分成几份导入'), SECONDS * 1000)
  worker.once('message', (answer: LedgerAnswer) =>
    'read' in answer ? resolve(answer.read) : reject(new UnreadableFile(answer.unreadable)),
  )
  worker.once('error', stop('台账内容过大或者异常，没有读取，请分成几份导入'))
  worker.once('exit', stop('台账读取中断，请重新取得文件后再试'))
  return promise.finally(() => {
    clearTimeout(timer)
    void worker.terminate()
  })
}

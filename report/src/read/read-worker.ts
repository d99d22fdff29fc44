import { parentPort, workerData } from 'node:worker_threads'
import { plainTextOf } from './plain-text.ts'
import { readReport } from './read-report.ts'
import type { ReadAnswer, ReadTask } from './read-report-in-worker.ts'
import { readSource } from './read-source.ts'
import { UnreadableFile } from './unreadable-file.ts'

const { want, bytes, fileName, options } = workerData as ReadTask

async function answer(): Promise<ReadAnswer> {
  try {
    if (want === 'text') return { text: plainTextOf(await readSource(bytes, fileName, options)) }
    return { read: await readReport(bytes, fileName, options) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message }
    throw error
  }
}

parentPort?.postMessage(await answer())

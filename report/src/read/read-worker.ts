import { parentPort, workerData } from 'node:worker_threads'
import { readReport } from './read-report.ts'
import type { ReadAnswer, ReadTask } from './read-report-in-worker.ts'
import { UnreadableFile } from './unreadable-file.ts'

const { bytes, fileName, options } = workerData as ReadTask

async function answer(): Promise<ReadAnswer> {
  try {
    return { read: await readReport(bytes, fileName, options) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message }
    throw error
  }
}

parentPort?.postMessage(await answer())

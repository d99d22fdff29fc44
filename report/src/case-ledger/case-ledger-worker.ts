import { parentPort, workerData } from 'node:worker_threads'
import { UnreadableFile } from '../read/unreadable-file.ts'
import { readCaseLedger } from './read-case-ledger.ts'
import type { LedgerAnswer } from './read-case-ledger-in-worker.ts'

function answer(): LedgerAnswer {
  try {
    return { read: readCaseLedger(workerData as Uint8Array) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message }
    throw error
  }
}

parentPort?.postMessage(answer())

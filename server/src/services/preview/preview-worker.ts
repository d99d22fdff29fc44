import { parentPort, workerData } from 'node:worker_threads'
import { convert } from './convert.ts'
import type { PreviewTask } from './convert-in-worker.ts'

const { bytes, reader } = workerData as PreviewTask

parentPort?.postMessage(convert(bytes, reader))

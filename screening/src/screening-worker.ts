import { parentPort, workerData } from 'node:worker_threads'
import { cleanOffice } from './clean/clean-office.ts'
import { UnreadableFile } from './layers/archive.ts'
import { readLayers } from './layers/read-layers.ts'
import { type ScreenedFile, screenLayers } from './screen-layers.ts'
import type { ScreeningLists } from './screen-texts.ts'

/** One piece of work a worker: it ends with it, and takes its memory along. */
export type ScreeningJob = Readonly<{
  kind: 'screen' | 'clean'
  bytes: Uint8Array
  name: string
  lists: ScreeningLists
}>

export type ScreeningAnswer =
  | Readonly<{ screened: ScreenedFile }>
  | Readonly<{ cleaned: Uint8Array }>
  | Readonly<{ fault: string }>

const { kind, bytes, name, lists } = workerData as ScreeningJob

async function answer(): Promise<ScreeningAnswer> {
  try {
    if (kind === 'clean') return { cleaned: await cleanOffice(bytes, name, lists) }
    return { screened: screenLayers(await readLayers(bytes, name), lists) }
  } catch (error) {
    if (error instanceof UnreadableFile) return { fault: error.message }
    throw error
  }
}

parentPort?.postMessage(await answer())

import { parentPort, workerData } from 'node:worker_threads'
import { Invalid } from '../../../errors.ts'
import { type WordText, wordToHtml } from './word-to-html.ts'

/** What the thread answers: the text with its pictures, or the sentence that says why not. */
export type WordAnswer = Readonly<{ text: WordText }> | Readonly<{ fault: string }>

function answer(): WordAnswer {
  try {
    return { text: wordToHtml(workerData as Uint8Array) }
  } catch (error) {
    if (error instanceof Invalid) return { fault: error.message }
    throw error
  }
}

parentPort?.postMessage(answer())

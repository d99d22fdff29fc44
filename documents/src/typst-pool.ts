import { Worker } from 'node:worker_threads'
import { DocumentError } from './document-error.ts'
import type { TypstAnswer, TypstPaper, TypstSetup } from './typst-worker.ts'

const DOCUMENTS_PER_WORKER = 500
const MILLISECONDS_PER_DOCUMENT = 60_000

type Waiting = Readonly<{
  resolve: (pdf: Uint8Array) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}>

type Press = { worker: Worker; drawn: number; waiting: Map<number, Waiting> }

/** One worker for each set of fonts; drawing is synchronous inside it, so jobs queue there. */
const presses = new Map<string, Press>()
let lastId = 0

/** A PDF from the document as JSON and its pictures, drawn outside the event loop. */
export function drawInWorker(paper: TypstPaper, setup: TypstSetup): Promise<Uint8Array> {
  const key = JSON.stringify(setup.fontDirectories)
  const press = presses.get(key) ?? startPress(key, setup)
  press.drawn += 1
  // The compiler's memory does not all come back: start afresh now and then. The old worker ends when idle.
  if (press.drawn >= DOCUMENTS_PER_WORKER) presses.delete(key)
  lastId += 1
  const id = lastId
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => void press.worker.terminate(),
      MILLISECONDS_PER_DOCUMENT * (press.waiting.size + 1),
    )
    press.waiting.set(id, { resolve, reject, timer })
    press.worker.ref()
    press.worker.postMessage({ id, ...paper })
  })
}

function startPress(key: string, setup: TypstSetup): Press {
  const file = import.meta.url.endsWith('.ts') ? './typst-worker.ts' : './typst-worker.js'
  const worker = new Worker(new URL(file, import.meta.url), { workerData: setup })
  const press: Press = { worker, drawn: 0, waiting: new Map() }
  presses.set(key, press)
  worker.unref()
  worker.on('message', (answer: TypstAnswer) => settle(press, answer))
  worker.on('error', (error) => abandon(key, press, error.message))
  worker.on('exit', () => abandon(key, press, '排版程序中途退出'))
  return press
}

function settle(press: Press, answer: TypstAnswer) {
  const waiting = press.waiting.get(answer.id)
  if (waiting === undefined) return
  press.waiting.delete(answer.id)
  clearTimeout(waiting.timer)
  if ('pdf' in answer) waiting.resolve(answer.pdf)
  else waiting.reject(new DocumentError('pdf-not-drawn', `生成 PDF 失败：${answer.fault}`))
  if (press.waiting.size > 0) return
  press.worker.unref()
  if (press.drawn >= DOCUMENTS_PER_WORKER) void press.worker.terminate()
}

function abandon(key: string, press: Press, why: string) {
  if (presses.get(key) === press) presses.delete(key)
  for (const waiting of press.waiting.values()) {
    clearTimeout(waiting.timer)
    waiting.reject(new DocumentError('pdf-not-drawn', `生成 PDF 失败：${why}`))
  }
  press.waiting.clear()
}

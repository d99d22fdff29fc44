// Reading and checking annual reports, each kind of file beside the bare parse of the same file in the same run; then
// ten thousand pages on two cores.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { checkReport, readReport } from '@mingfu/report'
import { load } from 'cheerio'
import { unzipSync } from 'fflate'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

const FIXTURES = new URL('../../report/fixtures/reports/', import.meta.url)
const MANY = 10_000
const CORES = 2

if (isMainThread) {
  await besideTheParse('html', 'hangzhou-like-2025.html', 60, (bytes) =>
    load(new TextDecoder().decode(bytes)),
  )
  await besideTheParse('docx', 'blank-form-2021.docx', 40, bareWord)
  await besideTheParse('pdf ', 'huaian-2024.pdf', 6, bareText)
  await manyOnTwoCores()
} else await readMany(workerData as number)

async function besideTheParse(
  kind: string,
  name: string,
  times: number,
  bare: (bytes: Uint8Array) => unknown,
): Promise<void> {
  const bytes = fixture(name)
  const whole = async () => checkReport((await readReport(bytes, name)).report, name)
  await measure(5, whole)
  await measure(5, () => bare(bytes))
  const ours = await measure(times, whole)
  const theirs = await measure(times, () => bare(bytes))
  const ratio = (ours / theirs).toFixed(1)
  console.log(
    `${kind} read and checked ${ours.toFixed(1)} ms, bare parse ${theirs.toFixed(1)} ms, ratio ${ratio}`,
  )
}

/** The median of the times, in milliseconds: one pause of the machine says nothing. */
async function measure(times: number, work: () => unknown): Promise<number> {
  const taken: number[] = []
  for (let count = 0; count < times; count++) {
    const began = performance.now()
    await work()
    taken.push(performance.now() - began)
  }
  return taken.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0
}

function bareWord(bytes: Uint8Array): void {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })
  load(new TextDecoder().decode(parts['word/document.xml']), { xml: true })
}

async function bareText(bytes: Uint8Array): Promise<void> {
  const assets = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const document = await getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${join(assets, 'cmaps')}/`,
    cMapPacked: true,
    verbosity: 0,
  }).promise
  for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent()
  await document.loadingTask.destroy()
}

/** Ten thousand pages, no two with the same figures, and the memory of the whole program meanwhile. */
async function manyOnTwoCores(): Promise<void> {
  const began = performance.now()
  const share = MANY / CORES
  let done = 0
  await Promise.all(
    Array.from({ length: CORES }, (_, core) => {
      const worker = new Worker(new URL(import.meta.url), { workerData: core * share })
      worker.on('message', (count: number) => {
        done += count
        if (done % 2000 === 0) console.log(`${done} html reports, ${megabytes()} MB`)
      })
      return new Promise((resolve, reject) => worker.once('exit', resolve).once('error', reject))
    }),
  )
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${MANY} html reports on ${CORES} cores in ${seconds.toFixed(0)} s, ${Math.round(MANY / seconds)} a second`,
  )
}

async function readMany(first: number): Promise<void> {
  const page = new TextDecoder().decode(fixture('hangzhou-like-2025.html'))
  for (let number = first; number < first + MANY / CORES; number++) {
    const text = page.replace(/(<td[^>]*>)\d+(?=<)/, `$1${number}`)
    const { report, cells } = await readReport(new TextEncoder().encode(text), `${number}.html`)
    checkReport(report)
    if (Object.keys(cells).length < 200) throw new Error(`page ${number} was not read whole`)
    if ((number + 1) % 500 === 0) parentPort?.postMessage(500)
  }
}

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(name, FIXTURES)))
}

function megabytes(): number {
  return Math.round(process.memoryUsage().rss / 1e6)
}

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
import { governmentPage } from './government-page.ts'

const FIXTURES = new URL('../../report/fixtures/reports/', import.meta.url)
const MANY = 10_000
const CORES = 2

if (isMainThread) {
  const article = fixture('hangzhou-like-2025.html')
  const page = new TextEncoder().encode(governmentPage(new TextDecoder().decode(article)))
  const bareHtml = (bytes: Uint8Array) => load(new TextDecoder().decode(bytes))
  await besideTheParse('html, a page of a site', 'page.html', page, 200, bareHtml)
  await besideTheParse('html, the article alone', 'article.html', article, 200, bareHtml)
  await besideTheParse('docx', 'form.docx', fixture('blank-form-2021.docx'), 60, bareWord)
  await besideTheParse('pdf', 'huaian-2024.pdf', fixture('huaian-2024.pdf'), 8, bareText)
  await manyOnTwoCores()
} else await readMany(workerData as number)

/** Turn by turn and in processor time, so that what else the machine does falls on neither. */
async function besideTheParse(
  kind: string,
  name: string,
  bytes: Uint8Array,
  times: number,
  bare: (bytes: Uint8Array) => unknown,
): Promise<void> {
  let [whole, parse] = [0, 0]
  for (let count = 0; count < times * 1.25; count++) {
    const began = process.cpuUsage()
    checkReport((await readReport(bytes, name)).report, name)
    const between = process.cpuUsage()
    await bare(bytes)
    const ended = process.cpuUsage()
    // The first fifth only warms up.
    if (count < times / 4) continue
    whole += between.user + between.system - began.user - began.system
    parse += ended.user + ended.system - between.user - between.system
  }
  const each = (micros: number) => (micros / 1000 / times).toFixed(1)
  const size = Math.round(bytes.length / 1000)
  console.log(
    `${kind} (${size} KB): read and checked ${each(whole)} ms, bare parse ${each(parse)} ms of processor time, ratio ${(whole / parse).toFixed(1)}`,
  )
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
      const worker = new Worker(new URL(import.meta.url), {
        workerData: core * share,
        // Garbage of many small reports is swept early: else two threads keep a gigabyte of it.
        resourceLimits: { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 },
      })
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

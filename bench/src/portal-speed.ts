// The portal of the demonstration: the first page after a start; a cached page beside nginx with the same bytes, in
// requests for a second of processor time, which a busy machine does not change; the weight of every kind of page; and
// the largest paint on a phone of middling speed. `node bench/src/portal-speed.ts`
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { newPage, openBrowser } from '../../tests/src/browser.ts'
import { cpuSecondsOf } from './portal/cpu-of.ts'
import { flood } from './portal/flood.ts'
import { freePort, startRival } from './portal/rival.ts'

const SECONDS = 8
const HEADERS = ['content-security-policy', 'x-content-type-options', 'referrer-policy', 'x-frame-options']

const work = mkdtempSync(join(tmpdir(), 'mingfu-bench-'))
const port = await freePort()
const url = `http://127.0.0.1:${port}`
let product: ChildProcess | undefined
try {
  console.log(`first page, new data directory          ${await started()} s`)
  await stopped()
  console.log(`first page, everything there            ${await started()} s`)
  await beside()
  const paths = await pagesOf()
  await weights(paths)
  await paints(paths)
} finally {
  await stopped()
  rmSync(work, { recursive: true, force: true })
}

/** Starts the product as `npm start` does once it is built; answers the seconds to its first page. */
async function started(): Promise<string> {
  const began = performance.now()
  const program = join(import.meta.dirname, '../../cli/bin/mingfu.mjs')
  product = spawn(process.execPath, [program, 'start'], {
    env: { ...process.env, MINGFU_HOME: join(work, 'home'), PORT: String(port), HOST: '127.0.0.1' },
    stdio: 'ignore',
  })
  for (;;) {
    const answer = await fetch(url).catch(() => undefined)
    if (answer?.ok) return ((performance.now() - began) / 1000).toFixed(1)
    await sleep(50)
  }
}

async function stopped(): Promise<void> {
  const ending = product
  product = undefined
  if (ending === undefined || ending.exitCode !== null) return
  const ended = new Promise((resolve) => ending.once('exit', resolve))
  ending.kill('SIGTERM')
  await ended
}

async function beside(): Promise<void> {
  const answer = await fetch(`${url}/yahe`)
  const body = Buffer.from(await answer.arrayBuffer())
  const headers = HEADERS.map((name) => `add_header ${name} "${answer.headers.get(name) ?? ''}";`)
  const rival = await startRival(work, body, headers)
  try {
    await untilQuiet(product?.pid ?? 0)
    const ours = await rate(port, '/yahe', product?.pid ?? 0)
    const theirs = await rate(rival.port, '/page.html', rival.pid)
    console.log(
      `a cached page, ${(body.length / 1024).toFixed(0)} KB before gzip, requests a second of processor:`,
    )
    console.log(
      `  Mingfu ${ours.toFixed(0)}   ${rival.name} ${theirs.toFixed(0)}   ${((100 * ours) / theirs).toFixed(0)} %`,
    )
  } finally {
    rival.stop()
  }
}

/** The work that a start leaves behind, like the search index of the demonstration, is not the portal's. */
async function untilQuiet(pid: number): Promise<void> {
  for (let waited = 0; waited < 120; waited += 1) {
    const before = cpuSecondsOf(pid)
    await sleep(1000)
    if (cpuSecondsOf(pid) - before < 0.05) return
  }
}

async function rate(at: number, path: string, pid: number): Promise<number> {
  await flood(at, path, { seconds: 2 })
  const before = cpuSecondsOf(pid)
  const { requests } = await flood(at, path, { seconds: SECONDS })
  return requests / (cpuSecondsOf(pid) - before)
}

/** One address of every kind of page. */
async function pagesOf(): Promise<readonly string[]> {
  const list = await (await fetch(`${url}/yahe/statutory`)).text()
  const first = /\/yahe\/documents\/[0-9a-f-]{36}/.exec(list)?.[0] ?? ''
  const places = [
    'guide',
    'systems',
    'statutory',
    'annual',
    'annual/2019',
    'apply',
    'apply/person',
    'catalogue',
  ]
  return [
    '/',
    '/yahe',
    ...[...places, 'key-areas', 'open-data', 'feedback', 'subscribe', 'board'].map(
      (place) => `/yahe/${place}`,
    ),
    first,
    '/search?q=宅基地',
    '/apply/status',
    '/tools/clock',
    '/tools/report-check',
    '/verify',
    '/sitemap',
    '/en',
  ]
}

/** What a browser that has seen nothing fetches for a page: itself, style sheets, scripts, icon. */
async function weights(paths: readonly string[]): Promise<void> {
  const heavy: [number, string][] = []
  for (const path of paths) {
    const page = await (await fetch(url + path)).text()
    const parts = [...page.matchAll(/<(?:link rel="(?:stylesheet|icon)"[^>]*href|script src)="([^"]+)"/g)]
    let sum = 0
    for (const part of [path, ...parts.map(([, href]) => href ?? '')]) {
      const answer = await fetch(url + part, { headers: { 'accept-encoding': 'gzip' } })
      // Of an answer that was unpacked on the way, the length says what came over the wire.
      sum += Number(answer.headers.get('content-length')) || (await answer.arrayBuffer()).byteLength
    }
    heavy.push([sum / 1024, path])
  }
  heavy.sort(([a], [b]) => b - a)
  const [most, least] = [heavy[0], heavy.at(-1)]
  console.log(
    `weight of ${heavy.length} kinds of page with all they need: ${least?.[0].toFixed(0)} to ${most?.[0].toFixed(0)} KB (${most?.[1]})`,
  )
}

/** Largest paint as a phone sees it: 360 px wide, four times slower than this machine, 1.6 Mbit/s, 150 ms away. */
async function paints(paths: readonly string[]): Promise<void> {
  const { browser, close } = await openBrowser()
  const times: [number, string][] = []
  try {
    for (const path of paths) {
      const runs: number[] = []
      for (let run = 0; run < 3; run += 1) {
        const { page, context } = await newPage(browser, { width: 360 })
        const session = await context.newCDPSession(page)
        await session.send('Network.enable')
        await session.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: 150,
          downloadThroughput: (1.6 * 1024 * 1024) / 8,
          uploadThroughput: (0.75 * 1024 * 1024) / 8,
        })
        await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
        await page.goto(url + path, { waitUntil: 'load' })
        runs.push(
          await page.evaluate(
            () =>
              new Promise<number>((resolve) => {
                new PerformanceObserver((list) =>
                  resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN),
                ).observe({ type: 'largest-contentful-paint', buffered: true })
                setTimeout(() => resolve(Number.NaN), 5000)
              }),
          ),
        )
        await context.close()
      }
      times.push([runs.toSorted((a, b) => a - b)[1] ?? Number.NaN, path])
    }
  } finally {
    await close()
  }
  times.sort(([a], [b]) => b - a)
  const [slowest, fastest] = [times[0], times.at(-1)]
  console.log(
    `largest paint on a slow phone: ${fastest?.[0].toFixed(0)} to ${slowest?.[0].toFixed(0)} ms (${slowest?.[1]})`,
  )
}

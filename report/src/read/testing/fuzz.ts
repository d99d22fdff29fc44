// node report/src/read/testing/fuzz.ts [minutes] [seed]: spoilt files through every reader, and damaged reports through
// the whole of reading, until the time is up. Stops with the seed at the first crash, hang or wrong cell.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { chooser } from './chooser.ts'
import { damagedFile, damagedReport, isKnowable, wrongCellsOf } from './damaged-report.ts'
import { faultOf, fuzzFile, realFiles } from './fuzz-reader.ts'

const minutes = Number(process.argv[2] ?? 60)
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31))
/** More work of the processor than this on one round is a hang. */
const HANG_SECONDS = 20
/** Slower than this is a hang, even on a busy machine. */
const SLOW_SECONDS = 60
/** Memory that stays after the first minute may grow by so much, in megabytes. */
const GROWTH = 200

const until = Date.now() + minutes * 60_000
const real = await realFiles()
let settled: number | null = null
let slowest = 0
process.stdout.write(`${minutes} minutes, seed ${seed}\n`)

// The workbook library speaks of every record that it does not know.
console.error = () => {}

/** The round in work, for a watch that still runs when this thread hangs. It counts the time of the processor. */
const inWork = new Int32Array(new SharedArrayBuffer(4))
const WATCH = `
const { workerData } = require('node:worker_threads')
const { writeSync } = require('node:fs')
let seen = -1
let began = 0
setInterval(() => {
  const used = process.cpuUsage().user / 1e6
  const round = Atomics.load(workerData.inWork, 0)
  if (round !== seen) { seen = round; began = used }
  else if (used - began > workerData.seconds) {
    writeSync(2, 'round ' + round + ' of seed ' + workerData.seed + ': hangs (seed ' + (workerData.seed + round) + ')\\n')
    process.kill(process.pid, 'SIGKILL')
  }
}, 1000)`
const watch = new Worker(WATCH, { eval: true, workerData: { inWork, seed, seconds: HANG_SECONDS } })
watch.unref()

let round = 0
for (; Date.now() < until; round++) {
  Atomics.store(inWork, 0, round)
  const file = fuzzFile(chooser(seed + round), real)
  const began = performance.now()
  const fault = await faultOf(file)
  const seconds = (performance.now() - began) / 1000
  slowest = Math.max(slowest, seconds)
  if (fault !== null || seconds > SLOW_SECONDS) {
    const kept = join(tmpdir(), `fuzz-${seed + round}-${file.name}`)
    writeFileSync(kept, file.bytes)
    stop(`${file.what} as ${file.name}, kept as ${kept}: ${fault ?? `took ${Math.round(seconds)} s`}`)
  }
  for (const report of [damagedReport(seed + round), damagedFile(seed + round)]) {
    const wrong = isKnowable(report) ? await wrongCellsOf(report) : []
    if (wrong.length > 0) stop(`${JSON.stringify(report)}: ${wrong.join('; ')}`)
  }
  if (round % 500 === 499) weigh()
}
weigh()
process.stdout.write(`no crash, no hang, no wrong cell in ${round} files and ${2 * round} damaged reports\n`)

function weigh(): void {
  globalThis.gc?.()
  const used = Math.round(process.memoryUsage().heapUsed / 1e6)
  if (settled === null && round > 1500) settled = used
  process.stdout.write(`${round + 1} rounds, ${used} MB, slowest ${slowest.toFixed(1)} s\n`)
  if (globalThis.gc !== undefined && settled !== null && used > settled + GROWTH)
    stop(`memory grew from ${settled} to ${used} MB`)
}

function stop(why: string): never {
  process.stderr.write(`round ${round} of seed ${seed}: ${why}\n`)
  process.exit(1)
}

// node report/src/read/testing/fuzz.ts [minutes] [seed]: spoilt files through every reader, and damaged reports through
// the whole of reading, until the time is up. Stops with the seed at the first crash, hang or wrong cell.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooser } from './chooser.ts'
import { damagedFile, damagedReport, isKnowable, wrongCellsOf } from './damaged-report.ts'
import { faultOf, fuzzFile, realFiles } from './fuzz-reader.ts'

const minutes = Number(process.argv[2] ?? 60)
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 31))
/** Slower than this is a hang, even on a busy machine. */
const HANG_SECONDS = 60
/** Memory that stays after the first minute may grow by so much, in megabytes. */
const GROWTH = 200

const until = Date.now() + minutes * 60_000
const real = await realFiles()
let settled: number | null = null
let slowest = 0
process.stdout.write(`${minutes} minutes, seed ${seed}\n`)

let round = 0
for (; Date.now() < until; round++) {
  const file = fuzzFile(chooser(seed + round), real)
  const began = performance.now()
  const fault = await faultOf(file)
  const seconds = (performance.now() - began) / 1000
  slowest = Math.max(slowest, seconds)
  if (fault !== null || seconds > HANG_SECONDS) {
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

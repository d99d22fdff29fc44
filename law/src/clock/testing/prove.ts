// node law/src/clock/testing/prove.ts [histories] [seed]: random histories through both clocks, until one differs.
import { compareClocks, ledgerAgrees } from './compare-clocks.ts'
import { type Draw, randomHistory } from './random-history.ts'

const histories = Number(process.argv[2] ?? 1_000_000)
const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 2 ** 32))
process.stdout.write(`${histories} histories, seed ${seed}\n`)

const draw = drawFrom(seed)
let events = 0
for (let done = 1; done <= histories; done++) {
  const history = randomHistory(draw)
  events += history.events.length
  const { real, naive } = compareClocks(history.events, history.settings)
  if (JSON.stringify(real) !== JSON.stringify(naive) || !ledgerAgrees(history.events, history.settings)) {
    process.stderr.write(`${JSON.stringify({ done, real, naive, ...history }, null, 1)}\n`)
    process.exit(1)
  }
  if (done % 100_000 === 0) process.stdout.write(`${done} agree\n`)
}
process.stdout.write(`all agree: ${histories} histories, ${events} events\n`)

/** mulberry32: small, seeded, and good enough to walk through cases. */
function drawFrom(start: number): Draw {
  let state = start >>> 0
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
}

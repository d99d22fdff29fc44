import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareClocks, ledgerAgrees } from './testing/compare-clocks.ts'
import { randomHistory } from './testing/random-history.ts'

/** Whatever has been drawn is a list of numbers, so that a failing history shrinks to a short one. */
const histories = fc.array(fc.nat(), { minLength: 40, maxLength: 120 }).map((numbers) => {
  let index = 0
  return randomHistory((limit) => (numbers[index++ % numbers.length] ?? 0) % limit)
})

test('two thousand random histories read alike by the clock and by one that goes from day to day', () => {
  fc.assert(
    fc.property(histories, ({ events, settings }) => {
      const { real, naive } = compareClocks(events, settings)
      expect(real).toEqual(naive)
      expect(ledgerAgrees(events, settings)).toBe(true)
    }),
    { numRuns: 2000, seed: 20190515 },
  )
})

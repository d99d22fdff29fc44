import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import { feeOptions } from './fee-options.ts'

const day = parsePlainDate

describe('what may be charged for a request', () => {
  const file = { receivedOn: day('2025-03-05'), number: 12, outcome: 'grant-provided', pages: 80 } as const

  test('the twelfth of the month with 80 pages: 100 yuan by item or 500 by volume, the office picks one', () => {
    expect(feeOptions(file)).toEqual([
      { method: 'by-item', quantity: 12, amountInYuan: 100 },
      { method: 'by-volume', quantity: 80, amountInYuan: 500 },
    ])
  })

  test('no pages, no fee by volume: a pointer to what is public hands nothing over', () => {
    expect(feeOptions({ ...file, outcome: 'grant-already-public' })).toEqual([
      { method: 'by-item', quantity: 12, amountInYuan: 100 },
    ])
  })

  test('nothing for the tenth request of 30 pages, and nothing before the measures', () => {
    expect(feeOptions({ ...file, number: 10, pages: 30 })).toEqual([])
    expect(feeOptions({ ...file, receivedOn: day('2020-12-31') })).toEqual([])
  })
})

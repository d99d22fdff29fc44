import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import { type CountedRequest, feeOptions, runningNumber } from './fee-options.ts'

const day = parsePlainDate

describe('the running number of a request in its month', () => {
  const request = (id: string, receivedOn: string, applicant = '甲', agency = 'A'): CountedRequest => ({
    id,
    applicant,
    agency,
    receivedOn: day(receivedOn),
  })
  const others = [
    request('1', '2025-02-28'),
    request('2', '2025-03-03'),
    request('3', '2025-03-03', '乙'),
    request('4', '2025-03-04', '甲', 'B'),
    request('6', '2025-03-05'),
    request('7', '2025-03-06'),
  ]

  test('counts earlier requests of the same applicant in the same calendar month and agency', () => {
    expect(runningNumber(request('5', '2025-03-05'), others, { feeScope: 'agency' })).toBe(2)
    expect(runningNumber(request('6', '2025-03-05'), others, { feeScope: 'agency' })).toBe(2)
    expect(runningNumber(request('7', '2025-03-06'), others, { feeScope: 'agency' })).toBe(3)
    expect(runningNumber(request('8', '2025-04-01'), others, { feeScope: 'agency' })).toBe(1)
  })

  test('counts over all agencies where the office is told to', () => {
    expect(runningNumber(request('5', '2025-03-05'), others, { feeScope: 'installation' })).toBe(3)
  })
})

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

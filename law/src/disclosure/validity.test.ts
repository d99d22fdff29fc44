import { describe, expect, test } from 'vitest'
import { parsePlainDate as on } from '../plain-date.ts'
import { type ValidityMark, validityLeft } from './validity.ts'

const amended: ValidityMark = { validity: 'amended', on: on('2022-01-01'), from: 'b amended' }
const repealed: ValidityMark = { validity: 'repealed', on: on('2024-01-01'), from: 'c repealed' }
const byHand = (validity: ValidityMark['validity']): ValidityMark => ({
  validity,
  on: on('2025-01-01'),
  from: null,
})

describe('有效性 once a statement no longer counts', () => {
  // biome-ignore format: a table
  const CASES = [
    // case                                   marks                                       gone             what is left
    ['nothing else was said',                 [repealed],                                 ['c repealed'],  'in-force', null],
    ['it had been amended before',            [amended, repealed],                        ['c repealed'],  'amended',  '2022-01-01'],
    ['the amendment goes, the repeal stays',  [amended, repealed],                        ['b amended'],   'repealed', '2024-01-01'],
    ['both go',                               [amended, repealed],                        ['b amended', 'c repealed'], 'in-force', null],
    ['a person had repealed it himself',      [repealed, byHand('repealed')],             ['c repealed'],  'repealed', '2025-01-01'],
    ['a person had put it in force again',    [repealed, byHand('in-force')],             ['c repealed'],  'in-force', '2025-01-01'],
    ['an amendment never ends a repeal',      [repealed, amended],                        [],              'repealed', '2024-01-01'],
  ] as const
  test.each(CASES)('%s', (_case, marks, gone, validity, since) => {
    expect(validityLeft(marks, new Set(gone))).toEqual({ validity, on: since })
  })
})

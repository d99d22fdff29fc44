import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import { missingEvidence, type SearchRecord, usedOnlyWordsOf } from './evidence-on-file.ts'

const SEARCH: SearchRecord = {
  systems: ['档案管理系统'],
  words: ['缴款凭证'],
  period: '2010年至2020年',
  searchedBy: '王晓明',
  searchedOn: parsePlainDate('2025-03-10'),
  unitsAsked: [],
}

test('what is missing is listed in the order of the table', () => {
  const evidence = { onFile: ['third-party-letter', 'separability-check'] as const, searches: [] }
  expect(missingEvidence('deny-third-party', evidence)).toEqual([
    'third-party-receipt',
    'third-party-answer',
    'public-interest-weighing',
  ])
  expect(missingEvidence('noproc-petition', { onFile: [], searches: [] })).toEqual([])
})

test('a search cannot be ticked off, it has to be there', () => {
  expect(missingEvidence('unable-not-exist', { onFile: ['search-record'], searches: [] })).toEqual([
    'search-record',
  ])
  expect(missingEvidence('unable-not-exist', { onFile: [], searches: [SEARCH] })).toEqual([])
})

describe('a search with the applicant’s own words only', () => {
  const text = '申请公开本人2012年土地出让金缴款凭证'
  test('is noticed', () => {
    expect(usedOnlyWordsOf(text, [SEARCH])).toBe(true)
    expect(usedOnlyWordsOf(text, [{ ...SEARCH, words: ['缴款凭证', '土地出让金'] }])).toBe(true)
  })
  test('is not what a search with another word is', () => {
    expect(usedOnlyWordsOf(text, [{ ...SEARCH, words: ['缴款凭证', '银行回单'] }])).toBe(false)
    expect(usedOnlyWordsOf(text, [SEARCH, { ...SEARCH, words: ['票据'] }])).toBe(false)
    expect(usedOnlyWordsOf(text, [])).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { bigramsOf, cutWords, vectorLiteral } from './words.ts'

describe('cutting Chinese into words', () => {
  it('gives long words and their parts, without punctuation, in half-width and small letters', () => {
    expect(cutWords('《行政处罚法》，ＡＢＣ１２。')).toEqual([
      '行政',
      '处罚',
      '处罚法',
      '行政处罚法',
      'abc12',
    ])
  })

  it('pairs neighbouring characters within a run, not across a bracket', () => {
    expect(bigramsOf('鸭管〔2024〕3号')).toEqual(['鸭管', '20', '02', '24', '3号'])
  })

  it('writes a vector that PostgreSQL reads, with quotes doubled and the heading weighted', () => {
    expect(vectorLiteral({ heading: ['年报'], body: "o'neil 年报", attachments: ['附表'] })).toBe(
      "'年报':1A,2A,5C 'o':3C 'neil':4C '附表':6",
    )
  })
})

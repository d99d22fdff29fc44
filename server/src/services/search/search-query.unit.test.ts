import { describe, expect, it } from 'vitest'
import { readQuery } from './search-query.ts'

const NOTHING: ReadonlySet<string> = new Set()

describe('检索式', () => {
  it('asks for whole words, or for neighbouring characters in titles and numbers', () => {
    expect(readQuery('养殖场', NOTHING)).toEqual({
      question: '养殖场',
      units: [{ words: ['养殖场'], tsquery: "'养殖场'" }],
      words: ['养殖场'],
      strict: "('养殖场') | ('养殖':A & '殖场':A)",
      relaxed: [],
    })
  })

  it('asks for a name, which no dictionary has, as its characters in a row', () => {
    expect(readQuery('磅单 补贴', NOTHING)?.strict).toMatch(/^\(\('磅' <-> '单'\) & '补贴'\) \|/)
  })

  it('asks for what a word is called in documents, too', () => {
    const query = readQuery('低保 标准', NOTHING)
    expect(query?.strict).toContain("(('低保') | ('最低' & '生活' & '保障')) & '标准'")
    expect(query?.words).toEqual(['最低生活保障', '低保', '标准'])
  })

  it('drops very common words and words that only ask beside others, and keeps them alone', () => {
    const common = new Set(['通知'])
    expect(readQuery('怎么申请养殖场的通知', common)?.strict).toMatch(/^\('养殖场'\) \|/)
    expect(readQuery('通知', common)?.strict).toContain("('通知')")
    expect(readQuery('怎么', NOTHING)?.strict).toContain("('怎么')")
  })

  it('asks for ever fewer of the words when nothing has them all, never for a bare figure', () => {
    expect(readQuery('柑橘 仓储 补贴', NOTHING)?.relaxed).toEqual([
      "('柑橘' & '仓储') | ('柑橘' & '补贴') | ('仓储' & '补贴')",
      "('柑橘') | ('仓储') | ('补贴')",
    ])
    expect(readQuery('柑橘 2024', NOTHING)?.relaxed).toEqual(["('柑橘')"])
    expect(readQuery('〔2024〕8', NOTHING)?.relaxed).toEqual([])
  })

  it('is none when nothing can be looked for', () => {
    expect(readQuery('……', NOTHING)).toBeUndefined()
  })
})

import { describe, expect, it } from 'vitest'
import { readQuery } from './search-query.ts'

const NOTHING: ReadonlySet<string> = new Set()

describe('检索式', () => {
  it('asks for whole words, or for neighbouring characters in titles and numbers', () => {
    expect(readQuery('宅基地', NOTHING)).toEqual({
      words: ['宅基地'],
      tsquery: "('宅基地') | ('宅基':A & '基地':A)",
    })
  })

  it('drops very common words beside others, and keeps them alone', () => {
    const common = new Set(['通知', '关于'])
    expect(readQuery('关于宅基地的通知', common)?.tsquery).toContain("('宅基地' & '的')")
    expect(readQuery('通知', common)?.tsquery).toContain("('通知')")
  })

  it('is none when nothing can be looked for', () => {
    expect(readQuery('……', NOTHING)).toBeUndefined()
  })
})

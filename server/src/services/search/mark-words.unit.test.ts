import { describe, expect, it } from 'vitest'
import { markWords, passageOf } from './mark-words.ts'

describe('标出检索词', () => {
  it('marks the longest word, whatever the width and case of its letters', () => {
    expect(markWords('ＰＭ2.5与pm10', ['pm10', 'pm'])).toEqual([
      { text: 'ＰＭ', hit: true },
      { text: '2.5与', hit: false },
      { text: 'pm10', hit: true },
    ])
  })

  it('shows the passage around the first word, and says where it was cut', () => {
    const text = `${'甲'.repeat(50)}宅基地${'乙'.repeat(200)}`
    expect(passageOf(text, ['宅基地'])).toBe(`……${'甲'.repeat(30)}宅基地${'乙'.repeat(87)}……`)
    expect(passageOf('短文', ['没有'])).toBe('短文')
  })
})

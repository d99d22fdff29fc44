import { expect, test } from 'vitest'
import { chineseNumeral, countsIn } from './counts-in-text.ts'

// biome-ignore format: a table
const NUMERALS = [
  ['一', 1], ['十', 10], ['十二', 12], ['二十', 20], ['一百零五', 105], ['两千三百', 2300], ['一万二千', 12000], ['二〇二四', undefined],
] as const

test.each(NUMERALS)('%s is %s', (text, value) => {
  expect(chineseNumeral(text)).toBe(value)
})

test('years, shares, persons and ordinals are no counts of cases', () => {
  const found = countsIn('2024年办结136件,办结率98.5%,接待410人次,第3条规定,公开1.5件,申请一件')
  expect(found.map(({ value, unit }) => `${value}${unit}`)).toEqual(['136件', '1件'])
})

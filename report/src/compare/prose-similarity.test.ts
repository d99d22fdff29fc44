import { expect, test } from 'vitest'
import { proseSimilarity } from './prose-similarity.ts'

test('twice the matching characters over all characters', () => {
  expect(proseSimilarity('加强队伍建设', '加强队伍建设')).toBe(1)
  // 加强…建设 match, 队伍 against 制度 does not: 8 of 12 characters.
  expect(proseSimilarity('加强队伍建设', '加强制度建设')).toBeCloseTo(8 / 12, 6)
  expect(proseSimilarity('公开', '诉讼')).toBe(0)
})

test('figures, punctuation and white space do not count', () => {
  expect(proseSimilarity('2023年，公开信息580条。', '2024年公开信息 六百四十二条')).toBe(1)
})

test('two empty texts are alike, an empty and a filled one are not', () => {
  expect(proseSimilarity('', '')).toBe(1)
  expect(proseSimilarity('', '公开')).toBe(0)
})

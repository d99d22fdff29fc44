import { expect, test } from 'vitest'
import { redHeadSize } from './red-head.ts'

// biome-ignore format: a table
const CASES = [
  ['示例局', 36],
  ['示例市住房和城乡建设局', 36],
  ['示例省示例市示例经济技术开发区管理委员会办公室', 20],
] as const

test.each(CASES)('the red head of %s is one line at %d pt', (issuer, size) => {
  expect(redHeadSize(issuer)).toBe(size)
})

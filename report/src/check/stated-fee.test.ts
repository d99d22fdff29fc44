import { expect, test } from 'vitest'
import { sampleReport, withText } from '../testing/sample-report.ts'
import { statedFee } from './stated-fee.ts'

// biome-ignore format: a table
const CASES = [
  ['对1件政府信息公开申请收取信息处理费300元。', '300'],
  ['收取信息处理费共计0.05万元。', '500'],
  ['收取信息处理费1.23456万元。', '12345.6'],
  ['本机关未收取政府信息公开信息处理费。', '0'],
  ['信息处理费0元。', '0'],
  ['无其他需要报告的事项。', undefined],
] as const

test.each(CASES)('%s', (text, fee) => {
  expect(statedFee(withText(sampleReport(), 's6', text))).toBe(fee)
})

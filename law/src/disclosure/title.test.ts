import { expect, test } from 'vitest'
import { titleFaults } from './title.ts'

// biome-ignore format: a table
const CASES = [
  ['关于印发《鸭河工区临时救助办法》的通知',        []],
  ['政府信息公开指南（2026年版）',                  []],
  ['关于加强……的通知',                              ['标题应当完整，不能用省略号代替']],
  ['关于加强...',                                   ['标题应当完整，不能用省略号代替']],
  ['关于进一步做好防汛工作的',                      ['标题在“汛工作的”处断开，请核对是否完整']],
  ['鸭河工区管理委员会关于',                        ['标题在“员会关于”处断开，请核对是否完整']],
  ['关于印发《鸭河工区临时救助办法的通知',          ['标题中的“《”和“》”不成对，请核对是否完整']],
  ['关于公布行政事业性收费目录（2026年',            ['标题中的“（”和“）”不成对，请核对是否完整']],
  ['',                                              []],
] as const
test.each(CASES)('%s', (title, faults) => {
  expect(titleFaults(title)).toEqual(faults)
})

test('a hundred characters are enough for a title', () => {
  expect(titleFaults('通'.repeat(100))).toEqual([])
  expect(titleFaults('通'.repeat(101))).toEqual(['标题有101字，超过100字，请核对'])
})

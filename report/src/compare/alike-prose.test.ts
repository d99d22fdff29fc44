import { expect, test } from 'vitest'
import { sampleReport } from '../testing/sample-report.ts'
import { alikeProse } from './alike-prose.ts'
import { proseSimilarity } from './prose-similarity.ts'

const text = sampleReport().sections?.[0]?.text ?? ''
const other =
  '过去一年，我办围绕水利工程建设，把项目审批、施工进度、验收结果逐项上网，村民在家门口就能查到补偿标准，来信来访明显减少，群众评价有所提高，今后还要把数据接口开放出来。'

test('a copy with other names and figures is found among many, an honest text is not', () => {
  const copy = text.replaceAll('住房和城乡建设', '水务').replaceAll('132', '77').replace('两轮', '一轮')
  expect(alikeProse([other, text, other.split('').reverse().join(''), copy])).toEqual([
    { one: 1, other: 3, similarity: expect.closeTo(proseSimilarity(text, copy), 10) },
  ])
})

test('two short texts are not called copies of each other', () => {
  expect(alikeProse(['无其他需要报告的事项。', '无其他需要报告的事项。'])).toEqual([])
})

test('sixty texts of one mould are laid side by side, and each pair is found', () => {
  const many = Array.from({ length: 60 }, (_, index) => `${text}${'甲乙丙丁戊己庚辛'[index % 8]}`)
  expect(alikeProse(many)).toHaveLength((60 * 59) / 2)
})

test.each([
  ['one character in ten changed', 10, false],
  ['one character in thirty changed', 30, true],
])('%s', (_case, every, alike) => {
  const changed = [...text].map((character, index) => (index % every === 0 ? '变' : character)).join('')
  expect(alikeProse([text, changed]).length > 0).toBe(alike)
  expect(proseSimilarity(text, changed) >= 0.9).toBe(alike)
})

import { expect, test } from 'vitest'
import { hasJumped } from './has-jumped.ts'

// biome-ignore format: a table
const CASES = [
  ['the same',                       '某市会计学会', 'zh-cn', '某市会计学会', 'zh-cn', false],
  ['a notice put before the name',   '某市会计学会', 'zh-cn', '通知公告-某市会计学会', 'zh-cn', false],
  ['another matter altogether',      '某市会计学会', 'zh-cn', '澳门娱乐平台官方网址', 'zh-cn', true],
  ['another language',               '某市会计学会', 'zh-cn', 'Buy this domain', 'en', true],
  ['a language told another way',    '某市会计学会', null, '某市会计学会', 'en', false],
  ['a page without a title now',     '某市会计学会', 'zh-cn', null, null, false],
  ['one that never had a title',     null, null, '任何标题', 'zh-cn', false],
] as const
test.each(CASES)('%s', (_case, knownTitle, knownLanguage, title, language, expected) => {
  expect(hasJumped({ title: knownTitle, language: knownLanguage }, { title, language })).toBe(expected)
})

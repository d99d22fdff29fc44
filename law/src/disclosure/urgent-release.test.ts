import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { citationText } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import { LATER_REVIEW, laterReviewDue, mayGoOutAtOnce, URGENT_GROUNDS } from './urgent-release.ts'

const finding = (rule: string, level: 'veto' | 'block' | 'warn') => ({
  rule,
  level,
  message: '有未遮盖的身份证号码',
  where: '正文第2段',
})

describe('应急发布', () => {
  test('rests on one of three grounds, each with its article', () => {
    const grounds = Object.values(URGENT_GROUNDS).map(({ label, basis }) => [label, citationText(basis)])
    expect(grounds).toEqual([
      ['突发公共事件预警', '《中华人民共和国政府信息公开条例》第二十条第（十二）项'],
      ['突发公共事件应对情况', '《中华人民共和国政府信息公开条例》第二十条第（十二）项'],
      ['澄清影响社会稳定、扰乱社会秩序的虚假或者不完整信息', '《中华人民共和国政府信息公开条例》第六条'],
    ])
  })

  // 2024-09-30 is a working day; 10-01 to 10-07 are the National Day holidays, and 10-12 is made up for.
  test('is reviewed later within the working days of the organ, never more than three', () => {
    expect(LATER_REVIEW).toMatchObject({ usual: 1, atMost: 3 })
    expect(citationText(LATER_REVIEW.basis)).toBe('《中华人民共和国政府信息公开条例》第十七条')
    const due = (days: number) => laterReviewDue(parsePlainDate('2024-09-30'), days, NATIONAL_CALENDAR)
    expect([1, 2, 3, 9].map(due)).toEqual(['2024-10-08', '2024-10-09', '2024-10-10', '2024-10-10'])
  })

  test.each([
    ['PUB-60', 'veto', false],
    ['PUB-70', 'veto', false],
    ['PUB-60', 'block', false],
    ['PUB-61', 'block', false],
    ['PUB-62', 'block', false],
    ['PUB-63', 'block', false],
    ['PUB-64', 'block', false],
    ['PUB-65', 'block', false],
    ['PUB-67', 'block', false],
    ['PUB-55', 'block', false],
    ['PUB-80', 'block', false],
    ['PUB-81', 'block', false],
    ['PUB-82', 'block', false],
    ['PUB-99', 'block', false],
    ['PUB-38', 'block', true],
    ['PUB-71', 'block', true],
    ['PUB-61', 'warn', true],
  ] as const)('what %s finds as %s: goes out at once is %s', (rule, level, granted) => {
    expect(mayGoOutAtOnce([finding('PUB-28', 'warn'), finding(rule, level)]).granted).toBe(granted)
  })

  test('says where, and what to do', () => {
    const ruling = mayGoOutAtOnce([finding('PUB-60', 'veto')])
    expect(ruling.granted ? null : [ruling.refusal.code, ruling.refusal.reason]).toEqual([
      'screening-stops-urgent',
      '发布前检查：正文第2段有未遮盖的身份证号码。应急发布也不能放行，请先处理',
    ])
    expect(mayGoOutAtOnce([])).toEqual({ granted: true, value: undefined })
  })
})

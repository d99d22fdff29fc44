import { describe, expect, it, test } from 'vitest'
import { maskText } from './clean/mask-text.ts'
import { STANDARD_LISTS, screenTexts } from './screen-texts.ts'
import { WITH_RIGHT, WRITTEN_OTHERWISE } from './testing/written-otherwise.ts'

const screened = (text: string) => screenTexts([{ where: '正文', text }])
const ALL = WRITTEN_OTHERWISE.flatMap(([rule, ...texts]) => texts.map((text) => [rule, text] as const))

describe('发布前检查 finds a number, a mark, a word however it is written', () => {
  test.each(ALL)('%s %j', (rule, text) => {
    const found = screened(text).filter(({ level }) => level !== 'warn')
    expect(found.map((finding) => finding.rule)).toContain(rule)
  })

  it('says where it stands in the text as it was given, signs without width included', () => {
    const text = '电话\u200b：１３８\u200b－１２３４－５６７８，王某'
    const [finding] = screened(text)
    expect(text.slice(finding?.at, (finding?.at ?? 0) + (finding?.length ?? 0))).toBe(
      '１３８\u200b－１２３４－５６７８',
    )
    expect(maskText(text, STANDARD_LISTS)).toEqual({ text: '电话\u200b：138****5678，王某', masked: 1 })
    expect(maskText('号𝟏𝟑𝟖𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖止', STANDARD_LISTS).text).toBe('号138****5678止')
  })

  it('masks the number whole when it was spread over cells', () => {
    expect(maskText(`证件\t${[...'11010519491231002X'].join('\t')}`, STANDARD_LISTS).text).toBe(
      '证件\t11*************02X',
    )
  })

  it('leaves a person the last word where the check digit may fit by chance', () => {
    // Region 411323, day 2024-06-15, serial 010: the weighted sum leaves the check digit X, which is chance here.
    const [finding] = screened('施工许可证编号41132320240615010X')
    expect([finding?.rule, finding?.level, finding?.certainty]).toEqual(['PUB-60', 'block', 'likely'])
    expect(screened('身份证号41132320240615010X')[0]?.level).toBe('veto')
  })
})

test('what stands there with right is let pass', () => {
  const wrong = WITH_RIGHT.flatMap((text) =>
    screened(text).map(({ rule, level, excerpt }) => `${rule} ${level} ${excerpt} in ${text}`),
  )
  expect(wrong).toEqual([])
  expect(screened(WITH_RIGHT.join('\n'))).toEqual([])
})

import { describe, expect, test } from 'vitest'
import { chineseNumber, citationsText, citationText, cite, citeItem } from './citation.ts'
import { glossaryTerms } from './glossary.ts'
import { INSTRUMENTS } from './instrument.ts'

describe('a citation is a value and reads as the law does', () => {
  // biome-ignore format: a table
  const CASES = [
    [cite('regulation', 33, 2),       '《中华人民共和国政府信息公开条例》第三十三条第二款'],
    [citeItem('regulation', 36, 4),   '《中华人民共和国政府信息公开条例》第三十六条第（四）项'],
    [cite('reconsideration', 23, 1, 4), '《中华人民共和国行政复议法》第二十三条第一款第（四）项'],
    [cite('format-2021'),             '《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）'],
    [cite('reconsideration-2017', 9, 1), '《中华人民共和国行政复议法》（2017年修正）第九条第一款'],
    [citeItem('reconsideration-2017', 15, 2), '《中华人民共和国行政复议法》（2017年修正）第十五条第（二）项'],
    [cite('reconsideration-2017'),    '《中华人民共和国行政复议法》（2017年修正）'],
    [cite('regulation-2008', 24),     '《中华人民共和国政府信息公开条例》（2007年公布）第二十四条'],
    [cite('regulation-2008'),         '《中华人民共和国政府信息公开条例》（2007年公布，国务院令第492号）'],
    [cite('secrecy-law-2010', 9),     '《中华人民共和国保守国家秘密法》（2010年修订）第九条'],
    [cite('holiday-measures-2014', 2), '《全国年节及纪念日放假办法》（2013年修订）第二条'],
    [cite('elderly-notice'),          '国办公开办函〔2021〕28号'],
    [cite('secrecy-law'),             '《中华人民共和国保守国家秘密法》'],
    [cite('litigation-interpretation', 87), '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第八十七条'],
    [cite('litigation-interpretation'), '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》（法释〔2018〕1号）'],
  ] as const
  test.each(CASES)('%j', (citation, text) => {
    expect(citationText(citation)).toBe(text)
  })

  test('several articles of one instrument name it once', () => {
    expect(
      citationsText([cite('regulation', 14), citeItem('regulation', 36, 3), cite('fee-measures', 6)]),
    ).toBe(
      '《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项、《政府信息公开信息处理费管理办法》第六条',
    )
    expect(citationsText([cite('reconsideration-2017', 12, 1), cite('reconsideration-2017', 13)])).toBe(
      '《中华人民共和国行政复议法》（2017年修正）第十二条第一款、第十三条',
    )
    expect(citationsText([])).toBe('')
  })

  test.each([
    [1, '一'],
    [10, '十'],
    [14, '十四'],
    [20, '二十'],
    [33, '三十三'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1034, '一千零三十四'],
  ])('%i is %s', (value, text) => {
    expect(chineseNumber(value)).toBe(text)
  })
})

describe('instruments', () => {
  test('have a title of their own, and days that run forward', () => {
    const entries = Object.values(INSTRUMENTS)
    const titles = entries.flatMap(({ title, edition = '' }) => (title === null ? [] : [title + edition]))
    expect(new Set(titles).size).toBe(titles.length)
    for (const { inForceFrom, inForceTo } of entries as readonly {
      inForceFrom: string | null
      inForceTo?: string
    }[]) {
      if (inForceTo !== undefined) expect(inForceFrom !== null && inForceFrom < inForceTo).toBe(true)
    }
  })

  test('an old version ends the day before the new one begins', () => {
    expect([INSTRUMENTS['regulation-2008'].inForceTo, INSTRUMENTS.regulation.inForceFrom]).toEqual([
      '2019-05-14',
      '2019-05-15',
    ])
    expect([INSTRUMENTS['reconsideration-2017'].inForceTo, INSTRUMENTS.reconsideration.inForceFrom]).toEqual([
      '2023-12-31',
      '2024-01-01',
    ])
  })
})

describe('the glossary', () => {
  test('explains each term once', () => {
    const terms = glossaryTerms().map(({ chinese }) => chinese)
    expect(terms.length).toBeGreaterThan(110)
    expect(new Set(terms).size).toBe(terms.length)
  })
})

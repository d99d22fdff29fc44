/** Instruments that the law package cites, by short name. Titles as promulgated. */
export const INSTRUMENTS = {
  regulation: { title: '中华人民共和国政府信息公开条例', number: '国务院令第711号' },
  'format-2019': { title: '中华人民共和国政府信息公开工作年度报告格式（试行）', number: '国办公开办函〔2019〕60号' },
  'format-2021': { title: '中华人民共和国政府信息公开工作年度报告格式', number: '国办公开办函〔2021〕30号' },
  'fee-measures': { title: '政府信息公开信息处理费管理办法', number: '国办函〔2020〕109号' },
  'holiday-measures': { title: '全国年节及纪念日放假办法', number: '国务院令第795号' },
  reconsideration: { title: '中华人民共和国行政复议法', number: null },
  litigation: { title: '中华人民共和国行政诉讼法', number: null },
  'regulation-2008': { title: '中华人民共和国政府信息公开条例（2007年）', number: '国务院令第492号' },
  'letter-207': { title: '关于政府信息公开期限有关问题的解释', number: '国办公开办函〔2015〕207号' },
  'letter-201': {
    title: '关于政府信息公开工作年度报告有关项目填报问题的解释',
    number: '国办公开办函〔2016〕201号',
  },
  'letter-235': { title: '关于政府信息公开处理决定送达问题的解释', number: '国办公开办函〔2016〕235号' },
  'letter-19': { title: '关于政府信息公开申请接收渠道问题的解释', number: '国办公开办函〔2017〕19号' },
  'letter-14': { title: '关于机构改革后政府信息公开申请办理问题的解释', number: '国办公开办函〔2019〕14号' },
  'review-opinion': {
    title: '司法部关于审理政府信息公开行政复议案件若干问题的指导意见',
    number: '国办函〔2021〕132号',
  },
  'reconsideration-regulation': { title: '中华人民共和国行政复议法实施条例', number: '国务院令第499号' },
  'reconsideration-2017': { title: '中华人民共和国行政复议法（2017年）', number: null },
  'litigation-interpretation': {
    title: '最高人民法院关于适用《中华人民共和国行政诉讼法》的解释',
    number: '法释〔2018〕1号',
  },
  'disclosure-interpretation': {
    title: '最高人民法院关于审理政府信息公开行政案件适用法律若干问题的解释',
    number: '法释〔2025〕8号',
  },
  'civil-code': { title: '中华人民共和国民法典', number: null },
  'civil-procedure': { title: '中华人民共和国民事诉讼法', number: null },
  'postal-law': { title: '中华人民共和国邮政法', number: null },
  'secrecy-regulation': { title: '中华人民共和国保守国家秘密法实施条例', number: '国务院令第786号' },
} as const satisfies Record<string, { title: string; number: string | null }>

export type Instrument = keyof typeof INSTRUMENTS

/** 引用: an article as a value. `paragraph` is 款, `item` is 项; whole instrument when `article` is null. */
export type Citation = Readonly<{
  instrument: Instrument
  article: number | null
  paragraph: number | null
  item: number | null
}>

/** `cite('regulation', 33, 2)`: 条例 第三十三条第二款. Without an article, the instrument as a whole. */
export function cite(instrument: Instrument, article?: number, paragraph?: number, item?: number): Citation {
  return { instrument, article: article ?? null, paragraph: paragraph ?? null, item: item ?? null }
}

/** `citeItem('regulation', 36, 4)`: 条例 第三十六条第（四）项, for an article whose items hang on no numbered paragraph. */
export function citeItem(instrument: Instrument, article: number, item: number): Citation {
  return { instrument, article, paragraph: null, item }
}

/** `《中华人民共和国政府信息公开条例》第三十三条第二款`; an instrument without articles carries its number. */
export function citationText(citation: Citation): string {
  const { title, number } = INSTRUMENTS[citation.instrument]
  if (citation.article === null) return number === null ? `《${title}》` : `《${title}》（${number}）`
  const paragraph = citation.paragraph === null ? '' : `第${chineseNumber(citation.paragraph)}款`
  const item = citation.item === null ? '' : `第（${chineseNumber(citation.item)}）项`
  return `《${title}》第${chineseNumber(citation.article)}条${paragraph}${item}`
}

const DIGITS = '零一二三四五六七八九'

/** 1–999 in Chinese numerals, as articles are numbered: 10 → 十, 33 → 三十三, 105 → 一百零五. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) throw new RangeError(`条款序号超出范围：${value}`)
  const hundreds = Math.floor(value / 100)
  const tens = Math.floor((value % 100) / 10)
  const ones = value % 10
  const hundredsText = hundreds === 0 ? '' : `${DIGITS[hundreds]}百`
  const zero = hundreds > 0 && tens === 0 && ones > 0 ? '零' : ''
  const tensText = tens === 0 ? '' : `${tens === 1 && hundreds === 0 ? '' : DIGITS[tens]}十`
  return `${hundredsText}${zero}${tensText}${ones === 0 ? '' : DIGITS[ones]}`
}

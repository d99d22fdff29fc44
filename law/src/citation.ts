import { INSTRUMENTS, type Instrument } from './instrument.ts'

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

/**
 * `《中华人民共和国政府信息公开条例》第三十三条第二款`, `《中华人民共和国行政复议法》（2017年修正）第十二条`; an
 * instrument as a whole carries its number.
 */
export function citationText(citation: Citation): string {
  const { title, edition, number } = INSTRUMENTS[citation.instrument]
  if (citation.article === null && title !== null) {
    const beside = [edition, number].filter((part) => part != null)
    return beside.length === 0 ? bookTitle(title) : `${bookTitle(title)}（${beside.join('，')}）`
  }
  if (citation.article === null) return number ?? ''
  const paragraph = citation.paragraph === null ? '' : `第${chineseNumber(citation.paragraph)}款`
  const item = citation.item === null ? '' : `第（${chineseNumber(citation.item)}）项`
  return `${nameOf(citation.instrument)}第${chineseNumber(citation.article)}条${paragraph}${item}`
}

/** `《…条例》`, behind it which text where it is an older one; the number of an instrument whose title is not known for sure. */
function nameOf(instrument: Instrument): string {
  const { title, edition, number } = INSTRUMENTS[instrument]
  if (title === null) return number ?? ''
  return edition === undefined ? bookTitle(title) : `${bookTitle(title)}（${edition}）`
}

/** 书名号: `《…》`, and 〈〉 for a title inside the title, as GB/T 15834 has it. */
export function bookTitle(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`
}

/** Several citations as a letter cites them: one instrument is named once, `《…条例》第十四条、第三十六条第（三）项`. */
export function citationsText(citations: readonly Citation[]): string {
  return citations
    .map((citation, index) => {
      const before = citations[index - 1]
      const text = citationText(citation)
      if (before === undefined) return text
      return before.instrument === citation.instrument && citation.article !== null
        ? `、${text.slice(nameOf(citation.instrument).length)}`
        : `、${text}`
    })
    .join('')
}

const DIGITS = '零一二三四五六七八九'
const PLACES = ['千', '百', '十', ''] as const

/** 1–9999 in Chinese numerals, as articles are numbered: 10 → 十, 33 → 三十三, 105 → 一百零五. */
export function chineseNumber(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 9999)
    throw new RangeError(`条款序号超出范围：${value}`)
  const written = [...String(value).padStart(4, '0')]
    .map((digit, place) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[place]}`))
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
  return written.replace(/^一十/, '十')
}

import { cite } from '../citation.ts'
import { type PlainDate, plainDateText, yearOf } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** 发文字号, taken apart: 示住建复〔2024〕12号 → word 示住建复, year 2024, serial 12. */
export type DocumentNumber = Readonly<{ word: string; year: number; serial: number }>

const FORMAT = cite('document-format')
const NUMBER = /^(?<word>.+)〔(?<year>(?:19|20)\d{2})〕第?(?<serial>[1-9]\d*)号$/
/** What GB/T 9704 leaves of it: a code word in Chinese characters, up to five digits, no 第. */
const NATIONAL = /^[\p{Script=Han}]{1,20}〔(?:19|20)\d{2}〕[1-9]\d{0,4}号$/u
/** 命令、公告、通告 are numbered within their kind, behind the organ's name and without a code word. */
const ORDER = /^[\p{Script=Han}（）()、]{1,40}(?:令|公告|通告)[（(〔]?(?:\d{4}年?)?[）)〕]?第[1-9]\d*号$/u

/** 发文字号: brackets 〔〕, four-digit year, serial without leading zeros and without 第. */
export function documentNumberText({ word, year, serial }: DocumentNumber): string {
  return `${word}〔${year}〕${serial}号`
}

/** Reads a 发文字号; older ones say 第1号. `undefined` when `text` is no number of this kind. */
export function parseDocumentNumber(text: string): DocumentNumber | undefined {
  const groups = NUMBER.exec(text)?.groups
  if (groups === undefined) return undefined
  return { word: groups.word ?? '', year: Number(groups.year), serial: Number(groups.serial) }
}

/** 年份: what is odd between a number and the day the document bears; null when they agree or there is no year. */
export function yearFault(number: string, writtenOn: PlainDate): string | null {
  const year = parseDocumentNumber(number)?.year
  if (year === undefined || year === yearOf(writtenOn)) return null
  return `发文字号为${year}年，成文日期为${plainDateText(writtenOn)}，请核对`
}

/**
 * `national`: one number a document. `with-ordinal`: the same with 第 before the serial, as older series go on.
 * `by-request`: one serial a request with a word for each document behind it, as
 * some cities number, such as 沪浦信息公开（2024）第12号-收件.
 */
export type DocumentNumberStyle = 'national' | 'with-ordinal' | 'by-request'

const BY_REQUEST = /^.+[〔（(](?:19|20)\d{2}[〕）)]第?[1-9]\d*号(?:-[\u4e00-\u9fa5]+)?$/

/** Whether `text` may stand as a number: `…〔year〕n号`, or an order or announcement counted within its kind. */
export function isDocumentNumber(text: string, style: DocumentNumberStyle = 'national'): boolean {
  if (NATIONAL.test(text) || ORDER.test(text)) return true
  switch (style) {
    case 'national':
      return false
    case 'with-ordinal':
      return NATIONAL.test(text.replace('〕第', '〕'))
    case 'by-request':
      return NATIONAL.test(text.replace('〕第', '〕')) || BY_REQUEST.test(text)
  }
}

/**
 * What a damaged number was meant to be: full-width digits, `[2020]`, `(2020)`, `【2020】`, a missing bracket,
 * a label before it, 第, leading zeros and spaces are put right. Refused when it cannot be told.
 */
export function repairDocumentNumber(text: string): Ruling<string> {
  const folded = text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200B-\u200D\uFEFF]/g, '')
    .replace(/^(?:发文字号|文件编号|文号)[:：]/, '')
  if (ORDER.test(folded)) return grant(folded)

  const repaired = folded
    .replace(/[〔[(（【［{〈<]?((?:19|20)\d{2})[〕\])）】］}〉>](?=第?\d)/, '〔$1〕')
    .replace(/[〔[(（【［{〈<]((?:19|20)\d{2})[〕\])）】］}〉>]?(?=第?\d)/, '〔$1〕')
    .replace(/〕第?0*(?=\d)/, '〕')
    .replace(/(\d)$/, '$1号')
  if (NATIONAL.test(repaired)) return grant(repaired)
  return refuse(
    'document-number-malformed',
    `“${text}”不是规范的发文字号，请按“机关代字〔年份〕序号号”的样式填写`,
    FORMAT,
  )
}

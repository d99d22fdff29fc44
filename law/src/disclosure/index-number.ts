import { cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/**
 * 索引号. No national composition exists; ours is `{organ}/{year}-{serial}` with the organ's unified social credit
 * code and the year of first publication. Imported numbers keep the form they came in.
 */
export type IndexNumber = Readonly<{ organ: string; year: number; month: number | null; serial: number }>

const FORM = /^(?<organ>[0-9A-Z]{9}|[0-9A-Z]{18})\/(?<year>\d{4})(?<month>0[1-9]|1[0-2])?-(?<serial>\d{5})$/
/** Forms seen elsewhere, accepted on import: organ-year-serial, unit-category-year-serial, 21 digits, joined parts. */
const FOREIGN = /^(?:[0-9A-Z]{8,18}-\d{4}-\d+|[0-9A-Z]+(?:-[0-9A-Za-z]+){2,5}|\d{21})$/

const CATALOGUE = cite('regulation', 12)

/** `11440100MB2C00001X/2024-00031`. */
export function indexNumberText(organ: string, year: number, serial: number): string {
  if (serial < 1 || serial > 99_999) throw new RangeError(`索引号的序号应当在1至99999之间：${serial}`)
  return `${organ}/${year}-${String(serial).padStart(5, '0')}`
}

/** Takes apart an index number of our own form, also with a month. */
export function parseIndexNumber(text: string): IndexNumber | undefined {
  const groups = FORM.exec(text)?.groups
  if (groups === undefined) return undefined
  const month = groups.month === undefined ? null : Number(groups.month)
  return { organ: groups.organ ?? '', year: Number(groups.year), month, serial: Number(groups.serial) }
}

/** A number may stand on a page of `organ` when its prefix is that organ's, or when it came in another known form. */
export function checkIndexNumber(text: string, organ: string): Ruling<string> {
  const own = parseIndexNumber(text)
  if (own !== undefined && own.organ !== organ) {
    return refuse(
      'index-number-of-another-organ',
      `索引号${text}的前缀不是本机关的代码${organ}，请核对`,
      CATALOGUE,
    )
  }
  if (own !== undefined || FOREIGN.test(text)) return grant(text)
  return refuse(
    'index-number-malformed',
    `“${text}”不是可以识别的索引号，请按“机关代码/年份-五位序号”的样式填写`,
    CATALOGUE,
  )
}

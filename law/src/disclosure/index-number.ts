import { cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/**
 * 索引号. No national composition exists; ours is `{organ}/{year}-{serial}` with the organ's unified social credit
 * code and the year of first publication. Imported numbers keep the form they came in.
 */
export type IndexNumber = Readonly<{ organ: string; year: number; month: number | null; serial: number }>

const FORM = /^(?<organ>[0-9A-Z]{9}|[0-9A-Z]{18})\/(?<year>\d{4})(?<month>0[1-9]|1[0-2])?-(?<serial>\d{5})$/
/**
 * 索引号的其他编法, each seen in use somewhere and accepted on import: nine-character or credit code with year and
 * serial; unit, category, year, serial; six joined parts; twenty-one digits.
 */
const FOREIGN_FORMS = {
  'code-year-serial': /^[0-9A-Z]{8,18}-\d{4}-\d+$/,
  'unit-category-year-serial': /^[0-9A-Z]+-\d{2,6}-(?:19|20)\d{2}-\d+$/,
  'joined-parts': /^[0-9A-Z]+(?:-[0-9A-Za-z]+){2,5}$/,
  'digits-21': /^\d{21}$/,
} as const

export type IndexNumberForm = 'own' | keyof typeof FOREIGN_FORMS

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

/** Which way a number is composed; `undefined` for what is no index number. */
export function indexNumberForm(text: string): IndexNumberForm | undefined {
  if (FORM.test(text)) return 'own'
  const forms = Object.keys(FOREIGN_FORMS) as (keyof typeof FOREIGN_FORMS)[]
  return forms.find((form) => FOREIGN_FORMS[form].test(text))
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
  return indexNumberForm(text) === undefined ? malformed(text) : grant(text)
}

/**
 * What a damaged index number was meant to be: full-width characters, other dashes and slashes, spaces, a label
 * before it, small letters, a serial without its zeros, O and I for digits in a credit code (which has neither letter).
 * Refused when it cannot be told; a number of another organ stays one, for `checkIndexNumber` to say so.
 */
export function repairIndexNumber(text: string): Ruling<string> {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200D\uFEFF]/g, '')
    .replace(/^(?:信息)?索引号?:/, '')
    .replace(/[\u2010-\u2015\u2212_~]+/g, '-')
    .replace(/[\\∕⁄]/g, '/')
    .toUpperCase()
  const parts =
    /^(?<organ>[0-9A-Z]{18}|[0-9A-Z]{9})[/-]?(?<year>(?:19|20)\d{2}(?:0[1-9]|1[0-2])?)-(?<serial>\d{1,5})$/.exec(
      folded,
    )?.groups
  if (parts?.organ !== undefined && (folded.includes('/') || parts.organ.length === 18)) {
    const organ = parts.organ.length === 18 ? parts.organ.replace(/O/g, '0').replace(/I/g, '1') : parts.organ
    return grant(`${organ}/${parts.year}-${(parts.serial ?? '').padStart(5, '0')}`)
  }
  return indexNumberForm(folded) === undefined ? malformed(text) : grant(folded)
}

function malformed(text: string): Ruling<string> {
  return refuse(
    'index-number-malformed',
    `“${text}”不是可以识别的索引号，请按“机关代码/年份-五位序号”的样式填写`,
    CATALOGUE,
  )
}

import { addDays, isPlainDate, type PlainDate, weekdayOf } from '../plain-date.ts'
import type { StatedArrangement, StatedNotice } from './stated-notice.ts'

type Sentence = Readonly<{ name: string; year: number }>
type StatedDay = Readonly<{ on: PlainDate; weekday: number | null }>

const NUMERAL = '[一二三四五六七八九十]'
const ITEM = new RegExp(
  `${NUMERAL}{1,2}、([^、：。]{1,40}?(?:、[^：。]{1,20})?)：(.*?)(?=${NUMERAL}{1,2}、[^：。]{1,40}：|节假日期间|国务院办公厅\\d{4}年|$)`,
  'g',
)
const NUMBER = /(国办?发明电)[〔［[(（](\d{4})[〕］\])）](\d+)号/
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:<(\d)>)?/g

/** 通知原文 read line by line: “一、元旦：1月1日至3日放假调休，共3天。1月4日（星期日）上班。” A sentence where it cannot be read. */
export function parseNoticeText(source: string): StatedNotice | string {
  const text = plain(source)
  const title = /(国务院(?:办公厅)?关于(?:调整)?[^。：]*?(?:节假日|假期|放假)[^。：]*?的通知)/.exec(text)?.[1]
  const year = Number(/(\d{4})年/.exec(title ?? text)?.[1] ?? Number.NaN)
  if (Number.isNaN(year)) return '没有读到通知的年份，请把标题一并粘贴'
  const amends = title?.includes('调整') ?? false

  const items = [...text.matchAll(ITEM)].map((match) => ({ name: match[1] ?? '', body: match[2] ?? '' }))
  if (items.length === 0 && amends) {
    items.push({
      name: /年([^\d]{2,8}?)(?:假期|放假)/.exec(title ?? '')?.[1] ?? '',
      body: text.split('如下：')[1] ?? '',
    })
  }
  if (items.length === 0) return '没有读到“一、元旦：……”样式的放假安排，请粘贴通知全文'

  const holidays: StatedArrangement[] = []
  for (const { name, body } of items) {
    const arrangement = parseArrangement(body, { name: cleanName(name), year })
    if (typeof arrangement === 'string') return arrangement
    holidays.push(arrangement)
  }
  const number = NUMBER.exec(text)
  return {
    year,
    title: title ?? `国务院办公厅关于${year}年部分节假日安排的通知`,
    number: number === null ? null : `${number[1]}〔${number[2]}〕${number[3]}号`,
    issuedOn: issuedOn(source),
    amends,
    holidays,
  }
}

function parseArrangement(body: string, at: Sentence): StatedArrangement | string {
  const [beforeOff] = body.split('放假', 1)
  const span = beforeOff === undefined || beforeOff === body ? [] : daysIn(lastClause(beforeOff), at)
  const [first, second] = span
  if (first === undefined) return `没有读懂${at.name}的放假日期：${body.slice(0, 40)}`
  const clauses = body.split(/[，。；]/)
  const restedOn = clauses.filter((clause) => clause.endsWith('补休')).flatMap((clause) => daysIn(clause, at))
  const workedOn = clauses.filter((clause) => /上班$/.test(clause)).flatMap((clause) => daysIn(clause, at))
  const to = extended(second?.on ?? first.on, restedOn)
  const days = /共([一二三四五六七八九十\d]+)天/.exec(body)?.[1]
  return {
    name: at.name,
    from: first.on,
    to,
    workedOn: workedOn.map(({ on }) => on),
    days: days === undefined ? null : countOf(days),
    weekdays: [...span, ...restedOn, ...workedOn].flatMap(({ on, weekday }) =>
      weekday === null ? [] : [{ on, weekday }],
    ),
  }
}

/** 补休 joins the holiday over the weekend between them. */
function extended(to: PlainDate, restedOn: readonly StatedDay[]): PlainDate {
  let last = to
  for (const { on } of restedOn) {
    let next = addDays(last, 1)
    while (next < on && weekdayOf(next) > 5) next = addDays(next, 1)
    if (next === on) last = on
  }
  return last
}

/** The days that a clause names; a month or year once named holds for the days after it. */
function daysIn(clause: string, { name, year }: Sentence): StatedDay[] {
  const days: StatedDay[] = []
  let month: string | undefined
  let stated: number | undefined
  for (const [, yearText, monthText, dayText, weekday] of clause.matchAll(DAY)) {
    month = monthText ?? month
    if (yearText !== undefined) stated = Number(yearText)
    if (month === undefined || dayText === undefined) continue
    const inDecemberBefore = name.includes('元旦') && Number(month) === 12
    const ofYear =
      stated !== undefined && (yearText !== undefined || stated === year || inDecemberBefore) ? stated : year
    const fullYear = stated === undefined && inDecemberBefore ? year - 1 : ofYear
    const on = `${fullYear}-${month.padStart(2, '0')}-${dayText.padStart(2, '0')}`
    if (isPlainDate(on)) days.push({ on, weekday: weekday === undefined ? null : Number(weekday) })
  }
  return days
}

/** One line, half-width digits, brackets gone but for the weekday in them: `1月4日（星期日）` → `1月4日<7>`. */
function plain(source: string): string {
  return source
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replaceAll(',', '，')
    .replaceAll(':', '：')
    .replaceAll(';', '；')
    .replace(/[—–－~～-]+/g, '至')
    .replace(/[（(]([^（()）]*)[）)]/g, (whole, inside: string) => {
      const weekday = /(?:星期|周)([一二三四五六日天])/.exec(inside)?.[1]
      if (weekday !== undefined) return `<${weekday === '天' ? 7 : '一二三四五六日'.indexOf(weekday) + 1}>`
      return /^\d{4}$/.test(inside) ? whole : ''
    })
}

function cleanName(name: string): string {
  return name
    .replace(/[“”"]/g, '')
    .replace(/^国际(?=劳动节)/, '')
    .replace(/^五一国际/, '')
}

/** Of `经国务院批准，1月1日至3日` what stands after the last comma. */
function lastClause(text: string): string {
  return text.slice(text.lastIndexOf('，') + 1)
}

function countOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (character: string | undefined) => '一二三四五六七八九'.indexOf(character ?? '') + 1
  return (text.includes('十') ? Math.max(1, digit(tens)) * 10 : 0) + (ones === '' ? 0 : digit(ones))
}

/** The day under the signature: the last full date that stands on a line of its own. */
function issuedOn(source: string): PlainDate | null {
  const lines = source.split(/\r?\n/).map((line) => line.replace(/\s+/g, ''))
  const dated = lines.findLast((line) => /^(?:国务院(?:办公厅)?)?\d{4}年\d{1,2}月\d{1,2}日$/.test(line))
  const match = dated === undefined ? null : /(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(dated)
  if (match === null) return null
  const on = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  return isPlainDate(on) ? on : null
}

import { isPlainDate, type PlainDate, plainDate } from '@mingfu/law'

/** A day as a spreadsheet cell holds it, or the reason why it is none. */
export type ParsedDate = Readonly<{ date: PlainDate }> | Readonly<{ fault: string }>

const WRITTEN = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/
const HOW = '请按2024-09-30的样式填写'

/** A date of the ledger: a date cell (days since 1900 or 1904), 20240930, or text in the usual ways of writing. */
export function parseLedgerDate(value: number | string, since1904: boolean): ParsedDate {
  if (typeof value === 'number' && (value < 10_000_000 || value > 99_999_999))
    return ofSerial(value, since1904)
  const text = String(value)
    .normalize('NFKC')
    .trim()
    .replaceAll(/\s*([年月日/.-])\s*/g, '$1')
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const [, year, month, day] = compact ?? WRITTEN.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) {
    return { fault: `填的是“${value}”，不是日期，${HOW}` }
  }
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isPlainDate(iso)) return { fault: `填的是“${value}”，没有这一天，请核对后改为实际日期` }
  return plausible(iso, value)
}

// Serial 1 is 1900-01-01, and 1900-02-29, which never was, has number 60.
const DAY_ZERO_1900 = 25_569
const DAY_ZERO_1904 = 24_107

function ofSerial(value: number, since1904: boolean): ParsedDate {
  const days = Math.floor(value) - (since1904 ? DAY_ZERO_1904 : DAY_ZERO_1900)
  const first = 10_957 // 2000-01-01
  if (!Number.isFinite(value) || days < first || days > 47_846)
    return { fault: `填的是“${value}”，不是日期，${HOW}` }
  return { date: addToEpoch(days) }
}

function addToEpoch(days: number): PlainDate {
  const moment = new Date(days * 86_400_000)
  return plainDate(moment.getUTCFullYear(), moment.getUTCMonth() + 1, moment.getUTCDate())
}

function plausible(date: PlainDate, value: number | string): ParsedDate {
  if (date >= '2000-01-01' && date <= '2100-12-31') return { date }
  return { fault: `填的是“${value}”，年份不在2000年至2100年之间，请核对` }
}

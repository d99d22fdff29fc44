import { isPlainDate, type PlainDate, yearOf } from '../plain-date.ts'
import { type Ruling, refuse } from '../ruling.ts'
import { checkHolidayNotice } from './check-holiday-notice.ts'
import { type HolidayNotice, holidayMeasures, type LocalHolidayNotice } from './holiday-notice.ts'
import { parseNoticeText } from './notice-text.ts'
import type { StatedArrangement, StatedNotice } from './stated-notice.ts'

/**
 * 导入放假安排通知: a notice from its JSON form, or from the text that the State Council published, checked. Refused
 * with the sentence that says what does not fit.
 */
export function readHolidayNotice(input: unknown): Ruling<HolidayNotice | LocalHolidayNotice> {
  if (typeof input !== 'string') return checkHolidayNotice(readFields(input))
  if (!input.trim().startsWith('{')) return checkHolidayNotice(parseNoticeText(input))
  try {
    return checkHolidayNotice(readFields(JSON.parse(input)))
  } catch {
    return refuse('not-json', '通知内容不是有效的 JSON，请检查括号、引号和逗号', BASIS)
  }
}

const BASIS = holidayMeasures('2025-01-01' as PlainDate)

/** The notice in a JSON value; a sentence where a field is missing or has the wrong shape. */
function readFields(input: unknown): StatedNotice | string {
  if (!isRecord(input)) return '通知应当是一个 JSON 对象，包含 year、title、holidays 等字段'
  const { year, title, number = null, issuedOn = null, amends = false, region, holidays } = input
  if (typeof year !== 'number' || !Number.isInteger(year)) return '缺少年份（year），请填写四位数字的年份'
  if (typeof title !== 'string' || title.trim() === '') return '缺少通知标题（title）'
  if (number !== null && typeof number !== 'string') return '发文字号（number）应当是文字，未知的填 null'
  if (issuedOn !== null && !isDay(issuedOn))
    return '发文日期（issuedOn）应当按 2024-11-12 的样式填写，未知的填 null'
  if (typeof amends !== 'boolean') return 'amends 应当是 true 或者 false'
  if (region !== undefined && typeof region !== 'string') return '地区（region）应当是文字'
  if (!Array.isArray(holidays) || holidays.length === 0) return '缺少放假安排（holidays），至少应当有一个节日'

  const arrangements: StatedArrangement[] = []
  for (const holiday of holidays) {
    const arrangement = readArrangement(holiday)
    if (typeof arrangement === 'string') return arrangement
    arrangements.push(arrangement)
  }
  return {
    year,
    title,
    number,
    issuedOn,
    amends,
    holidays: arrangements,
    ...(region === undefined ? {} : { region }),
  }
}

function readArrangement(input: unknown): StatedArrangement | string {
  if (!isRecord(input)) return '每个节日应当是一个 JSON 对象，包含 name、from、to、workedOn'
  const { name, from, to, workedOn = [], days = null } = input
  if (typeof name !== 'string' || name.trim() === '') return '有一个节日缺少名称（name）'
  if (!isDay(from) || !isDay(to)) return `${name}的起止日期（from、to）应当按 2025-01-01 的样式填写`
  if (!Array.isArray(workedOn) || !workedOn.every(isDay))
    return `${name}的上班日期（workedOn）应当是日期的列表`
  if (days !== null && typeof days !== 'number') return `${name}的放假天数（days）应当是数字`
  return { name, from, to, workedOn, days, weekdays: [] }
}

function isRecord(input: unknown): input is Record<string, unknown> {
  return typeof input === 'object' && input !== null && !Array.isArray(input)
}

function isDay(input: unknown): input is PlainDate {
  return typeof input === 'string' && isPlainDate(input) && yearOf(input) > 1949
}

import {
  addDays,
  daysBetween,
  type PlainDate,
  plainDate,
  plainDateText,
  weekdayOf,
  weekdayText,
} from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import { type HolidayNotice, holidayMeasures, type LocalHolidayNotice } from './holiday-notice.ts'
import type { StatedArrangement, StatedNotice } from './stated-notice.ts'

type Fault = Readonly<{ code: string; reason: string }>

/** Holidays that a yearly notice has to name, since a year. */
const STATUTORY = [
  { since: 1999, words: ['元旦', '春节'] },
  { since: 2008, words: ['清明', '劳动', '端午', '中秋', '国庆'] },
] as const

const LONGEST_HOLIDAY = 15

/** 核对通知: days add up, weekdays are right, nothing overlaps, and only weekend days are worked. */
export function checkHolidayNotice(
  stated: StatedNotice | string,
): Ruling<HolidayNotice | LocalHolidayNotice> {
  if (typeof stated === 'string') {
    return refuse('unreadable-notice', stated, holidayMeasures(plainDate(2025, 1, 1)))
  }
  const fault =
    faultOfYear(stated) ??
    firstOf(stated.holidays, (holiday) => faultOfHoliday(holiday, stated.year)) ??
    faultOfOverlap(stated.holidays) ??
    faultOfMissing(stated)
  if (fault !== null) return refuse(fault.code, fault.reason, holidayMeasures(plainDate(2025, 1, 1)))

  const holidays = stated.holidays.map(({ name, from, to, workedOn }) => ({ name, from, to, workedOn }))
  return grant({ ...stated, holidays })
}

function faultOfYear({ year, number }: StatedNotice): Fault | null {
  if (year < 1999 || year > 2100) return { code: 'wrong-year', reason: `年份${year}不合理，请核对` }
  if (number === null || /〔\d{4}〕\d+号$/.test(number)) return null
  return { code: 'wrong-number', reason: `发文字号“${number}”的样式不对，应当如“国办发明电〔2024〕12号”` }
}

function faultOfHoliday(holiday: StatedArrangement, year: number): Fault | null {
  const { name, from, to, workedOn, days, weekdays } = holiday
  const length = daysBetween(from, to) + 1
  if (length < 1 || length > LONGEST_HOLIDAY) {
    return {
      code: 'wrong-span',
      reason: `${name}的起止日期不合理：${plainDateText(from)}至${plainDateText(to)}`,
    }
  }
  if (days !== null && days !== length) {
    return { code: 'wrong-count', reason: `${name}写明共${days}天，起止日期却是${length}天，请核对` }
  }
  const outside = [from, to, ...workedOn].find((on) => !belongsTo(on, year))
  if (outside !== undefined) {
    return { code: 'wrong-year', reason: `${name}的${plainDateText(outside)}不属于${year}年的安排，请核对` }
  }
  const wrongWeekday = weekdays.find(({ on, weekday }) => weekdayOf(on) !== weekday)
  if (wrongWeekday !== undefined) {
    const { on } = wrongWeekday
    return {
      code: 'wrong-weekday',
      reason: `${name}的${plainDateText(on)}应为${weekdayText(on)}，与通知所写不符`,
    }
  }
  const notWeekend = workedOn.find((on) => weekdayOf(on) <= 5)
  if (notWeekend !== undefined) {
    const reason = `${name}的上班日${plainDateText(notWeekend)}是${weekdayText(notWeekend)}，调休上班只能是星期六、星期日`
    return { code: 'worked-weekday', reason }
  }
  return null
}

/** Days of the year, and of the weeks around it: 元旦 may begin in December. */
function belongsTo(on: PlainDate, year: number): boolean {
  return on >= plainDate(year - 1, 12, 15) && on <= plainDate(year + 1, 1, 15)
}

function faultOfOverlap(holidays: readonly StatedArrangement[]): Fault | null {
  const taken = new Map<PlainDate, string>()
  for (const { name, from, to } of holidays) {
    for (let on = from; on <= to; on = addDays(on, 1)) {
      const other = taken.get(on)
      if (other !== undefined) {
        return { code: 'overlap', reason: `${plainDateText(on)}同时属于${other}和${name}的假期，请核对` }
      }
      taken.set(on, name)
    }
  }
  const worked = new Set<PlainDate>()
  for (const { name, workedOn } of holidays) {
    for (const on of workedOn) {
      if (taken.has(on)) {
        return { code: 'off-and-worked', reason: `${plainDateText(on)}既放假又上班（${name}），请核对` }
      }
      if (worked.has(on))
        return { code: 'worked-twice', reason: `${plainDateText(on)}的上班安排重复，请核对` }
      worked.add(on)
    }
  }
  return null
}

function faultOfMissing({ year, amends, region, holidays }: StatedNotice): Fault | null {
  if (amends || region !== undefined) return null
  const names = holidays.map(({ name }) => name).join('、')
  const missing = STATUTORY.filter(({ since }) => year >= since)
    .flatMap(({ words }) => words)
    .filter((word) => !names.includes(word) && !(word === '劳动' && names.includes('五一')))
  if (missing.length === 0) return null
  return { code: 'holiday-missing', reason: `年度通知中没有读到${missing.join('、')}的安排，请核对原文` }
}

function firstOf<T>(items: readonly T[], fault: (item: T) => Fault | null): Fault | null {
  for (const item of items) {
    const found = fault(item)
    if (found !== null) return found
  }
  return null
}

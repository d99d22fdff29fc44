import { noticeNumberText } from '../../calendar/holiday-notice.ts'
import { NATIONAL_CALENDAR, NATIONAL_NOTICES } from '../../calendar/national-calendar.ts'
import { yearSpans } from '../../calendar/year-text.ts'
import { DOCUMENTS, type OfficeDocument } from '../../decision/documents.ts'
import { plainDateText } from '../../plain-date.ts'
import { page, table } from './markdown.ts'

const ADDRESSEES = {
  applicant: '申请人',
  'third-party': '第三方',
  agency: '其他行政机关',
  unit: '协办单位',
  file: '存卷',
} as const

/** 文书目录. */
export function documentPage(): string {
  const rows = Object.entries<OfficeDocument>(DOCUMENTS).map(
    ([code, { title, to, when, elements, clock, remedy }]) => [
      code,
      title,
      ADDRESSEES[to],
      when,
      elements.join('、'),
      clock ?? '—',
      remedy ? '有' : '无',
    ],
  )
  const lead = '办理政府信息公开申请的文书。过程性文书不单独告知救济。'
  return page('文书', lead, [
    table(['编号', '名称', '给谁', '何时', '应当写明', '对期限的影响', '救济告知'], rows),
  ])
}

/** 放假安排和工作日. */
export function calendarPage(): string {
  const years = [...new Set(NATIONAL_NOTICES.map(({ year }) => year))]
  const rows = years.map((year) => {
    const numbers = NATIONAL_NOTICES.filter((notice) => notice.year === year).map(noticeNumberText)
    const spans = yearSpans(year, NATIONAL_CALENDAR)
    const days = (kind: 'holiday' | 'make-up') =>
      spans
        .filter(({ day }) => day.kind === kind)
        .map(({ from, to }) => (from === to ? short(from) : `${short(from)}至${short(to)}`))
        .join('、')
    return [
      String(year),
      numbers.join('；'),
      days('holiday'),
      days('make-up') || '—',
      String(NATIONAL_CALENDAR.workingDaysInYear(year)),
    ]
  })
  const lead = `工作日按国务院办公厅的放假安排计算，收录至${plainDateText(NATIONAL_CALENDAR.knownThrough)}；其后的日期标明“暂定”，公布后重新计算。周末在内的放假日连写。`
  return page('放假安排和工作日', lead, [table(['年', '通知', '放假', '调休上班', '工作日数'], rows)])
}

function short(day: string): string {
  return day.slice(5)
}

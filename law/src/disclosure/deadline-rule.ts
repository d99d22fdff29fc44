import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite } from '../citation.ts'
import { addDays, addMonths, type PlainDate, plainDate, yearOf } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'

/** From which day a limit runs. */
export type DeadlineBase = 'formed' | 'changed' | 'decided' | 'approved' | 'document-published' | 'year-end'

/** `fixed-date` is a day of the year after the base; `realtime` (实时、及时) is the day itself. */
export type DeadlineLimit =
  | Readonly<{ unit: 'working-day' | 'calendar-day' | 'month'; amount: number }>
  | Readonly<{ unit: 'fixed-date'; month: number; day: number }>
  | Readonly<{ unit: 'realtime' }>

export type DeadlineRule = Readonly<{
  label: string
  base: DeadlineBase
  limit: DeadlineLimit
  basis: Citation | null
  /** Where the limit is practice or local, a catalogue may set another one. */
  statutory: boolean
}>

/** 公开时限: 20 working days unless law or catalogue says otherwise. */
// biome-ignore format: a table
export const DEADLINE_RULES = {
  general:            { label: '一般政府信息', base: 'formed', limit: { unit: 'working-day', amount: 20 }, basis: cite('regulation', 26), statutory: true },
  changed:            { label: '政府信息变更', base: 'changed', limit: { unit: 'working-day', amount: 20 }, basis: cite('regulation', 26), statutory: true },
  'licence-penalty':  { label: '行政许可、行政处罚决定', base: 'decided', limit: { unit: 'working-day', amount: 7 }, basis: cite('enforcement-opinion'), statutory: false },
  interpretation:     { label: '政策解读', base: 'document-published', limit: { unit: 'working-day', amount: 3 }, basis: cite('openness-points-2016'), statutory: false },
  budget:             { label: '财政预算、决算', base: 'approved', limit: { unit: 'calendar-day', amount: 20 }, basis: cite('budget-law', 14), statutory: true },
  'inspection-plan':  { label: '随机抽查计划', base: 'year-end', limit: { unit: 'fixed-date', month: 6, day: 30 }, basis: null, statutory: false },
  'annual-report':    { label: '部门政府信息公开年度报告', base: 'year-end', limit: { unit: 'fixed-date', month: 1, day: 31 }, basis: cite('regulation', 49, 1), statutory: true },
  'annual-report-of-government': { label: '本级政府信息公开年度报告', base: 'year-end', limit: { unit: 'fixed-date', month: 3, day: 31 }, basis: cite('regulation', 49, 2), statutory: true },
  'website-report':   { label: '政府网站工作年度报表', base: 'year-end', limit: { unit: 'fixed-date', month: 1, day: 31 }, basis: cite('website-report-notice'), statutory: true },
} as const satisfies Record<string, DeadlineRule>

export type DeadlineRuleId = keyof typeof DEADLINE_RULES

export type PublishDue = Readonly<{ dueOn: PlainDate; provisional: boolean }>

/** 起算: the regulation does not say whether the day of forming counts; the ordinary rule leaves it out. */
export type PublishCount = Readonly<{ countBaseDay: boolean }>

const ORDINARY_COUNT: PublishCount = { countBaseDay: false }

/** The last day to publish; a working day past the last holiday notice is 暂定. */
export function publishDue(
  { limit }: Pick<DeadlineRule, 'limit'>,
  baseOn: PlainDate,
  calendar: WorkingCalendar,
  { countBaseDay }: PublishCount = ORDINARY_COUNT,
): PublishDue {
  const from = countBaseDay ? addDays(baseOn, -1) : baseOn
  switch (limit.unit) {
    case 'working-day': {
      const dueOn = calendar.addWorkingDays(from, limit.amount)
      return { dueOn, provisional: calendar.isProvisional(dueOn) }
    }
    case 'calendar-day':
      return { dueOn: addDays(from, limit.amount), provisional: false }
    case 'month':
      return { dueOn: addMonths(from, limit.amount), provisional: false }
    case 'fixed-date':
      return { dueOn: plainDate(yearOf(baseOn) + 1, limit.month, limit.day), provisional: false }
    case 'realtime':
      return { dueOn: baseOn, provisional: false }
  }
}

/** 目录另定的时限: an organ's own catalogue may ask for less time than the rule; for more only where no law sets it. */
export function publishDueByCatalogue(
  rule: DeadlineRule,
  own: DeadlineLimit,
  baseOn: PlainDate,
  calendar: WorkingCalendar,
): Ruling<PublishDue> {
  const legal = publishDue(rule, baseOn, calendar)
  const asked = publishDue({ limit: own }, baseOn, calendar)
  if (!rule.statutory || asked.dueOn <= legal.dueOn) return grant(asked)
  const reason = `“${rule.label}”应当不晚于${legal.dueOn}公开，目录不能规定更长的时限`
  return refuse('longer-than-law', reason, rule.basis ?? cite('regulation', 26))
}

/** Reminders at half and at four fifths of the working days, so that nobody learns of a limit when it has passed. */
export function publishReminders(
  baseOn: PlainDate,
  dueOn: PlainDate,
  calendar: WorkingCalendar,
): readonly PlainDate[] {
  const days = calendar.workingDaysBetween(baseOn, dueOn)
  return [0.5, 0.8].map((share) => calendar.addWorkingDays(baseOn, Math.floor(days * share)))
}

import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite } from '../citation.ts'
import { addDays, type PlainDate } from '../plain-date.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import { FEEDBACK_KINDS } from './feedback.ts'

type SubjectRow = Readonly<{
  label: string
  /** 一般不少于: how long comments may be made, the first day counted. */
  least: Readonly<{ unit: 'calendar-day' | 'working-day'; amount: number }>
  basis: Citation
  /** False where indicators or practice set the period and no regulation does. */
  statutory: boolean
}>

/** 征求意见的对象, and for how long at the least a draft is put out. */
// biome-ignore format: a table
export const OPINION_SUBJECTS = {
  regulation:         { label: '规章草案',                       least: { unit: 'calendar-day', amount: 30 }, basis: cite('rule-making-regulation', 15, 2), statutory: true },
  decision:           { label: '重大行政决策',                   least: { unit: 'calendar-day', amount: 30 }, basis: cite('decision-regulation', 15),       statutory: true },
  'market-normative': { label: '涉及市场主体的行政规范性文件',   least: { unit: 'calendar-day', amount: 30 }, basis: cite('rule-of-law-indicators'),        statutory: false },
  normative:          { label: '行政规范性文件',                 least: { unit: 'working-day', amount: 7 },   basis: cite('rule-of-law-indicators'),        statutory: false },
  other:              { label: '规划、方案等其他事项',           least: { unit: 'working-day', amount: 7 },   basis: cite('rule-of-law-indicators'),        statutory: false },
} as const satisfies Record<string, SubjectRow>

export type OpinionSubject = keyof typeof OPINION_SUBJECTS

/** 最早截止日: the last day of the shortest period that needs no reason; the day of publication counts as the first. */
export function earliestClosing(
  subject: OpinionSubject,
  opensOn: PlainDate,
  calendar: WorkingCalendar,
): PlainDate {
  const { unit, amount }: SubjectRow['least'] = OPINION_SUBJECTS[subject].least
  if (unit === 'calendar-day') return addDays(opensOn, amount - 1)
  const counted = calendar.isWorkingDay(opensOn) ? amount - 1 : amount
  return counted === 0 ? opensOn : calendar.addWorkingDays(opensOn, counted)
}

/** 征集期限: as long as the norm asks, or shorter with a reason that is published along. */
export function judgeOpinionPeriod(
  ask: Readonly<{ subject: OpinionSubject; opensOn: PlainDate; closesOn: PlainDate; shortReason: string }>,
  today: PlainDate,
  calendar: WorkingCalendar,
): Ruling<{ isShort: boolean }> {
  const { label, least, basis }: SubjectRow = OPINION_SUBJECTS[ask.subject]
  if (ask.closesOn < ask.opensOn) {
    return refuse('closing-before-opening', '截止日期不能早于开始日期', basis)
  }
  if (ask.opensOn < today) return refuse('opening-passed', '开始日期不能早于今天', basis)
  const isShort = ask.closesOn < earliestClosing(ask.subject, ask.opensOn, calendar)
  if (isShort && ask.shortReason.trim() === '') {
    const period = `${least.amount}${least.unit === 'calendar-day' ? '日' : '个工作日'}`
    return refuse(
      'period-too-short',
      `${label}征求意见的期限一般不少于${period}；需要缩短的，应当写明理由，随征集一并公布`,
      basis,
    )
  }
  return grant({ isShort })
}

/** 意见的采纳情况. */
export const OPINION_OUTCOMES = {
  adopted: { label: '采纳', needsReason: false },
  partly: { label: '部分采纳', needsReason: true },
  'not-adopted': { label: '未采纳', needsReason: true },
  noted: { label: '不涉及修改，已经了解', needsReason: false },
} as const satisfies Record<string, { label: string; needsReason: boolean }>

export type OpinionOutcome = keyof typeof OPINION_OUTCOMES

export type OpinionCallState =
  | 'coming'
  | 'open'
  | 'awaiting-result'
  | 'result-overdue'
  | 'concluded'
  | 'cancelled'

/** 征集的进展 on a day; the result is owed within thirty days of the closing day. */
export function opinionCallState(
  call: Readonly<{
    opensOn: PlainDate
    closesOn: PlainDate
    cancelled: boolean
    resultPublished: boolean
  }>,
  today: PlainDate,
): Readonly<{ state: OpinionCallState; resultDueOn: PlainDate }> {
  const resultDueOn = addDays(call.closesOn, FEEDBACK_KINDS.consultation.limit.amount)
  if (call.cancelled) return { state: 'cancelled', resultDueOn }
  if (call.resultPublished) return { state: 'concluded', resultDueOn }
  if (today < call.opensOn) return { state: 'coming', resultDueOn }
  if (today <= call.closesOn) return { state: 'open', resultDueOn }
  return { state: today <= resultDueOn ? 'awaiting-result' : 'result-overdue', resultDueOn }
}

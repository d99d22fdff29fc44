import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite } from '../citation.ts'
import { addDays, addMonths, type PlainDate } from '../plain-date.ts'

type FeedbackRow = Readonly<{
  label: string
  limit: Readonly<{ unit: 'working-day' | 'calendar-day' | 'month'; amount: number }> | null
  /** What runs out when the limit does. */
  after: string
  basis: Citation
  /** False where inspection notices or practice set the limit and no text of law does. */
  statutory: boolean
}>

/** 互动渠道 and the time each leaves for an answer. */
// biome-ignore format: a table
export const FEEDBACK_KINDS = {
  question:      { label: '简单咨询',         limit: { unit: 'working-day', amount: 5 },   after: '检查通报扣分', basis: cite('website-indicators'), statutory: false },
  message:       { label: '公众留言',         limit: { unit: 'month', amount: 3 },         after: '一票否决',     basis: cite('website-indicators'), statutory: true },
  'site-error':  { label: '网站找错',         limit: { unit: 'month', amount: 1 },         after: '考核扣分',     basis: cite('website-indicators'), statutory: false },
  suggestion:    { label: '建议主动公开',     limit: null,                                 after: '应当及时审核、公开', basis: cite('regulation', 44, 2), statutory: true },
  complaint:     { label: '未依法公开的投诉举报', limit: null,                             after: '主管部门查证、责令改正', basis: cite('regulation', 47, 2), statutory: true },
  consultation:  { label: '征集调查结果',     limit: { unit: 'calendar-day', amount: 30 }, after: '应当公布采纳情况', basis: cite('website-indicators'), statutory: false },
} as const satisfies Record<string, FeedbackRow>

export type FeedbackKind = keyof typeof FEEDBACK_KINDS

/** Days before a message reaches the three months on which the whole site fails: the office is warned from here. */
export const MESSAGE_WARNING_DAYS = 30

/** The last day for an answer; null where the law says 及时 and no number. */
export function feedbackDue(
  kind: FeedbackKind,
  receivedOn: PlainDate,
  calendar: WorkingCalendar,
): PlainDate | null {
  const { limit }: FeedbackRow = FEEDBACK_KINDS[kind]
  if (limit === null) return null
  switch (limit.unit) {
    case 'working-day':
      return calendar.addWorkingDays(receivedOn, limit.amount)
    case 'calendar-day':
      return addDays(receivedOn, limit.amount)
    case 'month':
      return addMonths(receivedOn, limit.amount)
  }
}

/** 留言情况 on a day: the thirtieth day warns, the day after three months fails. */
export function messageState(receivedOn: PlainDate, today: PlainDate): 'open' | 'warning' | 'veto' {
  const { amount } = FEEDBACK_KINDS.message.limit
  if (today > addMonths(receivedOn, amount)) return 'veto'
  return today >= addDays(receivedOn, MESSAGE_WARNING_DAYS) ? 'warning' : 'open'
}

import { type Citation, cite } from '../citation.ts'
import { addDays, addMonths, type PlainDate, parsePlainDate } from '../plain-date.ts'

/** 移送, 条例 第二十五条: what is published is handed promptly to the state archive and the public library. */
export const DEPOSIT: Readonly<{ basis: Citation }> = { basis: cite('regulation', 25) }

export const DEPOSIT_RECIPIENTS = { archives: '国家档案馆', library: '公共图书馆' } as const

export type DepositRecipient = keyof typeof DEPOSIT_RECIPIENTS

/** The last day for the list of a month, `YYYY-MM`, and its receipt: the end of the month after it. */
export function depositDueOn(month: string): PlainDate {
  return addDays(addMonths(parsePlainDate(`${month}-01`), 2), -1)
}

export type DepositState = 'nothing' | 'to-make' | 'awaiting-receipt' | 'received' | 'overdue'

export const DEPOSIT_STATES = {
  nothing: '本月没有发布',
  'to-make': '待移送',
  'awaiting-receipt': '已移送，待回执',
  received: '已收到回执',
  overdue: '超过期限',
} as const satisfies Record<DepositState, string>

/** Where the hand-over of a month stands for one recipient. */
export function depositState(
  month: string,
  facts: Readonly<{ published: number; made: boolean; received: boolean }>,
  today: PlainDate,
): DepositState {
  if (facts.received) return 'received'
  if (facts.published === 0 && !facts.made) return 'nothing'
  if (today > depositDueOn(month)) return 'overdue'
  return facts.made ? 'awaiting-receipt' : 'to-make'
}

import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Citation } from '../citation.ts'
import type { PlainDate } from '../plain-date.ts'
import { type Gap, workingDaysCounted } from './pause.ts'
import type { ReplyRules } from './reply-rules.ts'
import type { Count, Milestone, MilestoneKind, Tally } from './tally/tally.ts'

/** 期限计算过程的一行: what happened or fell due on a day, by which article, and how many working days that makes. */
export type LedgerStep = Readonly<{
  on: PlainDate
  kind: MilestoneKind | 'due' | DayStepKind
  text: string
  basis: Citation | null
  workingDay: boolean
  /** Working days of the count used by the end of the day; `null` where nothing is counted. */
  count: number | null
}>

/** The kinds of a line in the day-by-day table. */
export type DayStepKind =
  | 'day-zero'
  | 'counted'
  | 'void'
  | 'weekend'
  | 'holiday'
  | 'paused'
  | 'waiting'
  | 'overdue'

/** The turns of a clock in date order, ending with the deadline. */
export function ledgerSteps(tally: Tally, gaps: readonly Gap[], dueOn: PlainDate | null): LedgerStep[] {
  const { calendar, milestones, counts, rules } = tally
  const steps = milestones.map((milestone) => stepOf(milestone, counts[milestone.count], gaps, calendar))
  const count = counts.at(-1)
  if (dueOn !== null && count !== undefined && rules !== null) {
    steps.push({
      on: dueOn,
      kind: 'due',
      text: dueText(count, rules, count.fixed === null && calendar.isProvisional(dueOn)),
      basis: rules.reply,
      workingDay: calendar.isWorkingDay(dueOn),
      count: count.fixed === null ? workingDaysCounted(count.from, dueOn, gaps, calendar) : null,
    })
  }
  return steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function stepOf(
  { on, kind, text, basis }: Milestone,
  count: Count | undefined,
  gaps: readonly Gap[],
  calendar: WorkingCalendar,
): LedgerStep {
  const counting = count !== undefined && count.fixed === null && on >= count.from
  return {
    on,
    kind,
    text,
    basis,
    workingDay: calendar.isWorkingDay(on),
    count: counting ? workingDaysCounted(count.from, on, gaps, calendar) : null,
  }
}

const COUNTED_FROM = {
  receipt: '收到申请之日',
  correction: '收到补正的申请之日',
  payment: '缴费之日',
  'ordered-again': '责令重新答复之日',
} as const satisfies Record<Count['why'], string>

function dueText(count: Count, rules: ReplyRules, provisional: boolean): string {
  const tail = provisional ? '（暂定：该年度放假安排尚未公布，公布后重新计算）' : ''
  if (count.fixed?.by === 'review') return '复议决定或者判决确定的期限届满'
  if (count.fixed?.by === 'delayed-reply') return '告知申请人的延迟答复期限届满'
  const days = rules.replyWithin + count.extendedBy
  const extended = count.extendedBy === 0 ? '' : `（含延长${count.extendedBy}个工作日）`
  return `答复期限届满：自${COUNTED_FROM[count.why]}起第${days}个工作日${extended}${tail}`
}

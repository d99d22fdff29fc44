import { holidayMeasures, noticeNumberText } from '../calendar/holiday-notice.ts'
import type { DayKind, WorkingCalendar } from '../calendar/working-calendar.ts'
import { type Citation, cite } from '../citation.ts'
import { addDays, later, type PlainDate } from '../plain-date.ts'
import type { Clock } from './clock.ts'
import type { LedgerStep } from './ledger.ts'
import { isInGap, workingDaysCounted } from './pause.ts'
import type { Count } from './tally/tally.ts'

type DayStep = Pick<LedgerStep, 'kind' | 'text' | 'basis' | 'count'>

/** 逐日计算表: every day from receipt to the end, counted or not, with the reason and the article. */
export function ledgerDays(clock: Clock, calendar: WorkingCalendar): LedgerStep[] {
  const first = clock.counts[0]?.from
  const last = lastDay(clock)
  const days: LedgerStep[] = []
  if (first === undefined || last === null) return days
  for (let on = first; on <= last; on = addDays(on, 1)) {
    days.push({ on, workingDay: calendar.isWorkingDay(on), ...dayStep(on, clock, calendar) })
  }
  return days
}

function lastDay({ dueOn, stopped, waiting, counts }: Clock): PlainDate | null {
  const ends = [stopped?.on ?? dueOn, waiting?.until, waiting?.since, counts.at(-1)?.from]
  const known = ends.filter((on) => on !== null && on !== undefined)
  return known.length === 0 ? null : known.reduce(later)
}

function dayStep(on: PlainDate, clock: Clock, calendar: WorkingCalendar): DayStep {
  const index = clock.counts.findLastIndex((count) => count.from <= on)
  const count = clock.counts[index]
  if (count === undefined) return { kind: 'day-zero', text: '', basis: null, count: null }
  if (on === count.from) return dayZero(count, clock)

  const kind = calendar.dayKind(on)
  if (!calendar.isWorkingDay(on)) return dayOff(on, kind, clock)
  if (count.leftOn !== null && on > count.leftOn) return waitingDay(clock, index)
  if (isInGap(on, clock.gaps)) return pausedDay(on, clock)
  return workingDay(on, kind, count, index, clock, calendar)
}

function dayZero(count: Count, clock: Clock): DayStep {
  const text = {
    receipt: '收到申请之日，当日不计',
    correction: '收到补正的申请之日，当日不计，次日起重新计算',
    payment: '缴费之日，当日不计，次日起重新计算',
    'ordered-again': '责令重新答复之日，当日不计',
  }[count.why]
  return { kind: 'day-zero', text, basis: clock.receipt?.basis ?? null, count: 0 }
}

function dayOff(on: PlainDate, day: DayKind, clock: Clock): DayStep {
  if (day.kind === 'holiday' || day.kind === 'local-holiday') {
    const text = `${day.name}放假（${noticeNumberText(day.notice)}）`
    return { kind: 'holiday', text, basis: measuresOf(on, day), count: null }
  }
  return { kind: 'weekend', text: '休息日，不是工作日', basis: clock.rules?.reply ?? null, count: null }
}

/** A local holiday stands on the article that lets minority areas fix their own; the rest on the yearly notice. */
function measuresOf(on: PlainDate, { kind }: DayKind): Citation {
  const measures = holidayMeasures(on)
  return kind === 'local-holiday' || kind === 'local-make-up' ? cite(measures.instrument, 4) : measures
}

function waitingDay(clock: Clock, index: number): DayStep {
  const next = clock.counts[index + 1]?.why
  const payment =
    next === undefined ? clock.feePayBy !== null || clock.waiting?.for === 'payment' : next === 'payment'
  return payment
    ? { kind: 'waiting', text: '等待申请人缴费，不计算', basis: cite('fee-measures', 6), count: null }
    : { kind: 'waiting', text: '等待申请人补正，不计算', basis: cite('regulation', 30), count: null }
}

function pausedDay(on: PlainDate, { pauses }: Clock): DayStep {
  const why = pauses.find((pause) => pause.from <= on && on <= pause.to)
  const text = why === undefined ? '不计算' : `${PAUSED_FOR[why.why]}，不计算`
  return { kind: 'paused', text, basis: why?.basis ?? null, count: null }
}

const PAUSED_FOR = {
  'third-party': '征求第三方意见',
  'co-maker': '征求其他行政机关意见',
  'secrecy-authority': '提请确定是否可以公开',
  reasons: '等待申请人说明理由',
  fee: '等待申请人缴费',
} as const satisfies Record<Clock['pauses'][number]['why'], string>

function workingDay(
  on: PlainDate,
  day: DayKind,
  count: Count,
  index: number,
  clock: Clock,
  calendar: WorkingCalendar,
): DayStep {
  const madeUp = day.kind === 'make-up' || day.kind === 'local-make-up'
  const what = madeUp ? `调休上班（${day.name}，${noticeNumberText(day.notice)}），` : ''
  const counting = clock.rules?.reply ?? null
  const basis = madeUp ? measuresOf(on, day) : counting
  const provisional = calendar.isProvisional(on) ? '（暂定：放假安排尚未公布）' : ''
  const number = workingDaysCounted(count.from, on, clock.gaps, calendar)
  if (index < clock.counts.length - 1 || count.leftOn !== null) {
    return { kind: 'void', text: `${what}原计算的第${number}个工作日，重新计算后作废`, basis, count: number }
  }
  if (clock.dueOn !== null && on > clock.dueOn) {
    const late = calendar.workingDaysBetween(clock.dueOn, on)
    return {
      kind: 'overdue',
      text: `${what}逾期第${late}个工作日`,
      basis: counting,
      count: number,
    }
  }
  return { kind: 'counted', text: `${what}第${number}个工作日${provisional}`, basis, count: number }
}

import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { Settings } from '../clock/settings.ts'
import type { PlainDate } from '../plain-date.ts'
import { type RemedyCase, type RemedyRoute, remedyRoute } from './clause.ts'
import { remedyPeriodEnd } from './period.ts'

/** 救济期限: until when a reply, or the lack of one, can be challenged, and in which order. */
export type RemedyWindow = Readonly<{
  reconsiderationBy: PlainDate
  /** Last day for a direct suit; `null` where reconsideration comes first. */
  suitBy: PlainDate | null
  route: RemedyRoute | 'unsettled'
  provisional: boolean
}>

/** The windows against a reply; `remedyFrom` is the day of receipt, `told` whether the clause stood in the letter. */
export function remedyWindow(
  file: Pick<RemedyCase, 'outcome' | 'withheldUnder' | 'decidedOn'>,
  remedyFrom: PlainDate,
  calendar: WorkingCalendar,
  settings: Pick<Settings, 'partialRemedy'>,
  told = true,
): RemedyWindow {
  const route = remedyRoute(file, settings)
  const apply = told ? 'apply-for-reconsideration' : 'apply-when-not-told'
  const sue = told ? 'sue-directly' : 'sue-when-not-told'
  const reconsiderationBy = remedyPeriodEnd(apply, remedyFrom, calendar)
  const suitBy = route === 'reconsideration-first' ? null : remedyPeriodEnd(sue, remedyFrom, calendar)
  return { reconsiderationBy, suitBy, route, provisional: isProvisional(calendar, reconsiderationBy, suitBy) }
}

/**
 * The windows against silence, from the day the reply period ran out. Whether reconsideration has to come first is
 * not settled (行政复议法 Art. 23 ¶1(3) against 法释〔2025〕8号 Art. 2 ¶2), so both days are given unless the switch decides.
 */
export function silenceWindow(
  dueOn: PlainDate,
  calendar: WorkingCalendar,
  settings: Pick<Settings, 'nonReplyReconsiderationFirst'>,
): RemedyWindow {
  const first = settings.nonReplyReconsiderationFirst
  const reconsiderationBy = remedyPeriodEnd('apply-against-silence', dueOn, calendar)
  const suitBy = first === 'yes' ? null : remedyPeriodEnd('sue-against-silence', dueOn, calendar)
  const route = { unsettled: 'unsettled', yes: 'reconsideration-first', no: 'either' } as const
  return {
    reconsiderationBy,
    suitBy,
    route: route[first],
    provisional: isProvisional(calendar, reconsiderationBy, suitBy),
  }
}

function isProvisional(calendar: WorkingCalendar, ...days: readonly (PlainDate | null)[]): boolean {
  return days.some((on) => on !== null && calendar.isProvisional(on))
}

import type { WorkingCalendar } from '../calendar/working-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { RequestEvent } from '../request/event.ts'
import { readClock } from './clock.ts'
import type { ClockSettings } from './settings.ts'

/** An open case whose deadline is read again. */
export type OpenCase<Key> = Readonly<{ key: Key; events: readonly RequestEvent[]; settings: ClockSettings }>

/** 期限变动: what a change of the calendar does to one case. */
export type MovedDeadline<Key> = Readonly<{
  key: Key
  from: PlainDate | null
  to: PlainDate | null
  /** The deadline was 暂定 and is certain now. */
  settled: boolean
}>

/** 期限变动清单: the cases whose last day another calendar moves or makes certain, in the order given. */
export function movedDeadlines<Key>(
  cases: Iterable<OpenCase<Key>>,
  before: WorkingCalendar,
  after: WorkingCalendar,
): MovedDeadline<Key>[] {
  const moved: MovedDeadline<Key>[] = []
  for (const { key, events, settings } of cases) {
    const [was, is] = [readClock(events, before, settings), readClock(events, after, settings)]
    const settled = was.provisional && !is.provisional
    if (was.dueOn !== is.dueOn || settled) moved.push({ key, from: was.dueOn, to: is.dueOn, settled })
  }
  return moved
}

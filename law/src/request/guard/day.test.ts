import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts'
import { DEFAULT_SETTINGS } from '../../clock/settings.ts'
import { addDays, parsePlainDate } from '../../plain-date.ts'
import type { RequestEvent, RequestEventKind } from '../event.ts'
import { foldRequest } from '../fold.ts'
import { guardDay } from './day.ts'

const day = parsePlainDate
const at = (kind: RequestEventKind, on: string, facts = {}) =>
  ({ kind, on: day(on), ...facts }) as RequestEvent

const RECEIVED = at('received', '2025-09-02', { channel: 'in-person' })
const asked = at('consultation-opened', '2025-09-08', { consultation: 'A', with: 'third-party' })
const sent = { method: 'direct', sentOn: day('2025-09-08') }

/** What the guard says of an event the day before, and on the day of, the last event of its history. */
function saysOf(history: readonly RequestEvent[], event: RequestEvent): (string | null)[] {
  const now = foldRequest(history, NATIONAL_CALENDAR, DEFAULT_SETTINGS)
  const last = history.at(-1)?.on ?? event.on
  return [addDays(last, -1), last].map((on) => {
    const moved = { ...event, on, ...('sentOn' in event ? { sentOn: on } : {}) } as RequestEvent
    const facts = { today: day('2025-12-31') }
    const act = {
      event: moved,
      history,
      now,
      clock: now.clock,
      calendar: NATIONAL_CALENDAR,
      settings: DEFAULT_SETTINGS,
      facts,
    }
    return guardDay(act)?.code ?? null
  })
}

describe('an event may share the day of what it follows, and not come before it', () => {
  // biome-ignore format: a table
  const FOLLOWS: readonly (readonly [event: RequestEvent, after: RequestEvent])[] = [
    [at('correction-received', '2025-09-08', { channel: 'online' }),       at('correction-requested', '2025-09-08', { items: ['名称'], respondBy: day('2025-09-20') })],
    [at('correction-lapsed', '2025-09-08'),                                at('correction-requested', '2025-09-08', { items: ['名称'], respondBy: day('2025-09-20') })],
    [at('consultation-delivered', '2025-09-08', { consultation: 'A' }),    asked],
    [at('consultation-answered', '2025-09-08', { consultation: 'A', answer: 'consent' }), asked],
    [at('consultation-lapsed', '2025-09-08', { consultation: 'A' }),       asked],
    [at('consultation-answered', '2025-09-09', { consultation: 'A', answer: 'consent' }), at('consultation-delivered', '2025-09-09', { consultation: 'A' })],
    [at('consultation-lapsed', '2025-09-09', { consultation: 'A' }),       at('consultation-delivered', '2025-09-09', { consultation: 'A' })],
    [at('reasons-given', '2025-09-08', { reasonable: true }),              at('reasons-asked', '2025-09-08', { respondBy: day('2025-09-20'), requestCount: 90 })],
    [at('reasons-lapsed', '2025-09-08'),                                   at('reasons-asked', '2025-09-08', { respondBy: day('2025-09-20'), requestCount: 90 })],
    [at('delayed-reply-fixed', '2025-09-08', { dueOn: day('2025-12-01'), reason: '量大' }), at('reasons-given', '2025-09-08', { reasonable: true })],
    [at('fee-paid', '2025-09-08'),                                         at('fee-noticed', '2025-09-08', { method: 'by-item', amountInYuan: 100 })],
    [at('fee-lapsed', '2025-09-08'),                                       at('fee-noticed', '2025-09-08', { method: 'by-item', amountInYuan: 100 })],
    [at('decision-drafted', '2025-09-08', { outcome: 'noproc-petition' }), at('review-started', '2025-09-08')],
    [at('decision-drafted', '2025-09-08', { outcome: 'noproc-petition' }), at('correction-received', '2025-09-08', { channel: 'online' })],
    [at('decision-drafted', '2025-09-08', { outcome: 'noproc-petition' }), at('fee-paid', '2025-09-08')],
    [at('decision-drafted', '2025-09-08', { outcome: 'noproc-petition' }), at('ordered-again', '2025-09-08', { by: 'court', dueOn: day('2025-12-01') })],
    [at('decision-returned', '2025-09-08', { reason: '补充' }),            at('decision-drafted', '2025-09-08', { outcome: 'noproc-petition' })],
    [at('decision-approved', '2025-09-08', { outcome: 'noproc-petition', documentNumber: '1号' }), at('decision-drafted', '2025-09-08', { outcome: 'noproc-petition' })],
    [at('served', '2025-09-08', sent),                                     at('decision-approved', '2025-09-08', { outcome: 'noproc-petition', documentNumber: '1号' })],
    [at('service-failed', '2025-09-08', { method: 'post', reason: '退回' }), at('decision-approved', '2025-09-08', { outcome: 'noproc-petition', documentNumber: '1号' })],
    [at('closed', '2025-09-08'),                                           at('served', '2025-09-08', sent)],
    [at('closed', '2025-09-08'),                                           at('replied-on-spot', '2025-09-08', { outcome: 'noproc-petition' })],
    [at('ordered-again', '2025-09-08', { by: 'court', dueOn: day('2025-12-01') }), at('served', '2025-09-08', sent)],
    [at('ordered-again', '2025-09-08', { by: 'court', dueOn: day('2025-12-01') }), at('closed', '2025-09-08')],
    [at('ordered-again', '2025-09-08', { by: 'court', dueOn: day('2025-12-01') }), at('correction-lapsed', '2025-09-08')],
    [at('ordered-again', '2025-09-08', { by: 'court', dueOn: day('2025-12-01') }), at('fee-lapsed', '2025-09-08')],
    [at('ordered-again', '2025-09-08', { by: 'court', dueOn: day('2025-12-01') }), at('replied-on-spot', '2025-09-08', { outcome: 'noproc-petition' })],
  ]
  test.each(FOLLOWS.map(([event, after]) => [event.kind, after.kind, event, after] as const))(
    '%s after %s',
    (_kind, _after, event, after) => {
      expect(saysOf([RECEIVED, after], event)).toEqual(['out-of-order', null])
    },
  )
  test('another consultation is another matter', () => {
    const other = at('consultation-answered', '2025-09-08', { consultation: 'B', answer: 'consent' })
    expect(saysOf([RECEIVED, asked], other)).toEqual([null, null])
  })
})

import { expect, test } from 'vitest'
import { NATIONAL_CALENDAR, NATIONAL_NOTICES } from '../calendar/national-calendar.ts'
import { makeCalendar } from '../calendar/working-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import type { RequestEvent } from '../request/event.ts'
import { movedDeadlines } from './moved-deadline.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const received = (on: string): RequestEvent => ({
  kind: 'received',
  on: parsePlainDate(on),
  channel: 'in-person',
})
const open = (key: string, on: string) => ({ key, events: [received(on)], settings: DEFAULT_SETTINGS })

test('the 2020 prolongation of 春节 moves what ran over it, and nothing else', () => {
  const announced = makeCalendar(NATIONAL_NOTICES.filter(({ year, amends }) => year <= 2020 && !amends))
  const prolonged = makeCalendar(NATIONAL_NOTICES.filter(({ year }) => year <= 2020))
  // 31 January and 1 February fall away: 20 working days after 15 January end on 19 instead of 17 February.
  expect(
    movedDeadlines(
      [open('a', '2019-12-02'), open('b', '2020-01-15'), open('c', '2020-02-17')],
      announced,
      prolonged,
    ),
  ).toEqual([{ key: 'b', from: '2020-02-17', to: '2020-02-19', settled: false }])
})

test('the notice of a new year moves some deadlines and makes others certain', () => {
  const before = makeCalendar(NATIONAL_NOTICES.filter(({ year }) => year < 2026))
  // Over 元旦 2026: 1 and 2 January off, Sunday 4 January worked.
  expect(
    movedDeadlines(
      [open('a', '2025-12-08'), open('b', '2025-12-09'), open('c', '2025-11-03')],
      before,
      NATIONAL_CALENDAR,
    ),
  ).toEqual([
    { key: 'a', from: '2026-01-05', to: '2026-01-06', settled: true },
    { key: 'b', from: '2026-01-06', to: '2026-01-07', settled: true },
  ])
})

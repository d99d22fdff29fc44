import { expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import type { RequestEvent } from '../request/event.ts'
import { otherReadings } from './readings.ts'
import { DEFAULT_SETTINGS } from './settings.ts'

const day = parsePlainDate
const read = (events: readonly RequestEvent[]) => otherReadings(events, NATIONAL_CALENDAR, DEFAULT_SETTINGS)

test('T16: a request of a Saturday has a second reading', () => {
  expect(
    read([
      { kind: 'submitted', on: day('2025-05-24'), channel: 'email' },
      { kind: 'confirmed', on: day('2025-05-24') },
    ]),
  ).toEqual([{ text: '非工作日收到的，视为下一个工作日收到', dueOn: '2025-06-24' }])
})

test('T11: an opinion asked for has three others, of which one gives the same day', () => {
  expect(
    read([
      { kind: 'received', on: day('2024-01-08'), channel: 'in-person' },
      { kind: 'consultation-opened', on: day('2024-01-15'), consultation: 'A', with: 'third-party' },
      { kind: 'consultation-delivered', on: day('2024-01-17'), consultation: 'A' },
      { kind: 'consultation-answered', on: day('2024-01-29'), consultation: 'A', answer: 'consent' },
    ]),
  ).toEqual([
    { text: '征求意见的发出日、收到意见之日都计入期限', dueOn: '2024-02-21' },
    { text: '征求意见的发出日、收到意见之日都不计', dueOn: '2024-02-23' },
  ])
})

test('an ordinary request reads one way only', () => {
  expect(read([{ kind: 'received', on: day('2025-09-02'), channel: 'in-person' }])).toEqual([])
})

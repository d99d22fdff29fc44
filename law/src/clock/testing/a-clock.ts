import { NATIONAL_CALENDAR } from '../../calendar/national-calendar.ts'
import { parsePlainDate } from '../../plain-date.ts'
import type { RequestEvent } from '../../request/event.ts'
import { readClock } from '../clock.ts'
import { DEFAULT_SETTINGS } from '../settings.ts'

export const day = parsePlainDate
export const read = (events: readonly RequestEvent[], settings = {}) =>
  readClock(events, NATIONAL_CALENDAR, { ...DEFAULT_SETTINGS, ...settings })
export const codes = (events: readonly RequestEvent[], settings = {}) =>
  read(events, settings).violations.map(({ code }) => code)

// Received on Tuesday 2025-09-02: day 7 is 09-11, day 20 is Monday 09-29, for Sunday 09-28 is worked before 国庆
// (10-01 to 10-08 off) and so is Saturday 10-11 after it.
export const RECEIVED: RequestEvent = { kind: 'received', on: day('2025-09-02'), channel: 'in-person' }
export const extended = (on: string, workingDays: number, facts = {}): RequestEvent => ({
  kind: 'extended',
  on: day(on),
  workingDays,
  approvedBy: '李主任',
  approvedOn: day(on),
  reason: '档案较多',
  ...facts,
})
export const correction = (on: string, respondBy: string): RequestEvent => ({
  kind: 'correction-requested',
  on: day(on),
  items: ['明确所需信息的名称'],
  respondBy: day(respondBy),
})
export const corrected = (on: string, goodReason?: string): RequestEvent => ({
  kind: 'correction-received',
  on: day(on),
  channel: 'in-person',
  ...(goodReason === undefined ? {} : { goodReason }),
})
export const asked = (
  on: string,
  party: 'third-party' | 'co-maker' | 'secrecy-authority' = 'third-party',
): RequestEvent => ({
  kind: 'consultation-opened',
  on: day(on),
  consultation: party,
  with: party,
})

import type { PlainDate } from '../plain-date.ts'
import type { HolidayArrangement, HolidayNotice } from './holiday-notice.ts'

/** An arrangement with what the text says beside it, to check it by. */
export type StatedArrangement = HolidayArrangement &
  Readonly<{
    /** “共3天” */
    days: number | null
    /** “1月4日（星期日）” */
    weekdays: readonly Readonly<{ on: PlainDate; weekday: number }>[]
  }>

/** A notice as it was read, before it is checked. */
export type StatedNotice = Omit<HolidayNotice, 'holidays'> &
  Readonly<{ holidays: readonly StatedArrangement[]; region?: string }>

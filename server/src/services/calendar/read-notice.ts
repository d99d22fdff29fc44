import {
  type HolidayNotice,
  type LocalHolidayNotice,
  makeCalendar,
  NATIONAL_NOTICES,
  readHolidayNotice,
} from '@mingfu/law'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type CalendarYear, calendarYear } from './show-calendar.ts'

/** 试读放假安排通知: what the program understands of it, before it is kept. */
export function readNotice(ctx: Context, { text }: { text: string }): CalendarYear {
  allow(ctx.actor, 'manage-agency')
  const notice = noticeFrom(text)
  return calendarYear(
    notice.year,
    'region' in notice
      ? makeCalendar(NATIONAL_NOTICES, [notice])
      : makeCalendar([...NATIONAL_NOTICES, notice]),
  )
}

/** The notice in a text. Throws `Invalid` on the field when it does not add up. */
export function noticeFrom(text: string): HolidayNotice | LocalHolidayNotice {
  const ruling = readHolidayNotice(text)
  if (ruling.granted) return ruling.value
  throw new Invalid(ruling.refusal.reason, { text: ruling.refusal.reason })
}

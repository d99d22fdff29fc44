import {
  calendarWith,
  earlier,
  type HolidayNotice,
  type ImportedNotice,
  type PlainDate,
  readHolidayNotice,
} from '@mingfu/law'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type DeadlineToMove, previewDeadlines } from '../requests/preview-deadlines.ts'
import { type CalendarYear, calendarYear } from './show-calendar.ts'

/** 读出的安排, and the open deadlines that it would move. */
export type NoticeReading = CalendarYear &
  Readonly<{ region: string | null; moves: readonly DeadlineToMove[] }>

/** 试读放假安排通知: what the program understands of it, and which deadlines it moves, before it is kept. */
export async function readNotice(ctx: Context, { text }: { text: string }): Promise<NoticeReading> {
  allow(ctx.actor, 'manage-agency')
  const notice = noticeFrom(text)
  const region = 'region' in notice ? notice.region : null
  const imported = [...ctx.importedNotices, notice]
  const moves = await previewDeadlines(ctx, {
    since: firstDayOf(notice),
    calendarAfter: (agencyId) =>
      calendarWith(
        imported,
        ctx.calendarOf(agencyId).local.map((local) => local.region),
      ),
  })
  return {
    ...calendarYear(notice.year, calendarWith(imported, region === null ? [] : [region])),
    region,
    moves,
  }
}

/** The notice in a text. Throws `Invalid` on the field when it does not add up. */
export function noticeFrom(text: string): ImportedNotice {
  const ruling = readHolidayNotice(text)
  if (ruling.granted) return ruling.value
  throw new Invalid(ruling.refusal.reason, { text: ruling.refusal.reason })
}

function firstDayOf({ holidays }: HolidayNotice): PlainDate {
  return holidays.flatMap(({ from, workedOn }) => [from, ...workedOn]).reduce(earlier)
}

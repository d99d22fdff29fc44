import type { HolidayNotice } from './holiday-notice.ts'
import { NOTICES_2004_2013 } from './notices/notices-2004-2013.ts'
import { NOTICES_2014_2026 } from './notices/notices-2014-2026.ts'
import { makeCalendar } from './working-calendar.ts'

/** All national holiday notices that the product ships with, in order of issue. */
export const NATIONAL_NOTICES: readonly HolidayNotice[] = [...NOTICES_2004_2013, ...NOTICES_2014_2026]

/** 全国工作日历 by the notices in force. */
export const NATIONAL_CALENDAR = makeCalendar(NATIONAL_NOTICES)

import type { HolidayNotice, LocalHolidayNotice } from './holiday-notice.ts'
import { NATIONAL_NOTICES } from './national-calendar.ts'
import { makeCalendar, type WorkingCalendar } from './working-calendar.ts'

/** A notice as it is imported: for the whole country, or for a region. */
export type ImportedNotice = HolidayNotice | LocalHolidayNotice

/**
 * 工作日历 of the notices that ship with the package and of those `imported` since, in order of issue. Days that a
 * region gives off for itself count only for whoever names the region; without `regions`, nobody's do.
 */
export function calendarWith(
  imported: readonly ImportedNotice[],
  regions: readonly string[] = [],
): WorkingCalendar {
  const local = imported.filter(isLocal).filter(({ region }) => regions.includes(region))
  return makeCalendar([...NATIONAL_NOTICES, ...imported.filter(isNews)], local)
}

/** 有地方假日的地区: the regions of the notices imported, each once. */
export function regionsOf(imported: readonly ImportedNotice[]): readonly string[] {
  return [...new Set(imported.filter(isLocal).map(({ region }) => region))].sort()
}

function isLocal(notice: ImportedNotice): notice is LocalHolidayNotice {
  return 'region' in notice
}

/** A yearly notice that the package has learnt of since it was imported is its own. */
function isNews(notice: ImportedNotice): boolean {
  if (isLocal(notice)) return false
  return notice.amends || !NATIONAL_NOTICES.some(({ amends, year }) => !amends && year === notice.year)
}

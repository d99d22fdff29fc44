import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type HolidayNotice,
  type LocalHolidayNotice,
  makeCalendar,
  NATIONAL_NOTICES,
  readHolidayNotice,
  type WorkingCalendar,
} from '@mingfu/law'
import { CannotDo } from './exit-code.ts'

/** Where imported notices are kept: a file each, below the data directory. */
function noticeDirectory(): string {
  return join(process.env.MINGFU_HOME ?? '.mingfu', 'holiday-notices')
}

/** The calendar of the notices that the product ships with and of those that were imported. */
export function loadCalendar(): WorkingCalendar {
  const imported = importedNotices()
  const local = imported.filter((notice): notice is LocalHolidayNotice => 'region' in notice)
  const years = new Set(NATIONAL_NOTICES.filter(({ amends }) => !amends).map(({ year }) => year))
  // A yearly notice that the product has learnt of since then is its own.
  const national = imported.filter(
    (notice) => !('region' in notice) && (notice.amends || !years.has(notice.year)),
  )
  return makeCalendar([...NATIONAL_NOTICES, ...national], local)
}

/** The imported notices, in the order of their file names, which begin with the year. */
function importedNotices(): readonly (HolidayNotice | LocalHolidayNotice)[] {
  const directory = noticeDirectory()
  return fileNames(directory).map((name) => {
    const ruling = readHolidayNotice(readFileSync(join(directory, name), 'utf8'))
    if (!ruling.granted)
      throw new CannotDo(`放假安排“${join(directory, name)}”有误：${ruling.refusal.reason}`)
    return ruling.value
  })
}

/** Keeps a notice. One of the same year, region and kind is replaced. */
export function keepNotice(notice: HolidayNotice | LocalHolidayNotice): string {
  const directory = noticeDirectory()
  mkdirSync(directory, { recursive: true })
  const region = 'region' in notice ? `-${notice.region}` : ''
  const amending = notice.amends ? `-调整${notice.issuedOn ?? ''}` : ''
  const file = join(directory, `${notice.year}${region}${amending}.json`.replaceAll(/[/\\]/g, '_'))
  writeFileSync(file, `${JSON.stringify(notice, null, 2)}\n`)
  return file
}

function fileNames(directory: string): readonly string[] {
  try {
    return readdirSync(directory)
      .filter((name) => name.endsWith('.json'))
      .sort()
  } catch {
    return []
  }
}

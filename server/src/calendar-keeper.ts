import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type HolidayNotice,
  type LocalHolidayNotice,
  makeCalendar,
  NATIONAL_NOTICES,
  readHolidayNotice,
  type WorkingCalendar,
} from '@mingfu/law'
import type { Db } from './db/database.ts'

type Notice = HolidayNotice | LocalHolidayNotice

export type CalendarKeeper = Readonly<{
  current(): WorkingCalendar
  reload(): Promise<void>
  stop(): void
}>

/** How soon other processes see a notice that one of them has imported. */
const READ_EVERY = 60_000

/**
 * The calendar in force: notices that shipped with the program, and over them those imported since, in the console
 * (a table) or on the command line (files below the data directory). What cannot be read is said once and left out.
 */
export async function keepCalendar(
  db: Db,
  home: string,
  log: (message: string) => void,
): Promise<CalendarKeeper> {
  let kept = { source: '', calendar: makeCalendar(NATIONAL_NOTICES) }
  const reload = async () => {
    const texts = [...(await noticesInTable(db)), ...noticesInFiles(join(home, 'holiday-notices'))]
    const source = texts.join('\n')
    if (source === kept.source) return
    kept = { source, calendar: calendarOf(texts, log) }
  }
  await reload()
  const timer = setInterval(() => void reload().catch(() => undefined), READ_EVERY).unref()
  return { current: () => kept.calendar, reload, stop: () => clearInterval(timer) }
}

function calendarOf(texts: readonly string[], log: (message: string) => void): WorkingCalendar {
  const imported: Notice[] = []
  for (const text of texts) {
    const ruling = readHolidayNotice(text)
    if (ruling.granted) imported.push(ruling.value)
    else log(`有一份导入的放假安排通知没有采用：${ruling.refusal.reason}`)
  }
  const local = imported.filter((notice): notice is LocalHolidayNotice => 'region' in notice)
  // A year that the program has learnt of since then is its own.
  const shipped = new Set(NATIONAL_NOTICES.filter(({ amends }) => !amends).map(({ year }) => year))
  const national = imported.filter(
    (notice) => !('region' in notice) && (notice.amends || !shipped.has(notice.year)),
  )
  return makeCalendar([...NATIONAL_NOTICES, ...national], local)
}

async function noticesInTable(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('holiday_notice')
    .select('content')
    .orderBy('imported_at')
    .orderBy('notice_id')
    .execute()
  return rows.map(({ content }) => JSON.stringify(content))
}

function noticesInFiles(folder: string): readonly string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => readFileSync(join(folder, name), 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

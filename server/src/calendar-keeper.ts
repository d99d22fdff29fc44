import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { calendarWith, type ImportedNotice, readHolidayNotice, type WorkingCalendar } from '@mingfu/law'
import { sql } from 'kysely'
import type { Db } from './db/database.ts'
import { REQUEST_SETTINGS } from './db/setting-key.ts'

export type CalendarKeeper = Readonly<{
  /** The calendar of an agency, with the holidays of the regions it names; of nobody in particular, the national one. */
  of(agencyId: string): WorkingCalendar
  imported(): readonly ImportedNotice[]
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
  let notices: readonly ImportedNotice[] = []
  let regions: ReadonlyMap<string, readonly string[]> = new Map()
  let calendars = new Map<string, WorkingCalendar>()
  let source = ''
  const reload = async () => {
    const texts = [...(await noticesInTable(db)), ...noticesInFiles(join(home, 'holiday-notices'))]
    const counted = await regionsInSettings(db)
    const read = JSON.stringify([texts, [...counted]])
    if (read === source) return
    notices = readNotices(texts, log)
    regions = counted
    calendars = new Map()
    source = read
  }
  const of = (agencyId: string) => {
    const named = regions.get(agencyId) ?? []
    const key = named.join('\n')
    const calendar = calendars.get(key) ?? calendarWith(notices, named)
    calendars.set(key, calendar)
    return calendar
  }
  await reload()
  const timer = setInterval(() => void reload().catch(() => undefined), READ_EVERY).unref()
  return { of, imported: () => notices, reload, stop: () => clearInterval(timer) }
}

function readNotices(texts: readonly string[], log: (message: string) => void): readonly ImportedNotice[] {
  return texts.flatMap((text) => {
    const ruling = readHolidayNotice(text)
    if (ruling.granted) return [ruling.value]
    log(`有一份导入的放假安排通知没有采用：${ruling.refusal.reason}`)
    return []
  })
}

/** 适用的地方假日, agency by agency; most name none. */
async function regionsInSettings(db: Db): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .selectFrom('setting')
    .select(['agency_id', sql<string[] | null>`value -> 'regionalHolidays'`.as('regions')])
    .where('key', '=', REQUEST_SETTINGS)
    .orderBy('agency_id')
    .execute()
  return new Map(rows.flatMap(({ agency_id, regions }) => (regions?.length ? [[agency_id, regions]] : [])))
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

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  calendarWith,
  type ImportedNotice,
  readHolidayNotice,
  regionsOf,
  type WorkingCalendar,
} from '@mingfu/law'
import { CannotDo } from './exit-code.ts'

/** Where imported notices are kept: a file each, below the data directory. */
function noticeDirectory(): string {
  return join(process.env.MINGFU_HOME ?? '.mingfu', 'holiday-notices')
}

/** The calendar of the notices that the product ships with and of those imported; local ones of the regions named. */
export function loadCalendar(regions: readonly string[] = []): WorkingCalendar {
  const imported = importedNotices()
  const known = regionsOf(imported)
  const unknown = regions.find((region) => !known.includes(region))
  if (unknown !== undefined) {
    throw new CannotDo(`还没有导入“${unknown}”的放假通知，请先用 mingfu calendar import 导入`)
  }
  return calendarWith(imported, regions)
}

/** Every notice in force of a year: the national ones, and those of every region. */
export function noticesOf(year: number): readonly ImportedNotice[] {
  const local = importedNotices().filter((notice) => 'region' in notice)
  return [...loadCalendar().notices, ...local].filter((notice) => notice.year === year)
}

/** The imported notices, in the order of their file names, which begin with the year. */
function importedNotices(): readonly ImportedNotice[] {
  const directory = noticeDirectory()
  return fileNames(directory).map((name) => {
    const ruling = readHolidayNotice(readFileSync(join(directory, name), 'utf8'))
    if (!ruling.granted)
      throw new CannotDo(`放假安排“${join(directory, name)}”有误：${ruling.refusal.reason}`)
    return ruling.value
  })
}

/** Keeps a notice. One of the same year, region and kind is replaced. */
export function keepNotice(notice: ImportedNotice): string {
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

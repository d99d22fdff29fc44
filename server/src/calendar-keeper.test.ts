import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HolidayNotice, parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from './db/new-id.ts'
import { dayInChina } from './runtime.ts'
import { type TestRuntime, testRuntime } from './testing/test-runtime.ts'

let runtime: TestRuntime
beforeAll(async () => {
  runtime = await testRuntime()
})

const day = parsePlainDate
const amendment = (from: string): HolidayNotice => ({
  year: 2026,
  title: '关于调整某日放假安排的通知',
  number: null,
  issuedOn: null,
  amends: true,
  holidays: [{ name: '纪念日', from: day(from), to: day(from), workedOn: [] }],
})

describe('the calendar in force', () => {
  it('is that of the program, and over it what was imported in the console or on the command line', async () => {
    const [inTable, inFile] = [day('2026-03-10'), day('2026-03-11')]
    expect([runtime.calendar().isWorkingDay(inTable), runtime.calendar().isWorkingDay(inFile)]).toEqual([
      true,
      true,
    ])
    await runtime.owner.query('insert into holiday_notice (notice_id, year, content) values ($1, 2026, $2)', [
      newId(),
      JSON.stringify(amendment(inTable)),
    ])
    mkdirSync(join(runtime.home, 'holiday-notices'), { recursive: true })
    writeFileSync(join(runtime.home, 'holiday-notices', '2026.json'), JSON.stringify(amendment(inFile)))
    writeFileSync(join(runtime.home, 'holiday-notices', 'broken.json'), '{')
    await runtime.reloadCalendar()
    expect([runtime.calendar().isWorkingDay(inTable), runtime.calendar().isWorkingDay(inFile)]).toEqual([
      false,
      false,
    ])
  })
})

describe('today', () => {
  it.each([
    ['2024-05-05T15:59:59.999Z', '2024-05-05'],
    ['2024-05-05T16:00:00.000Z', '2024-05-06'],
    ['2023-12-31T16:00:00.000Z', '2024-01-01'],
  ])('%s is %s in China', (moment, on) => {
    expect(dayInChina(new Date(moment))).toBe(on)
  })
})

import { describe, expect, test } from 'vitest'
import { formatForYear, REPORT_FORMATS } from './annual-report/report-format.ts'
import { REPLY_RULES, replyRulesFor } from './clock/reply-rules.ts'
import { FEE_SCHEDULES, feeScheduleFor } from './fee/fee.ts'
import { INSTRUMENTS, type Instrument, VERSIONS, versionOn } from './instrument.ts'
import { addDays, type PlainDate, parsePlainDate } from './plain-date.ts'

const on = parsePlainDate
const period = (instrument: Instrument): { inForceFrom: PlainDate | null; inForceTo?: PlainDate } =>
  INSTRUMENTS[instrument]

describe('dated rows tile time without gap or overlap', () => {
  test.each(Object.entries(VERSIONS))('the versions of %s', (_family, versions) => {
    const from = versions.map((each) => period(each).inForceFrom)
    const dayAfter = versions.slice(0, -1).map((each) => {
      const { inForceTo } = period(each)
      return inForceTo === undefined ? null : addDays(inForceTo, 1)
    })
    expect(from.slice(1)).toEqual(dayAfter)
    expect(period(versions[versions.length - 1] as Instrument).inForceTo).toBe(undefined)
  })

  test('every version that ended is followed by another', () => {
    const followed = new Set<string>(Object.values(VERSIONS).flatMap((versions) => versions.slice(0, -1)))
    const ended = (Object.keys(INSTRUMENTS) as Instrument[]).filter(
      (each) => period(each).inForceTo !== undefined,
    )
    expect(ended.filter((each) => !followed.has(each))).toEqual([])
  })

  test('the rules of the reply period', () => {
    expect(REPLY_RULES.map(({ receivedFrom, receivedThrough }) => [receivedFrom, receivedThrough])).toEqual([
      ['2008-05-01', '2019-05-14'],
      ['2019-05-15', null],
    ])
  })

  test('the fee schedules', () => {
    expect(FEE_SCHEDULES.map(({ receivedFrom }) => receivedFrom)).toEqual(['2021-01-01'])
  })

  test('the report formats', () => {
    expect(Object.values(REPORT_FORMATS).map(({ reportYears }) => reportYears)).toEqual([
      { from: 2019, to: 2020 },
      { from: 2021, to: null },
    ])
    expect([2019, 2020, 2021, 2024].map(formatForYear)).toEqual(['2019', '2019', '2021', '2021'])
  })
})

describe('what happened is judged by the law of its day', () => {
  // biome-ignore format: a table
  const CASES = [
    ['regulation',        '2008-04-30', null],
    ['regulation',        '2019-05-14', 'regulation-2008'],
    ['regulation',        '2019-05-15', 'regulation'],
    ['reconsideration',   '2023-12-31', 'reconsideration-2017'],
    ['reconsideration',   '2024-01-01', 'reconsideration'],
    ['disclosure-interpretation', '2025-05-31', 'disclosure-provisions-2011'],
    ['secrecy-law',       '2024-05-01', 'secrecy-law'],
    ['holiday-measures',  '2013-12-31', 'holiday-measures-2008'],
    ['holiday-measures',  '2024-12-31', 'holiday-measures-2014'],
    ['holiday-measures',  '2025-01-01', 'holiday-measures'],
  ] as const
  test.each(CASES)('%s on %s: %s', (family, day, version) => {
    expect(versionOn(family, on(day))).toBe(version)
  })

  test('a request of 2019-05-14 has fifteen working days, one of the next day twenty', () => {
    expect(replyRulesFor(on('2019-05-14'))?.replyWithin).toBe(15)
    expect(replyRulesFor(on('2019-05-15'))?.replyWithin).toBe(20)
    expect(feeScheduleFor(on('2020-12-31'))).toBe(null)
  })
})

import { describe, expect, test } from 'vitest'
import { formatForYear, REPORT_FORMATS } from '../annual-report/report-format.ts'
import { holidayMeasures } from '../calendar/holiday-notice.ts'
import { type Citation, citationText } from '../citation.ts'
import { FEE_SCHEDULES, feeScheduleFor } from '../fee/fee.ts'
import { INSTRUMENTS, type Instrument } from '../instrument.ts'
import { addDays, type PlainDate, parsePlainDate } from '../plain-date.ts'
import { CHANNELS } from '../request/channel.ts'
import { CONSULTED_PARTIES } from './consulted-party.ts'
import { RECEIPT_RULES } from './receipt.ts'
import { REPLY_RULES, replyRulesFor } from './reply-rules.ts'

const day = parsePlainDate
const short = (basis: Citation) =>
  citationText(basis).replace('《中华人民共和国政府信息公开条例', '').replace('》', '')

type Row = Readonly<{ from: PlainDate | null; through: PlainDate | null }>

/** The seams of dated rows: each begins the day after the one before it ends, and the last has no end. */
function seamsOf(rows: readonly Row[]): string[] {
  return rows.flatMap(({ through }, index) => {
    const next = rows[index + 1]
    if (next === undefined) return through === null ? [] : [`ends on ${through}`]
    if (through === null) return [`row ${index} has no end, but another follows`]
    return next.from === addDays(through, 1) ? [] : [`${through} is followed by ${next.from}`]
  })
}

describe('dated rows tile time without gap or overlap', () => {
  const chain = (...names: Instrument[]): Row[] =>
    names.map((name) => {
      const { inForceFrom, inForceTo }: { inForceFrom: PlainDate | null; inForceTo?: PlainDate } =
        INSTRUMENTS[name]
      return { from: inForceFrom, through: inForceTo ?? null }
    })
  // biome-ignore format: a table
  const TABLES: readonly (readonly [string, readonly Row[]])[] = [
    ['reply periods',        REPLY_RULES.map(({ receivedFrom, receivedThrough }) => ({ from: receivedFrom, through: receivedThrough }))],
    ['the regulation',       chain('regulation-2008', 'regulation')],
    ['the holiday measures', chain('holiday-measures-1999', 'holiday-measures-2008', 'holiday-measures-2014', 'holiday-measures')],
    ['reconsideration',      chain('reconsideration-2017', 'reconsideration')],
    ['the court’s rules',    chain('disclosure-provisions-2011', 'disclosure-interpretation')],
    ['fee schedules',        FEE_SCHEDULES.map(({ receivedFrom }, index) => ({ from: receivedFrom, through: before(FEE_SCHEDULES[index + 1]?.receivedFrom) }))],
  ]
  test.each(TABLES)('%s', (_name, rows) => {
    expect(seamsOf(rows)).toEqual([])
  })
  test('and a gap or an overlap would be seen', () => {
    const rows = (through: string, from: string) => [
      { from: day('2020-01-01'), through: day(through) },
      { from: day(from), through: null },
    ]
    expect(seamsOf(rows('2020-12-31', '2021-01-01'))).toEqual([])
    expect(seamsOf(rows('2020-12-30', '2021-01-01'))).toEqual(['2020-12-30 is followed by 2021-01-01'])
    expect(seamsOf(rows('2021-01-01', '2021-01-01'))).toEqual(['2021-01-01 is followed by 2021-01-01'])
  })
  test('report formats, by the year reported on', () => {
    expect(Object.values(REPORT_FORMATS).map(({ reportYears }) => reportYears)).toEqual([
      { from: 2019, to: 2020 },
      { from: 2021, to: null },
    ])
    expect([2019, 2020, 2021, 2025].map(formatForYear)).toEqual(['2019', '2019', '2021', '2021'])
  })
  test('the measures that a day off stands on', () => {
    expect(
      ['2007-12-31', '2008-01-01', '2013-12-31', '2014-01-01', '2024-12-31', '2025-01-01'].map(
        (on) => holidayMeasures(day(on)).instrument,
      ),
    ).toEqual([
      'holiday-measures-1999',
      'holiday-measures-2008',
      'holiday-measures-2008',
      'holiday-measures-2014',
      'holiday-measures-2014',
      'holiday-measures',
    ])
  })
  test('no fee before the measures', () => {
    expect(feeScheduleFor(day('2020-12-31'))).toBe(null)
    expect(feeScheduleFor(day('2021-01-01'))?.paymentWorkingDays).toBe(20)
  })
})

function before(next: PlainDate | undefined): PlainDate | null {
  return next === undefined ? null : addDays(next, -1)
}

describe('a request is judged by the rules of the day it was received', () => {
  // biome-ignore format: a table
  const ROWS = [
    // received,    reply, more, correction, opinion, at no cost,                 articles of: on the spot, reply, correction, pause
    ['2008-05-01', 15, 15, null, null, 'third-party',          '（2007年公布）第二十四条第一款', '（2007年公布）第二十四条第二款', '（2007年公布）第二十一条第（四）项', '（2007年公布）第二十四条第三款'],
    ['2019-05-14', 15, 15, null, null, 'third-party',          '（2007年公布）第二十四条第一款', '（2007年公布）第二十四条第二款', '（2007年公布）第二十一条第（四）项', '（2007年公布）第二十四条第三款'],
    ['2019-05-15', 20, 20, 7,    15,   'third-party co-maker', '第三十三条第一款', '第三十三条第二款', '第三十条', '第三十三条第三款'],
  ] as const
  test.each(ROWS)('%s', (on, reply, more, correction, opinion, parties, ...articles) => {
    const rules = replyRulesFor(day(on))
    expect(rules).toMatchObject({
      replyWithin: reply,
      extensionAtMost: more,
      correctionNoticeWithin: correction,
      consultationWithin: opinion,
    })
    if (rules === null) return
    expect(rules.pausedFor.join(' ')).toBe(parties)
    expect([rules.onTheSpot, rules.reply, rules.correction, rules.pause].map(short)).toEqual(articles)
  })
})

describe('条例 第三十一条: which fact fixes the day of receipt', () => {
  // biome-ignore format: a table
  const ROWS = [
    ['in-person',     '当面提交',     true,  false, '提交之日',         '第三十一条第（一）项'],
    ['oral',          '口头提出',     true,  false, '确认代填内容之日', '第二十九条第一款'],
    ['post-signed',   '邮寄（签收）', true,  false, '签收之日',         '第三十一条第（二）项'],
    ['post-ordinary', '平常信函',     true,  true,  '与申请人确认之日', '第三十一条第（二）项'],
    ['fax',           '传真',         false, true,  '双方确认之日',     '第三十一条第（三）项'],
    ['online',        '在线申请',     false, true,  '双方确认之日',     '第三十一条第（三）项'],
    ['email',         '电子邮箱',     false, true,  '双方确认之日',     '第三十一条第（三）项'],
  ] as const
  test.each(ROWS)('%s', (channel, label, basic, confirmed, rule, basis) => {
    expect(CHANNELS[channel]).toEqual({ label, basic })
    expect(RECEIPT_RULES[channel]).toMatchObject({ rule, confirmed })
    expect(short(RECEIPT_RULES[channel].basis)).toBe(basis)
  })
  test('no channel is missing', () => {
    expect(ROWS.map(([channel]) => channel)).toEqual(Object.keys(CHANNELS))
  })
})

test('whose opinion is asked under which article', () => {
  expect(Object.entries(CONSULTED_PARTIES).map(([party, { basis }]) => [party, short(basis)])).toEqual([
    ['third-party', '第三十二条'],
    ['co-maker', '第三十四条'],
    ['secrecy-authority', '第十七条第三款'],
  ])
})

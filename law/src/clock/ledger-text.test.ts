import { describe, expect, test } from 'vitest'
import { calendarWith } from '../calendar/imported-calendar.ts'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { citationText } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import type { RequestEvent } from '../request/event.ts'
import { readClock } from './clock.ts'
import { ledgerDays } from './ledger-days.ts'
import { calendarPicture, ledgerText } from './ledger-text.ts'

const day = parsePlainDate

// T11: received 2024-01-08, a third party asked on 15 January and heard on the 29th.
const T11: RequestEvent[] = [
  { kind: 'received', on: day('2024-01-08'), channel: 'in-person' },
  { kind: 'consultation-opened', on: day('2024-01-15'), consultation: 'A', with: 'third-party' },
  { kind: 'consultation-delivered', on: day('2024-01-17'), consultation: 'A' },
  { kind: 'consultation-answered', on: day('2024-01-29'), consultation: 'A', answer: 'consent' },
]
const clock = readClock(T11, NATIONAL_CALENDAR)

test('the steps of a clock, with count and article', () => {
  expect(ledgerText(clock.steps).split('\n')).toEqual([
    '2024-01-08 星期一  第 0日  收到申请（当面提交，以提交之日为收到申请之日），次日起计算  《中华人民共和国政府信息公开条例》第三十一条第（一）项',
    '2024-01-15 星期一  第 5日  书面征求第三方意见，所需时间不计算在答复期限内  《中华人民共和国政府信息公开条例》第三十三条第三款',
    '2024-01-17 星期三  第 5日  第三方收到征求意见书，最迟应当于2024年2月6日提出意见  《中华人民共和国政府信息公开条例》第三十二条',
    '2024-01-29 星期一  第 5日  收到第三方意见，次日起继续计算  《中华人民共和国政府信息公开条例》第三十三条第三款',
    '2024-02-22 星期四  第20日  答复期限届满：自收到申请之日起第20个工作日  《中华人民共和国政府信息公开条例》第三十三条第二款',
  ])
})

test('every day says why it counts or does not', () => {
  const days = ledgerDays(clock, NATIONAL_CALENDAR)
  const of = (on: string) => days.find((step) => step.on === on)
  expect(days).toHaveLength(46)
  expect(of('2024-01-08')).toMatchObject({ kind: 'day-zero', text: '收到申请之日，当日不计', count: 0 })
  expect(of('2024-01-13')).toMatchObject({
    kind: 'weekend',
    text: '休息日，不是工作日',
    workingDay: false,
    count: null,
    basis: { article: 33, paragraph: 2 },
  })
  expect(days.filter(({ basis }) => basis === null)).toEqual([])
  expect(of('2024-01-15')).toMatchObject({ kind: 'counted', text: '第5个工作日', count: 5 })
  expect(of('2024-01-16')).toMatchObject({
    kind: 'paused',
    text: '征求第三方意见，不计算',
    count: null,
    basis: { article: 33, paragraph: 3 },
  })
  expect(of('2024-01-30')).toMatchObject({ kind: 'counted', count: 6 })
  expect(of('2024-02-04')).toMatchObject({
    kind: 'counted',
    text: '调休上班（春节，国办发明电〔2023〕7号），第10个工作日',
    workingDay: true,
  })
  expect(of('2024-02-09')).toMatchObject({ kind: 'counted', text: '第15个工作日' })
  expect(of('2024-02-12')).toMatchObject({
    kind: 'holiday',
    text: '春节放假（国办发明电〔2023〕7号）',
    basis: { instrument: 'holiday-measures-2014' },
  })
  expect(of('2024-02-22')).toMatchObject({ kind: 'counted', count: 20 })
})

test('the months as a picture', () => {
  expect(calendarPicture(clock, NATIONAL_CALENDAR).split('\n')).toEqual([
    '2024年1月',
    '   一   二   三   四   五   六   日',
    '    1    2    3    4    5    6    7',
    '    8    9   10   11   12   13   14',
    '   收    1    2    3    4   休   休',
    '   15   16   17   18   19   20   21',
    '    5   停   停   停   停   休   休',
    '   22   23   24   25   26   27   28',
    '   停   停   停   停   停   休   休',
    '   29   30   31',
    '   停    6    7',
    '',
    '2024年2月',
    '   一   二   三   四   五   六   日',
    '                   1    2    3    4',
    '                   8    9   休   10',
    '    5    6    7    8    9   10   11',
    '   11   12   13   14   15   假   假',
    '   12   13   14   15   16   17   18',
    '   假   假   假   假   假   假   16',
    '   19   20   21   22   23   24   25',
    '   17   18   19  20*',
    '   26   27   28   29',
    '',
    '数字：第几个工作日　收：起算日（当日不计）　休：休息日　假：放假　停：征求意见等不计　等：等待申请人　*：期限届满日',
  ])
})

test('a correction voids the days before it, and an answer may come late', () => {
  const late = readClock(
    [
      { kind: 'received', on: day('2023-04-17'), channel: 'post-signed' },
      {
        kind: 'correction-requested',
        on: day('2023-04-23'),
        items: ['明确内容'],
        respondBy: day('2023-05-18'),
      },
      { kind: 'correction-received', on: day('2023-05-08'), channel: 'post-signed' },
      { kind: 'served', on: day('2023-06-07'), method: 'direct', sentOn: day('2023-06-07') },
    ],
    NATIONAL_CALENDAR,
  )
  const days = ledgerDays(late, NATIONAL_CALENDAR)
  const of = (on: string) => days.find((step) => step.on === on)
  expect(of('2023-04-18')).toMatchObject({ kind: 'void', text: '原计算的第1个工作日，重新计算后作废' })
  expect(of('2023-04-24')).toMatchObject({
    kind: 'waiting',
    text: '等待申请人补正，不计算',
    basis: { article: 30 },
  })
  expect(of('2023-05-08')).toMatchObject({
    kind: 'day-zero',
    text: '收到补正的申请之日，当日不计，次日起重新计算',
  })
  expect(of('2023-05-09')).toMatchObject({ kind: 'counted', count: 1 })
  expect(of('2023-06-05')).toMatchObject({ kind: 'counted', count: 20 })
  expect(days.at(-1)).toMatchObject({ on: '2023-06-07', kind: 'overdue', text: '逾期第2个工作日' })
})

test('nothing received, nothing to show', () => {
  const empty = readClock([], NATIONAL_CALENDAR)
  expect([ledgerDays(empty, NATIONAL_CALENDAR), calendarPicture(empty, NATIONAL_CALENDAR)]).toEqual([[], ''])
})

describe('a day that a region gives off', () => {
  const guangxi = calendarWith(
    [
      {
        year: 2025,
        title: '“壮族三月三”放假通知',
        number: '桂政办电〔2025〕1号',
        issuedOn: null,
        amends: false,
        region: '广西壮族自治区',
        holidays: [
          {
            name: '壮族三月三',
            from: day('2025-03-31'),
            to: day('2025-04-01'),
            workedOn: [day('2025-03-29')],
          },
        ],
      },
    ],
    ['广西壮族自治区'],
  )
  const read = readClock([{ kind: 'received', on: day('2025-03-27'), channel: 'in-person' }], guangxi)
  test('is left out, and its weekend counted, under the article that lets the region fix it', () => {
    const of = (on: string) => {
      const step = ledgerDays(read, guangxi).find((each) => each.on === on)
      return [
        step?.kind,
        step?.text,
        step?.basis === null || step === undefined ? null : citationText(step.basis),
      ]
    }
    const article = '《全国年节及纪念日放假办法》第四条'
    expect(of('2025-03-29')).toEqual([
      'counted',
      '调休上班（壮族三月三，桂政办电〔2025〕1号），第2个工作日',
      article,
    ])
    expect(of('2025-03-31')).toEqual(['holiday', '壮族三月三放假（桂政办电〔2025〕1号）', article])
    expect(of('2025-04-02').slice(0, 2)).toEqual(['counted', '第3个工作日'])
    expect(of('2025-04-04')).toEqual([
      'holiday',
      '清明节放假（国办发明电〔2024〕12号）',
      '《全国年节及纪念日放假办法》（国务院令第795号）',
    ])
  })
})

describe('days of waiting', () => {
  const noticed = {
    kind: 'fee-noticed',
    on: day('2025-03-27'),
    method: 'by-item',
    amountInYuan: 100,
    deliveredOn: day('2025-03-28'),
  } as const
  const of = (events: Parameters<typeof readClock>[0], on: string) => {
    const days = ledgerDays(readClock(events, NATIONAL_CALENDAR), NATIONAL_CALENDAR)
    const step = days.find((each) => each.on === on)
    return [step?.kind, step?.text]
  }
  const received = { kind: 'received', on: day('2025-03-03'), channel: 'in-person' } as const
  const unpaid = ['waiting', '等待申请人缴费，不计算']
  test('for a payment, while it is open, once it came and once it did not', () => {
    expect(of([received, noticed], '2025-03-27')).toEqual(['void', '原计算的第18个工作日，重新计算后作废'])
    expect(of([received, noticed], '2025-03-31')).toEqual(unpaid)
    expect(of([received, noticed, { kind: 'fee-paid', on: day('2025-04-10') }], '2025-03-31')).toEqual(unpaid)
    expect(of([received, noticed, { kind: 'fee-lapsed', on: day('2025-04-28') }], '2025-03-31')).toEqual(
      unpaid,
    )
    expect(of([received, noticed, { kind: 'fee-paid', on: day('2025-04-10') }], '2025-04-10')).toEqual([
      'day-zero',
      '缴费之日，当日不计，次日起重新计算',
    ])
  })
  test('for a correction', () => {
    const asked = {
      kind: 'correction-requested',
      on: day('2025-03-05'),
      items: ['名称'],
      respondBy: day('2025-03-20'),
    } as const
    expect(of([received, asked], '2025-03-06')).toEqual(['waiting', '等待申请人补正，不计算'])
    expect(
      of(
        [received, asked, { kind: 'correction-received', on: day('2025-03-12'), channel: 'online' }],
        '2025-03-06',
      ),
    ).toEqual(['waiting', '等待申请人补正，不计算'])
  })
})

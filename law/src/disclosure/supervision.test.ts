import { describe, expect, test } from 'vitest'
import { NATIONAL_CALENDAR } from '../calendar/national-calendar.ts'
import { parsePlainDate } from '../plain-date.ts'
import { feedbackDue, messageState } from './feedback.ts'
import {
  moveRectification,
  RECTIFICATION_ACTS,
  RECTIFICATION_STATES,
  type RectificationAct,
  type RectificationState,
} from './rectification.ts'
import { contactFaults } from './staff-duty.ts'

const on = parsePlainDate

describe('互动: until when an answer is owed', () => {
  // The 2019 notice: 9月29日 worked, 10月1日至7日 off.
  // biome-ignore format: a table
  const CASES = [
    ['question',     '2019-09-27', '2019-10-10'],
    ['message',      '2023-12-16', '2024-03-16'],
    ['site-error',   '2024-01-31', '2024-02-29'],
    ['consultation', '2024-03-01', '2024-03-31'],
    ['suggestion',   '2024-03-01', null],
    ['complaint',    '2024-03-01', null],
  ] as const
  test.each(CASES)('%s of %s: %s', (kind, received, due) => {
    expect(feedbackDue(kind, on(received), NATIONAL_CALENDAR)).toBe(due)
  })

  test('a message warns on the thirtieth day and fails after three months', () => {
    expect(messageState(on('2023-12-16'), on('2024-01-14'))).toBe('open')
    expect(messageState(on('2023-12-16'), on('2024-01-15'))).toBe('warning')
    expect(messageState(on('2023-12-16'), on('2024-03-16'))).toBe('warning')
    expect(messageState(on('2023-12-16'), on('2024-03-17'))).toBe('veto')
  })
})

describe('督查整改', () => {
  const after = (state: RectificationState, act: RectificationAct) => {
    const ruling = moveRectification(state, act, '见附件')
    return ruling.granted ? ruling.value : ruling.refusal.code
  }
  test('found, ordered, replied, verified; back once more where the reply does not satisfy', () => {
    expect(after('found', 'order')).toBe('ordered')
    expect(after('ordered', 'reply')).toBe('replied')
    expect(after('replied', 'verify')).toBe('verified')
    expect(after('replied', 'reply')).toBe('replied')
    expect(after('replied', 'reject')).toBe('ordered')
    expect(after('found', 'refute')).toBe('refuted')
  })
  test('no step is skipped, every pair is decided', () => {
    const skipped = (Object.keys(RECTIFICATION_STATES) as RectificationState[]).flatMap((state) =>
      (Object.keys(RECTIFICATION_ACTS) as RectificationAct[]).filter(
        (act) => after(state, act) === 'step-skipped',
      ),
    )
    expect(skipped).toHaveLength(18)
    expect(after('found', 'verify')).toBe('step-skipped')
    expect(moveRectification('ordered', 'verify', '整改到位')).toMatchObject({
      refusal: { reason: '下级机关还没有回复办理情况，不能“核实销号”；应当依次责令整改、反馈、核实' },
    })
    expect(moveRectification('found', 'order', ' ')).toMatchObject({
      refusal: { code: 'words-missing', reason: '请写明要求' },
    })
    expect(moveRectification('replied', 'verify', '')).toMatchObject({ value: 'verified' })
  })
})

describe('公开联系人', () => {
  const contact = { name: '李某', from: on('2023-01-01'), to: null, trainedOn: on('2023-06-01') }
  test('somebody is in office, and trained within the year', () => {
    expect(contactFaults('财政局', [contact], on('2024-06-01'))).toEqual([])
    expect(contactFaults('财政局', [contact], on('2024-06-02'))).toEqual([
      '财政局的李某上次培训是2023-06-01，已超过12个月',
    ])
    expect(contactFaults('财政局', [{ ...contact, trainedOn: null }], on('2024-06-01'))).toEqual([
      '财政局的李某没有受过培训',
    ])
  })
  test('or the vacancy is told', () => {
    expect(contactFaults('财政局', [{ ...contact, to: on('2024-03-31') }], on('2024-04-01'))).toEqual([
      '财政局没有在任的公开联系人，请补报',
    ])
  })
})

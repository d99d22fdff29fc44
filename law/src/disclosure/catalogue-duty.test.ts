import { describe, expect, test } from 'vitest'
import { parsePlainDate as on } from '../plain-date.ts'
import { type DutyAsked, type DutyFacts, dutyState } from './catalogue-duty.ts'

const ASKED: DutyAsked = {
  updateClass: 'notice-policy',
  period: null,
  deadlineLimit: null,
  isMandatory: true,
  mode: 'proactive',
}
const NONE: DutyFacts = { items: 0, newestOn: null, plannedOn: null }
const standing = (asked: Partial<DutyAsked>, facts: Partial<DutyFacts>, today = '2024-07-01') =>
  dutyState({ ...ASKED, ...asked }, { ...NONE, ...facts }, on(today))

describe('公开事项的情况', () => {
  test('a duty without a current item is a gap, one that may stay closed or waits for a request is none', () => {
    expect(standing({}, {})).toEqual({ state: 'missing', dueOn: null })
    expect(standing({ isMandatory: false }, {}).state).toBe('optional')
    expect(standing({ mode: 'upon-request' }, {}).state).toBe('optional')
  })
  test('a plan holds through its day', () => {
    const plannedOn = on('2024-07-01')
    expect(standing({}, { plannedOn })).toEqual({ state: 'planned', dueOn: plannedOn })
    expect(standing({}, { plannedOn }, '2024-07-02').state).toBe('plan-missed')
  })
  test('notices and policies hold for six months', () => {
    const held = { items: 2, newestOn: on('2024-01-15') }
    expect(standing({}, held, '2024-07-15')).toEqual({ state: 'ageing', dueOn: on('2024-07-15') })
    expect(standing({}, held, '2024-07-16').state).toBe('stale')
  })
  test('what comes regularly is owed by the day that the catalogue names, else a period after the last', () => {
    const held = { items: 1, newestOn: on('2024-02-20') }
    const limit = { unit: 'fixed-date', month: 3, day: 31 } as const
    expect(standing({ updateClass: 'periodic', deadlineLimit: limit }, held).dueOn).toBe('2025-03-31')
    expect(standing({ updateClass: 'periodic', period: 'quarter' }, held).dueOn).toBe('2024-05-20')
    expect(standing({ updateClass: 'periodic' }, held)).toEqual({ state: 'fresh', dueOn: null })
  })
})

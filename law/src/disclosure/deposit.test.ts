import { describe, expect, test } from 'vitest'
import { parsePlainDate } from '../plain-date.ts'
import { depositDueOn, depositState } from './deposit.ts'
import { siteChangeSteps } from './site-change.ts'

const day = parsePlainDate

describe('条例 第二十五条: the list of a month is handed over, with its receipt, in the next', () => {
  // biome-ignore format: a table
  const DUE = [
    ['2024-10', '2024-11-30'],
    ['2024-12', '2025-01-31'],
    ['2024-01', '2024-02-29'],
    ['2025-01', '2025-02-28'],
  ] as const
  test.each(DUE)('%s until %s', (month, due) => expect(depositDueOn(month)).toBe(due))

  // biome-ignore format: a table
  const STATES = [
    // published, made, received, today,        state
    [0,           false, false,   '2024-12-05', 'nothing'],
    [3,           false, false,   '2024-11-30', 'to-make'],
    [3,           true,  false,   '2024-11-30', 'awaiting-receipt'],
    [3,           false, false,   '2024-12-01', 'overdue'],
    [3,           true,  false,   '2024-12-01', 'overdue'],
    [3,           true,  true,    '2024-12-01', 'received'],
  ] as const
  test.each(STATES)(
    '%i published, made %s, received %s, on %s: %s',
    (published, made, received, today, state) => {
      expect(depositState('2024-10', { published, made, received }, day(today))).toBe(state)
    },
  )
})

test('a site that closes is announced, registered, migrated, and its domain given up; a new code changes no record', () => {
  expect(siteChangeSteps('close')).toEqual([
    'approve',
    'announce',
    'register',
    'icp',
    'police',
    'mark',
    'migrate',
    'cancel',
  ])
  expect(siteChangeSteps('code')).toEqual(['approve', 'register', 'check'])
})

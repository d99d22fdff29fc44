import { describe, expect, test } from 'vitest'
import { type PlainDate, parsePlainDate } from '../plain-date.ts'
import { type ColumnFacts, freshnessOf, newestOf, UPDATE_CLASSES } from './update-class.ts'
import { newMediaVetoes, type SiteFacts, siteVetoes } from './veto-item.ts'

const on = parsePlainDate
const column = (facts: Partial<ColumnFacts>): ColumnFacts => ({
  updateClass: 'dynamic',
  items: 3,
  newestOn: on('2024-03-01'),
  ...facts,
})

describe('检查指标: how long the newest entry of a column may stand', () => {
  // biome-ignore format: a table
  const CASES = [
    // class            newest        today         state
    ['dynamic',         '2024-03-01', '2024-03-10', 'fresh'],
    ['dynamic',         '2024-03-01', '2024-03-11', 'ageing'],  // ten days
    ['dynamic',         '2024-03-01', '2024-03-15', 'ageing'],  // two weeks to the day are in time
    ['dynamic',         '2024-03-01', '2024-03-16', 'stale'],
    ['notice-policy',   '2024-01-31', '2024-06-28', 'fresh'],
    ['notice-policy',   '2024-01-31', '2024-06-29', 'ageing'],  // 150 days
    ['notice-policy',   '2024-01-31', '2024-07-31', 'ageing'],
    ['notice-policy',   '2024-01-31', '2024-08-01', 'stale'],   // six months and a day
  ] as const
  test.each(CASES)('%s, newest %s, on %s: %s', (updateClass, newest, today, state) => {
    expect(freshnessOf(column({ updateClass, newestOn: on(newest) }), on(today)).state).toBe(state)
  })

  test('what is published by its own calendar is late when its day has passed', () => {
    const budget = column({ updateClass: 'periodic', nextDueOn: on('2025-03-21') })
    expect(freshnessOf(budget, on('2025-03-21'))).toEqual({ state: 'fresh', freshThrough: '2025-03-21' })
    expect(freshnessOf(budget, on('2025-03-22')).state).toBe('stale')
  })

  test('a page that follows a record is late when the record changed and it did not', () => {
    const leaders = column({ updateClass: 'on-change', newestOn: null, changeDueOn: on('2024-03-29') })
    expect(freshnessOf(leaders, on('2024-03-30')).state).toBe('stale')
    expect(freshnessOf(column({ updateClass: 'on-change' }), on('2030-01-01')).state).toBe('fresh')
  })

  test('an event column owes an entry every thirty days while something is going on', () => {
    const open = column({ updateClass: 'event', eventOpen: true })
    expect(freshnessOf(open, on('2024-03-31'))).toEqual({ state: 'ageing', freshThrough: '2024-03-31' })
    expect(freshnessOf(open, on('2024-04-01')).state).toBe('stale')
    expect(freshnessOf({ ...open, eventOpen: false }, on('2024-04-01')).state).toBe('fresh')
  })

  test('nothing in it, or nothing with a day on it, is blank', () => {
    expect(freshnessOf(column({ items: 0 }), on('2024-03-02')).state).toBe('blank')
    expect(freshnessOf(column({ newestOn: null }), on('2024-03-02')).state).toBe('blank')
  })

  test('the newest of a page, and none where no entry shows a day', () => {
    expect(newestOf([on('2024-01-02'), null, on('2024-02-03')])).toBe('2024-02-03')
    expect(newestOf([null, null])).toBe(null)
  })

  test('only the limit for events is our own', () => {
    expect(Object.values(UPDATE_CLASSES).filter(({ normative }) => !normative)).toMatchObject([
      { label: '随事项更新' },
    ])
  })
})

describe('单项否决', () => {
  const today = on('2024-03-16')
  const items = (facts: SiteFacts) => siteVetoes(facts, today).map(({ item }) => item)
  const columns = (count: number, facts: Partial<ColumnFacts>) =>
    Array.from({ length: count }, (_, index) => ({ ...column(facts), name: `栏目${index + 1}` }))

  test('a home page fifteen days old', () => {
    expect(siteVetoes({ homeNewestOn: on('2024-03-01') }, today)).toMatchObject([
      { item: 'home-stale', text: '首页最近一次更新是2024-03-01' },
    ])
    expect(items({ homeNewestOn: on('2024-03-02') })).toEqual([])
    expect(items({ homeNewestOn: null })).toEqual(['home-stale'])
  })

  test('five columns stale by their class, ten that should move, or five that are blank', () => {
    const fresh = { newestOn: on('2024-03-10') as PlainDate }
    expect(items({ columns: columns(4, {}) })).toEqual([])
    expect(items({ columns: columns(5, {}) })).toEqual(['columns-stale'])
    expect(items({ columns: columns(4, { items: 0 }) })).toEqual([])
    expect(items({ columns: columns(5, { items: 0 }) })).toEqual(['columns-stale'])
    expect(items({ columns: columns(20, fresh) })).toEqual([])
    const late = { updateClass: 'periodic' as const, nextDueOn: on('2024-01-31') }
    expect(items({ columns: columns(9, late) })).toEqual([])
    expect(items({ columns: columns(10, late) })).toEqual(['columns-stale'])
  })

  test('five failures in a hundred probes', () => {
    expect(items({ probes: { made: 100, failed: 4 } })).toEqual([])
    expect(items({ probes: { made: 100, failed: 5 } })).toEqual(['unreachable'])
    expect(items({ probes: { made: 0, failed: 0 } })).toEqual([])
  })

  test('a message open for more than three months, or no way to ask', () => {
    expect(items({ oldestOpenMessageOn: on('2023-12-16') })).toEqual([])
    expect(items({ oldestOpenMessageOn: on('2023-12-15') })).toEqual(['poor-interaction'])
    expect(items({ oldestOpenMessageOn: null, consultationEntry: true })).toEqual([])
    expect(items({ consultationEntry: false })).toEqual(['poor-interaction'])
  })

  test('an incident that somebody confirmed; what is not known is not assessed', () => {
    expect(items({ incidents: ['首页出现“中华人民共合国”'] })).toEqual(['security-incident'])
    expect(items({})).toEqual([])
  })

  test('an account that slept for two weeks', () => {
    const account = { name: '明府发布', newestOn: on('2024-03-01') }
    expect(newMediaVetoes(account, on('2024-03-15'))).toEqual([])
    expect(newMediaVetoes(account, today)).toMatchObject([{ item: 'account-stale' }])
    expect(newMediaVetoes({ ...account, newestOn: null, interactive: false }, today)).toMatchObject([
      { item: 'account-stale', text: '“明府发布”没有发布过内容' },
      { item: 'no-interaction' },
    ])
  })
})

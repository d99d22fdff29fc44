import { describe, expect, it } from 'vitest'
import { cite } from '../citation.ts'
import { isRemoved, RETENTION, type Retention, type RetentionKey } from './retention.ts'

const ROWS = Object.entries(RETENTION) as [RetentionKey, Retention][]

describe('保存期限表', () => {
  it('removes nothing that belongs to the archives, nor the audit trail', () => {
    const kept = ROWS.filter(([, { end }]) => end === 'kept').map(([key]) => key)
    expect(kept).toEqual([
      'cases',
      'disputes',
      'documents',
      'annual-reports',
      'feedback',
      'opinions',
      'receipts',
      'audit',
    ])
    for (const key of kept) expect(isRemoved(key)).toBe(false)
  })

  // biome-ignore format: a table
  const DAYS = [
    ['feedback-contacts',      365],
    ['opinion-contacts',       365],
    ['notification-addresses', 190],
    ['left-staff',             190],
    ['reminders',              365],
    ['sessions',               0],
    ['drafts',                 0],
    ['subscriptions',          2],
    ['probes',                 400],
    ['uploads',                30],
  ] as const
  it('removes these, each after its days', () => {
    expect(ROWS.flatMap(([key, { days }]) => (days === null ? [] : [[key, days]]))).toEqual(DAYS)
    for (const [key] of DAYS) expect(isRemoved(key)).toBe(true)
  })

  it('keeps the audit trail for 190 days at least, and logs for six months (网络安全法 第二十三条)', () => {
    expect(RETENTION.audit.period).toContain('不少于190日')
    expect(RETENTION.logs.period).toBe('不少于6个月')
    for (const key of ['audit', 'logs'] as const)
      expect(RETENTION[key].basis).toContainEqual(cite('cybersecurity-law', 23))
  })

  it('says for each row why', () => {
    for (const [key, { basis }] of ROWS) expect([key, basis.length > 0]).toEqual([key, true])
  })
})

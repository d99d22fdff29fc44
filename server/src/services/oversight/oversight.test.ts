import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { ActivityEntry } from './activity.ts'
import { amendActivity } from './amend-activity.ts'
import { listActivities } from './list-activities.ts'
import { recordActivity } from './record-activity.ts'
import { withdrawActivity } from './withdraw-activity.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})

const clerk = (on = '2024-12-01') => runtime.as({ agencyId, roles: ['clerk'], name: '王经办' }, on)
const day = parsePlainDate

const TRAINING: ActivityEntry = {
  kind: 'training',
  heldOn: day('2024-05-16'),
  title: '依申请公开办理实务',
  detail: '各处室联络员参加',
  participants: 42,
  remedy: '',
  resolvedOn: null,
}
const PROBLEM: ActivityEntry = {
  ...TRAINING,
  kind: 'problem',
  heldOn: day('2023-11-08'),
  title: '答复文书说理单薄',
  detail: '',
  participants: null,
}

describe('监督保障记录', () => {
  it('is listed in its year, the oldest first, and a problem of an earlier year while it is open', async () => {
    await recordActivity(clerk(), { agencyId, ...TRAINING })
    await recordActivity(clerk(), { agencyId, ...TRAINING, kind: 'publicity', heldOn: day('2024-05-15') })
    await recordActivity(clerk(), { agencyId, ...PROBLEM })
    const { activities, carried } = await listActivities(clerk(), { agencyId, year: 2024 })
    expect(activities.map(({ kind, participants }) => [kind, participants])).toEqual([
      ['publicity', 42],
      ['training', 42],
    ])
    expect(carried.map(({ title }) => title)).toEqual(['答复文书说理单薄'])
  })

  it('takes what became of a problem; a year later it is no longer open', async () => {
    const [problem] = (await listActivities(clerk(), { agencyId, year: 2024 })).carried
    const amended = { ...PROBLEM, remedy: '编印答复文书范本', resolvedOn: day('2024-06-30') }
    const input = { agencyId, activityId: problem?.activityId ?? '', version: 1, ...amended }
    await amendActivity(clerk(), input)
    expect((await listActivities(clerk(), { agencyId, year: 2024 })).carried[0]).toMatchObject(amended)
    expect((await listActivities(clerk(), { agencyId, year: 2025 })).carried).toEqual([])
    await expect(amendActivity(clerk(), input)).rejects.toThrow('这条记录')
  })

  it('is withdrawn with a reason, and counts nowhere from then on', async () => {
    const activityId = await recordActivity(clerk(), { agencyId, ...TRAINING, title: '登错了' })
    await withdrawActivity(clerk(), { agencyId, activityId, reason: '重复登记' })
    const { activities } = await listActivities(clerk(), { agencyId, year: 2024 })
    expect(activities.map(({ title }) => title)).not.toContain('登错了')
    await expect(withdrawActivity(clerk(), { agencyId, activityId, reason: '再次' })).rejects.toThrow(
      '这条记录',
    )
  })

  // biome-ignore format: a table
  const REFUSED: readonly (readonly [string, Partial<ActivityEntry>, string])[] = [
    ['a day to come', { heldOn: day('2024-12-02') }, '日期不能晚于今天'],
    ['a training that is mended', { remedy: '整改' }, '业务培训没有整改情况'],
    ['mended before it was found', { ...PROBLEM, remedy: '整改', resolvedOn: day('2023-11-07') }, '整改完成日期不能早于发现日期'],
    ['mended without a word', { ...PROBLEM, resolvedOn: day('2024-01-08') }, '整改完成的，请写明做了什么'],
  ]
  it.each(REFUSED)('refuses %s and writes nothing', async (_case, change, sentence) => {
    const count = async () =>
      (await runtime.owner.query('select count(*)::int as n from oversight_activity')).rows[0].n
    const before = await count()
    await expect(recordActivity(clerk(), { agencyId, ...TRAINING, ...change })).rejects.toThrow(sentence)
    expect(await count()).toBe(before)
  })

  it('is not for everybody to write', async () => {
    const auditor = runtime.as({ agencyId, roles: ['audit-admin'] }, '2024-12-01')
    await expect(recordActivity(auditor, { agencyId, ...TRAINING })).rejects.toThrow('没有办理这一事项的权限')
  })
})

import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { concludeDispute } from './conclude-dispute.ts'
import { disputeFacts } from './dispute-facts.ts'
import { listDisputes } from './list-disputes.ts'
import { recordDispute } from './record-dispute.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})

const clerk = () => runtime.as({ agencyId, roles: ['clerk'] }, '2024-06-20')
const review = (filedOn: string) => ({
  agencyId,
  requestId: null,
  block: 'review' as const,
  role: 'original' as const,
  organ: '测试市人民政府',
  caseNumber: '测政复〔2024〕1号',
  filedOn,
})

describe('行政复议、行政诉讼', () => {
  it('becomes a dated fact for table four, open and then concluded', async () => {
    const disputeId = await recordDispute(clerk(), review('2024-03-01'))
    const facts = () => tx(clerk(), (t) => disputeFacts(t, agencyId))
    expect(await facts()).toEqual([
      {
        id: disputeId,
        block: 'review',
        filedOn: '2024-03-01',
        concludedOn: null,
        outcome: null,
        role: 'original',
      },
    ])
    await concludeDispute(clerk(), { agencyId, disputeId, outcome: 'upheld', concludedOn: '2024-04-28' })
    expect(await facts()).toEqual([
      {
        id: disputeId,
        block: 'review',
        filedOn: '2024-03-01',
        concludedOn: '2024-04-28',
        outcome: 'upheld',
        role: 'original',
      },
    ])
    await expect(
      concludeDispute(clerk(), { agencyId, disputeId, outcome: 'other', concludedOn: '2024-05-01' }),
    ).rejects.toThrow('已经登记过审结结果')
  })

  it('refuses a day in the future, a conclusion before the filing and an unknown application, and writes nothing', async () => {
    const before = (await listDisputes(clerk(), agencyId)).length
    await expect(recordDispute(clerk(), review('2024-06-21'))).rejects.toThrow('不能晚于今天')
    await expect(recordDispute(clerk(), { ...review('2024-06-01'), requestId: newId() })).rejects.toThrow(
      '没有找到',
    )
    expect((await listDisputes(clerk(), agencyId)).length).toBe(before)
    const disputeId = await recordDispute(clerk(), review('2024-05-01'))
    await expect(
      concludeDispute(clerk(), { agencyId, disputeId, outcome: 'upheld', concludedOn: '2024-04-30' }),
    ).rejects.toThrow('不能早于收到日期')
  })

  it('is not for leaders and reviewers to record', async () => {
    const leader = runtime.as({ agencyId, roles: ['leader'] }, '2024-06-20')
    await expect(recordDispute(leader, review('2024-03-01'))).rejects.toThrow('没有办理这一事项的权限')
  })

  it('is invisible from another agency', async () => {
    const elsewhere = await anAgency(runtime)
    expect(await listDisputes(runtime.as({ agencyId: elsewhere, roles: ['clerk'] }), agencyId)).toEqual([])
  })
})

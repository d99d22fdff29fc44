import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { caseFacts } from './case-facts.ts'

let runtime: TestRuntime
let agencyId: string
let requestId: string

// Received on Monday 2 December 2024, decided on Monday 30 December, served on Friday 3 January 2025; three items.
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  requestId = newId()
  await runtime.owner.query(
    `insert into request (agency_id, request_id, number, query_code_hash, channel, applicant_kind, applicant_class,
       description, wanted_medium, wanted_delivery, state, received_on, result_on, result_served_on, result_outcome,
       result_items)
     values ($1, $2, '测-2024-0007', '', 'online', 'person', 'natural-person', '申请内容', '', '', 'closed',
       '2024-12-02', '2024-12-30', '2025-01-03', 'partial', '{grant-provided,deny-state-secret,unable-not-exist}')`,
    [agencyId, requestId],
  )
})

const counted = async (change: Record<string, string>) => {
  const ctx = runtime.asSystem(agencyId)
  const facts = await tx(ctx, (t) => caseFacts(t, agencyId, { ...ctx.countingPractice, ...change }))
  return facts.map(({ id, concludedOn, outcome }) => [id === requestId, concludedOn, outcome])
}

describe('统计口径', () => {
  it('counts a paper once, by the day of the decision, unless the installation is told otherwise', async () => {
    expect(await counted({})).toEqual([[true, '2024-12-30', 'partial']])
  })

  it('counts a result in the year it was served where the installation says so', async () => {
    expect(await counted({ resultYearBy: 'service' })).toEqual([[true, '2025-01-03', 'partial']])
  })

  it('counts every item of a paper where the installation says so, each opening to the one case', async () => {
    expect(await counted({ severalItems: 'one-case-an-item' })).toEqual([
      [true, '2024-12-30', 'grant-provided'],
      [true, '2024-12-30', 'deny-state-secret'],
      [true, '2024-12-30', 'unable-not-exist'],
    ])
  })
})

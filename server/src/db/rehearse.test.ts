import { beforeAll, expect, it } from 'vitest'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { nextNumber } from './counter.ts'
import { rehearse } from './rehearse.ts'
import { tx } from './transaction.ts'

let runtime: TestRuntime
let agencyId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
})

it('answers what the work would answer, and takes back every transaction of it', async () => {
  const ctx = runtime.asSystem(agencyId)
  const take = (as: typeof ctx) => tx(as, (t) => nextNumber(t, agencyId, 2024, 'rehearsed'))
  const twice = async (as: typeof ctx) => [await take(as), await take(as)]
  expect(await rehearse(ctx, twice)).toEqual([1, 2])
  expect(await rehearse(ctx, twice)).toEqual([1, 2])
  const fails = rehearse(ctx, async (as) => {
    await take(as)
    throw new Error('refused')
  })
  await expect(fails).rejects.toThrow('refused')
  expect(await twice(ctx)).toEqual([1, 2])
})

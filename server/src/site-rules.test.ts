import { describe, expect, it } from 'vitest'
import { seedDemonstration } from './demonstration/seed-demonstration.ts'
import { examineDocuments } from './services/site-health/examine-documents.ts'
import { siteHealth } from './services/site-health/site-health.ts'
import { testRuntime } from './testing/test-runtime.ts'

describe('示范网站', () => {
  it('breaks no rule that is watched', async () => {
    const runtime = await testRuntime()
    await seedDemonstration(runtime)
    const system = runtime.asSystem('all')
    const agency = await runtime.db
      .selectFrom('agency')
      .select('agency_id')
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow()
    await examineDocuments(system, { agencyId: agency.agency_id })
    const items = await siteHealth(system, { agencyId: agency.agency_id })
    expect(items.flatMap(({ findings }) => findings)).toEqual([])
  })
})

import { readFileSync } from 'node:fs'
import { PUBLICATION_RULES } from '@mingfu/law'
import { describe, expect, it, test } from 'vitest'
import { seedDemonstration } from './demonstration/seed-demonstration.ts'
import { rescreenDocuments } from './services/disclosure/rescreen-documents.ts'
import { examineDocuments } from './services/site-health/examine-documents.ts'
import { siteHealth } from './services/site-health/site-health.ts'
import { WATCHED_RULES } from './services/site-health/watched-rules.ts'
import { aBadSite, BAD_DAY } from './testing/a-bad-site.ts'
import { PUBLICATION_RULE_TESTS } from './testing/publication-rule-tests.ts'
import { testRuntime } from './testing/test-runtime.ts'

describe('网站的监测', () => {
  it('finds every watched rule broken on a site where everything is wrong, each by its own name', async () => {
    const runtime = await testRuntime()
    const agencyId = await aBadSite(runtime)
    const items = await siteHealth(runtime.asSystem('all', BAD_DAY), { agencyId })
    const quiet = items.filter(({ count }) => count === 0).map(({ rule, state }) => `${rule} ${state}`)
    expect(quiet).toEqual([])
    const broken = items.flatMap(({ findings }) => findings.map(({ rule }) => rule))
    expect(new Set(broken)).toEqual(new Set(Object.keys(WATCHED_RULES)))
    // What makes the whole site fail is told as such.
    const veto = items.filter(({ state }) => state === 'veto').map(({ rule }) => rule)
    for (const rule of [
      'PUB-90',
      'PUB-91',
      'PUB-95',
      'PUB-97',
      'PUB-112',
      'PUB-60',
      'PUB-67',
      'PUB-70',
      'PUB-94',
    ]) {
      expect(veto).toContain(rule)
    }
  })

  it('finds nothing on the demonstration site', async () => {
    const runtime = await testRuntime()
    await seedDemonstration(runtime)
    const system = runtime.asSystem('all')
    const { agency_id: agencyId } = await runtime.db
      .selectFrom('agency')
      .select('agency_id')
      .where('slug', '=', 'yahe')
      .executeTakeFirstOrThrow()
    await examineDocuments(system, { agencyId })
    await rescreenDocuments(system, { agencyId })
    const items = await siteHealth(system, { agencyId })
    expect(items.flatMap(({ findings }) => findings)).toEqual([])
  })
})

const ROOT = new URL('../../', import.meta.url)
const SOURCES = new Map<string, string>()

function sourceOf(path: string): string {
  const known = SOURCES.get(path)
  if (known !== undefined) return known
  const text = readFileSync(new URL(path, ROOT), 'utf8')
  SOURCES.set(path, text)
  return text
}

describe('PUB-01 to PUB-135: every rule has tests that fail when it is broken', () => {
  test.each(Object.entries(PUBLICATION_RULE_TESTS))('%s', (id, tests) => {
    expect(tests.length).toBeGreaterThan(0)
    for (const reference of tests) {
      const [path = '', words = ''] = reference.split('#')
      // As the title of a test or a describe, or as a case of a table.
      const isThere = ["'", '"', '`'].some((quote) => sourceOf(path).includes(`${quote}${words}${quote}`))
      expect([reference, isThere]).toEqual([reference, true])
    }
    // What is watched on the site is broken on the bad site, under this very name.
    const onBadSite = tests.some((reference) => reference.startsWith('server/src/site-rules.test.ts#'))
    expect([id, onBadSite]).toEqual([id, id in WATCHED_RULES])
  })

  test('as many rules as the norm has', () => {
    expect(Object.keys(PUBLICATION_RULE_TESTS)).toEqual(Object.keys(PUBLICATION_RULES))
    expect(Object.keys(PUBLICATION_RULES)).toHaveLength(109)
  })
})

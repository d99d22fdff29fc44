import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { type Keeper, PUBLICATION_RULES } from '@mingfu/law'
import { describe, expect, it, test } from 'vitest'
import { seedDemonstration } from './demonstration/seed-demonstration.ts'
import { rescreenDocuments } from './services/disclosure/rescreen-documents.ts'
import { examineDocuments } from './services/site-health/examine-documents.ts'
import { siteHealth } from './services/site-health/site-health.ts'
import { WATCHED_RULES } from './services/site-health/watched-rules.ts'
import { aBadSite, BAD_DAY } from './testing/a-bad-site.ts'
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
      .where('parent_id', 'is', null)
      .executeTakeFirstOrThrow()
    await examineDocuments(system, { agencyId })
    await rescreenDocuments(system, { agencyId })
    const items = await siteHealth(system, { agencyId })
    expect(items.flatMap(({ findings }) => findings)).toEqual([])
  })
})

const ROOT = new URL('../../', import.meta.url)

/** Tests of rules whose keepers no test calls by name: a page, a form, a file. */
const TESTED_THROUGH: Readonly<Record<string, `${string}#${string}`>> = {
  'PUB-30':
    'server/src/portal/open-data/open-data.test.ts#gives the catalogue under the names of its metadata',
  'PUB-45': 'server/src/portal/pages.test.ts#marks a repealed document on its page and in the lists',
  'PUB-53':
    'server/src/portal/pages.test.ts#are complete on a content page, with the time of publication in China to the minute',
  'PUB-56':
    'server/src/portal/plugin.test.ts#remembers 长者模式 by a plain form and leads back to where the visitor was, never to another site',
  'PUB-57':
    'server/src/portal/pages.test.ts#answers every page without a script or a style of its own, and asks no other host for anything',
  'PUB-58':
    'server/src/portal/pages.test.ts#answers every page without a script or a style of its own, and asks no other host for anything',
  'PUB-98': 'cli/src/bundle/site-bundle.test.ts#names what was altered, removed or put in, and restores it',
  'PUB-99': 'cli/src/bundle/site-bundle.test.ts#altered anywhere: refused before anything changes',
  'PUB-130':
    'server/src/services/agencies/staff.test.ts#is for the security administrator, and on the audit trail with before and after',
}

describe('PUB-01 to PUB-135: every rule has a keeper and a test, or a listed reason', () => {
  const tests = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.test.ts'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => path !== '' && existsSync(new URL(path, ROOT)))
    .map((path) => readFileSync(new URL(path, ROOT), 'utf8'))
  const words = new Set(tests.flatMap((text) => text.match(/\b[A-Za-z_]\w+\b/g) ?? []))

  test.each(Object.entries(PUBLICATION_RULES))('%s', (id, rule) => {
    const keeper: Keeper = rule.keeper
    if ('because' in keeper) return expect(keeper.because.length).toBeGreaterThan(10)
    if ('missing' in keeper) return expect(keeper.missing.length).toBeGreaterThan(5)
    if (id in WATCHED_RULES) return
    const through = TESTED_THROUGH[id]
    if (through !== undefined) {
      const [path = '', title = ''] = through.split('#')
      return expect(readFileSync(new URL(path, ROOT), 'utf8')).toContain(`'${title}'`)
    }
    const called = keeper.by.filter((reference) => words.has(reference.split('#')[1] ?? ''))
    expect(called).not.toEqual([])
  })
})

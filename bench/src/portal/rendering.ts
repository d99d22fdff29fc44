// A page that is not in memory: what it reads, renders, compresses; beside the bare rendering of what was read, which is
// the part that no database and no compression can take away. Bundled and run by `portal-rendering.ts`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify, { type FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { readConfig } from '../../../server/src/config.ts'
import { seedDemonstration } from '../../../server/src/demonstration/seed-demonstration.ts'
import { registerAnnual } from '../../../server/src/portal/disclosure/annual-page.tsx'
import { registerDocument } from '../../../server/src/portal/disclosure/document-page.tsx'
import { registerPlatform } from '../../../server/src/portal/disclosure/platform-page.tsx'
import { registerStatutory } from '../../../server/src/portal/disclosure/statutory-page.tsx'
import { registerHome } from '../../../server/src/portal/home/home-page.tsx'
import { renderPage } from '../../../server/src/portal/layout.tsx'
import { pack } from '../../../server/src/portal/page-cache.ts'
import { makePortal, type View, type Visit } from '../../../server/src/portal/portal.ts'
import { openRuntime } from '../../../server/src/runtime.ts'

const TIMES = 60

const home = mkdtempSync(join(tmpdir(), 'mingfu-bench-'))
const runtime = await openRuntime(readConfig({ MINGFU_HOME: home }))
try {
  await seedDemonstration(runtime)
  const { rows } = await runtime.pool.query(
    `select document_id from document where published_at is not null and withdrawn_at is null order by published_at limit 1`,
  )
  const server = fastify()
  const portal = makePortal(server, runtime)
  const views = new Map<string, View>()
  const collecting = {
    ...portal,
    page: (path: string, _options: unknown, view: View) => views.set(path, view),
  }
  const register = [registerHome, registerPlatform, registerStatutory, registerDocument, registerAnnual]
  for (const each of register) each(collecting as unknown as typeof portal)
  console.log('page                     whole     reading   rendering  compressing   whole ÷ rendering')
  for (const [path, params] of [
    ['/', {}],
    ['/:agency', { agency: 'yahe' }],
    ['/:agency/statutory', { agency: 'yahe' }],
    ['/:agency/documents/:documentId', { agency: 'yahe', documentId: rows[0]?.document_id }],
    ['/:agency/annual/:year', { agency: 'yahe', year: '2019' }],
  ] as const) {
    const view = views.get(path) as View
    const request = { params, url: path, query: {}, ip: '127.0.0.1', host: 'localhost', protocol: 'http' }
    const visit: Visit = await portal.visitOf(request as unknown as FastifyRequest, [])
    const page = (await view(visit)) as VNode
    const html = renderPage(page)
    const reading = await timeOf(async () =>
      view(await portal.visitOf(request as unknown as FastifyRequest, [])),
    )
    const rendering = await timeOf(async () => renderPage(page))
    const packing = await timeOf(() => pack({ type: 'text/html', body: html }))
    const whole = await timeOf(async () => {
      const made = (await view(await portal.visitOf(request as unknown as FastifyRequest, []))) as VNode
      return pack({ type: 'text/html', body: renderPage(made) })
    })
    const ms = (value: number) => `${value.toFixed(1)} ms`.padStart(10)
    console.log(
      `${path.padEnd(32).slice(0, 20)}${ms(whole)}${ms(reading)}${ms(rendering)}${ms(packing)}       ×${(whole / rendering).toFixed(1)}`,
    )
  }
  await server.close()
} finally {
  await runtime.close()
  rmSync(home, { recursive: true, force: true })
}

/** The median of many, in milliseconds. */
async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < TIMES + 10; run += 1) {
    const began = performance.now()
    await work()
    if (run >= 10) times.push(performance.now() - began)
  }
  return times.toSorted((a, b) => a - b)[TIMES / 2] ?? 0
}

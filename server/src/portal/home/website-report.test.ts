import { WEBSITE_FIGURE_IDS } from '@mingfu/law'
import { expect, it } from 'vitest'
import { anAgency } from '../../testing/factories.ts'
import { testRuntime } from '../../testing/test-runtime.ts'
import { portalServer } from '../testing/portal-server.ts'

it('shows the yearly report of the site on the home page, on its own page and as a file', async () => {
  const runtime = await testRuntime()
  const agencyId = await anAgency(runtime, { slug: 'yahe', name: '鸭河工区管理委员会' })
  const figures = Object.fromEntries(WEBSITE_FIGURE_IDS.map((id) => [id, id === 'visits' ? '120000' : '1']))
  await runtime.owner.query(
    `insert into website_report (agency_id, year, given, content, saved_at, saved_by, published_at, published_by)
     values ($1, 2026, '{}', $2, now(), '王敏', now(), '孙玉梅')`,
    [agencyId, JSON.stringify(figures)],
  )
  const app = await portalServer(runtime)
  try {
    expect((await app.inject('/')).body).toContain('href="/website-report/2026"')
    const page = await app.inject('/website-report/2026')
    expect([page.statusCode, page.body.includes('120000')]).toEqual([200, true])
    const pdf = await app.inject('/website-report/2026/pdf')
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 4).toString()]).toEqual([200, '%PDF'])
    expect((await app.inject('/website-report/2025')).statusCode).toBe(404)
  } finally {
    await app.close()
  }
})

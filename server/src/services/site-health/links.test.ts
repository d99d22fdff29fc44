import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, NotFound } from '../../errors.ts'
import { aColumn, aDocument } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { Context } from '../context.ts'
import { checkLinks } from './check-links.ts'
import { acceptLink, listLinks } from './list-links.ts'
import { probeSite } from './probe-site.ts'
import { siteHealth } from './site-health.ts'
import type { WebVisit } from './web-probe.ts'

let runtime: TestRuntime
let agencyId: string
let documentId: string
const GONE = 'https://www.gone.example/a'
const GUILD = 'https://www.guild.example/'
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  const nodeId = await aColumn(runtime, agencyId)
  const html = `<p><a href="${GONE}#part">失效的网站</a><a href="${GUILD}">某市会计学会</a><a href="mailto:a@b.cn">邮箱</a></p>`
  ;({ documentId } = await aDocument(runtime, agencyId, { nodeId, stage: 'approved' }))
  // As an older system brought it in, whose links nobody approved.
  await runtime.owner.query(
    `update document set state = 'published', published_at = '2026-06-01' where document_id = $1`,
    [documentId],
  )
  await runtime.owner.query('update document_body set html = $1 where document_id = $2', [html, documentId])
})

const called: string[] = []
function on(day: string, answers: Readonly<Record<string, Partial<WebVisit>>>): Context {
  const web = {
    async visit(url: string): Promise<WebVisit> {
      called.push(url)
      const nothing = {
        status: null,
        finalUrl: null,
        title: null,
        language: null,
        milliseconds: 1,
        error: null,
      }
      return { outcome: 'unsure', ...nothing, ...answers[url] }
    },
    ipv6Of: async () => ['240e::1'],
  }
  return { ...runtime.asSystem('all', day), publicUrl: 'https://www.own.example.gov.cn', web }
}
const check = (day: string, answers: Readonly<Record<string, Partial<WebVisit>>>) =>
  checkLinks(on(day, answers), { agencyId, pauseMs: 0 })
const clerk = (day: string) => runtime.as({ agencyId, roles: ['clerk'] }, day)
const ruleOn = async (day: string, rule: string) =>
  (await siteHealth(clerk(day), { agencyId })).find((item) => item.rule === rule)

describe('链接检查', () => {
  it('calls each address once a day, and tells one that failed twice, since when and where', async () => {
    const answers = {
      [GONE]: { outcome: 'gone' },
      [GUILD]: { outcome: 'ok', title: '某市会计学会' },
    } as const
    await check('2026-06-10', answers)
    expect(called.toSorted()).toEqual([GONE, GUILD])
    await check('2026-06-10', answers)
    expect(called).toHaveLength(2)
    expect(await ruleOn('2026-06-10', 'PUB-81')).toMatchObject({
      state: 'good',
      figure: '2条，最近检查2026-06-10',
    })
    await check('2026-06-11', answers)
    expect(await ruleOn('2026-06-11', 'PUB-81')).toMatchObject({ state: 'warning', since: '2026-06-10' })
    const [link, second] = await listLinks(clerk('2026-06-11'), { agencyId, failing: true })
    expect([link?.url, link?.usedBy, second]).toEqual([
      GONE,
      [{ documentId, title: '关于进一步规范临时救助工作的意见', words: '失效的网站' }],
      undefined,
    ])
    await check('2026-06-12', { ...answers, [GONE]: { outcome: 'ok', title: '又好了' } })
    expect(await listLinks(clerk('2026-06-12'), { agencyId, failing: true })).toEqual([])
  })

  it('shows a page that turned into another, until a person has looked', async () => {
    await check('2026-06-13', { [GUILD]: { outcome: 'ok', title: '澳门娱乐平台官网' } })
    expect(await ruleOn('2026-06-13', 'PUB-83')).toMatchObject({ state: 'warning', since: '2026-06-13' })
    const link = (await listLinks(clerk('2026-06-13'), { agencyId })).find(({ url }) => url === GUILD)
    const what = { agencyId, linkId: link?.linkId ?? '' }
    const reviewer = runtime.as({ agencyId, roles: ['reviewer'] }, '2026-06-13')
    await expect(acceptLink(reviewer, what)).rejects.toThrow(Forbidden)
    await acceptLink(clerk('2026-06-13'), what)
    await expect(acceptLink(clerk('2026-06-13'), { agencyId, linkId: 'none' })).rejects.toThrow(NotFound)
    await check('2026-06-14', { [GUILD]: { outcome: 'ok', title: '澳门娱乐平台官网' } })
    expect((await ruleOn('2026-06-14', 'PUB-83'))?.state).toBe('good')
  })

  it('forgets what no text uses any more', async () => {
    await runtime.owner.query(`update document_body set html = '<p>无</p>' where document_id = $1`, [
      documentId,
    ])
    await check('2026-06-15', {})
    expect(await listLinks(clerk('2026-06-15'), { agencyId })).toEqual([])
  })
})

describe('站点自测', () => {
  it('counts a week of probes, and says nothing is measured where the site has no address', async () => {
    expect(await ruleOn('2026-06-15', 'PUB-97')).toMatchObject({
      state: 'unmeasured',
      figure: '没有设置网站地址，或者还没有第一次自测',
    })
    const answers = { 'https://www.own.example.gov.cn': { outcome: 'ok', status: 200 } } as const
    await probeSite(on('2026-06-15', answers))
    await probeSite(on('2026-06-16', answers))
    expect(await ruleOn('2026-06-16', 'PUB-97')).toMatchObject({
      state: 'good',
      figure: '一周自测2次，失败0次',
    })
    expect(await ruleOn('2026-06-16', 'PUB-59')).toMatchObject({
      state: 'good',
      figure: 'www.own.example.gov.cn有AAAA记录',
    })
    await probeSite(on('2026-06-17', {}))
    expect(await ruleOn('2026-06-17', 'PUB-97')).toMatchObject({ state: 'veto', since: '2026-06-17' })
    // A week later only what is new counts.
    await probeSite(on('2026-06-25', answers))
    expect((await ruleOn('2026-06-25', 'PUB-97'))?.state).toBe('good')
  })
})

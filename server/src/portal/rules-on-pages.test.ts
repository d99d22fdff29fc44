import type { FastifyInstance } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeValidity } from '../services/disclosure/change-validity.ts'
import { saveSiteFooter } from '../services/disclosure/site.ts'
import { indexDocument } from '../services/search/index-document.ts'
import { aColumn, aDocument, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { portalServer } from './testing/portal-server.ts'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { name: '示例市人民政府', slug: 'city', orgType: 'government' })
  await runtime.owner.query(
    `update agency set site_domain = 'www.city.example.gov.cn', site_id_code = '4113000099', can_make_regulations = true,
       credit_code = '11441700007280420Y'`,
  )
  await saveSiteFooter(runtime.as({ agencyId, roles: ['system-admin'] }), {
    agencyId,
    operator: '示例市政府办公室',
    phone: '0377-66010001',
    address: '示例市人民路1号',
    postcode: '473000',
    icpNumber: '豫ICP备05010518号',
    policeRecord: '豫公网安备 41130202000138号',
    conacId: '0A1B2C3D4E5F60718293A4B5C6D7E8F9',
  } as never)
  nodeId = await aColumn(runtime, agencyId)
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

const bodyOf = async (url: string) => (await portal.inject(url)).body
const between = (html: string, from: string, to: string) =>
  html.slice(html.indexOf(from), html.indexOf(to, html.indexOf(from)))

/** The entry of a list that leads to a document. */
function entryOf(html: string, documentId: string): string {
  const at = html.indexOf(documentId)
  return html.slice(html.lastIndexOf('<li', at), html.indexOf('</li>', at))
}

async function repealed(title: string) {
  const document = await aDocument(runtime, agencyId, { nodeId, content: { title } })
  const how = { validity: 'repealed', on: '2026-06-10', basis: '《关于废止部分文件的决定》' } as const
  await changeValidity(theOffice(runtime, agencyId).drafter, { ...document, ...how } as never)
  await indexDocument(runtime.asSystem(agencyId), document)
  return document
}

describe('每一页', () => {
  it('PUB-51: has host, operator, contact, code, both records, the sign, error reporting and the map at its foot', async () => {
    for (const url of ['/', '/city/', '/city/guide', '/city/statutory', '/sitemap', '/search?q=救助']) {
      const foot = between(await bodyOf(url), '<footer', '</footer>')
      for (const words of [
        '主办单位：示例市人民政府',
        '承办单位：示例市政府办公室',
        '0377-66010001',
        '政府网站标识码：4113000099',
        '豫ICP备05010518号',
        '豫公网安备 41130202000138号',
        'id=0A1B2C3D4E5F60718293A4B5C6D7E8F9',
        'site_code=4113000099',
        'href="/sitemap"',
      ])
        expect([url, foot.includes(words) ? words : `without ${words}`]).toEqual([url, words])
    }
  })

  it('PUB-56: reaches 长者模式 by one control, and nothing in it pops up', async () => {
    const { documentId } = await aDocument(runtime, agencyId, { nodeId })
    for (const url of ['/', '/city/', '/city/guide', `/city/documents/${documentId}`, '/search?q=救助']) {
      expect([url, (await bodyOf(url)).match(/value="elder"/g)?.length]).toEqual([url, 1])
      const elder = await portal.inject({ url, headers: { cookie: 'view=elder' } })
      expect(elder.body).not.toMatch(/<dialog|popup|role="dialog"|<marquee|class="[^"]*\bad\b/)
    }
  })

  it('PUB-110: leads to the consultation', async () => {
    expect(await bodyOf('/city/')).toContain('href="/city/feedback"')
    expect((await portal.inject('/city/feedback')).statusCode).toBe(200)
  })
})

/** It says the word itself: the mark has to stand beside it. */
const TITLE = '已经废止的救助办法'

describe('每一条信息', () => {
  it('PUB-13: stands in the catalogue with index, title, summary and day', async () => {
    const { indexNumber } = await aDocument(runtime, agencyId, {
      nodeId,
      content: { title: '列在目录中的意见' },
    })
    const list = await bodyOf('/city/statutory/normative')
    for (const words of [
      indexNumber,
      '列在目录中的意见',
      '细化临时救助的对象、标准和公示要求。',
      '2026-06-01',
    ])
      expect(list).toContain(words)
  })

  it('PUB-19: is found, read and downloaded by somebody who has not signed in', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId, content: { title: '人人可查的意见' } })
    await indexDocument(runtime.asSystem(agencyId), document)
    expect(await bodyOf('/search?q=人人可查')).toContain(document.documentId)
    expect((await portal.inject(`/city/documents/${document.documentId}`)).statusCode).toBe(200)
    expect((await portal.inject(`/files/city/${document.documentId}/text/pdf`)).statusCode).toBe(200)
  })

  it('PUB-45: bears the mark of repeal on its page, in the list, in the search and in what is downloaded', async () => {
    const { documentId } = await repealed(TITLE)
    const page = async () =>
      between(await bodyOf(`/city/documents/${documentId}`), '<main', '</main>').replaceAll(TITLE, '')
    // A state of the site is believed for a moment.
    await expect.poll(page).toContain('废止')
    for (const url of ['/city/statutory/normative', `/search?q=${TITLE}`]) {
      expect([url, entryOf(await bodyOf(url), documentId)]).toEqual([url, expect.stringContaining('>废止<')])
    }
    const word = unzipSync((await portal.inject(`/files/city/${documentId}/text/docx`)).rawPayload)
    const xml = strFromU8(word['word/document.xml'] ?? new Uint8Array())
    expect(xml.replace(/<[^>]+>/g, '').replaceAll(TITLE, '')).toContain('废止')
  })

  it('PUB-47: a rule is title, caption and text on its paper, and nothing else', async () => {
    const { documentId } = await aDocument(runtime, agencyId, {
      nodeId,
      content: {
        kind: 'regulation',
        title: '示例市城市绿化管理办法',
        documentNumber: null,
        effectiveOn: '2026-07-01' as never,
        form: {
          promulgatedOn: '2026-06-01',
          promulgatedBy: '示例市人民政府令第5号',
          interpretationExemption: '内容简短，无须解读',
        },
      },
    })
    const paper = between(
      await bodyOf(`/city/documents/${documentId}`),
      '<article class="card paper rule-paper">',
      '</article>',
    )
    expect(
      paper
        .replace(/<[^>]+>/g, '\n')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ).toEqual([
      '示例市城市绿化管理办法',
      '（2026年6月1日示例市人民政府令第5号公布　自2026年7月1日起施行）',
      '为进一步发挥临时救助托底线、救急难作用，现提出以下意见。',
    ])
  })

  it('PUB-43: an interpretation leads to its document, and the document back', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId, content: { title: '被解读的意见' } })
    const about = await aDocument(runtime, agencyId, {
      nodeId,
      content: {
        kind: 'interpretation',
        title: '《被解读的意见》解读',
        documentNumber: null,
        form: { interpreter: '民政局', interpretationForm: '问答', covers: ['主要内容'] },
      },
    })
    await runtime.owner.query(
      `insert into document_relation (agency_id, from_id, to_id, kind, effective_on) values ($1, $2, $3, 'interprets', '2026-06-15')`,
      [agencyId, about.documentId, document.documentId],
    )
    expect(await bodyOf(`/city/documents/${document.documentId}`)).toContain(
      `/city/documents/${about.documentId}`,
    )
    expect(await bodyOf(`/city/documents/${about.documentId}`)).toContain(
      `/city/documents/${document.documentId}`,
    )
  })
})

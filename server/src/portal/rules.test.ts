import { parsePlainDate } from '@mingfu/law'
import type { FastifyInstance } from 'fastify'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../errors.ts'
import { changeValidity } from '../services/disclosure/change-validity.ts'
import { draftDocument } from '../services/disclosure/draft-document.ts'
import { editDocument } from '../services/disclosure/edit-document.ts'
import { getDocument } from '../services/disclosure/get-document.ts'
import { publishDocument } from '../services/disclosure/publish-document.ts'
import { aColumn, aDocument, content, theOffice } from '../testing/a-document.ts'
import { anAgency } from '../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../testing/test-runtime.ts'
import { portalServer } from './testing/portal-server.ts'

const RULE = {
  kind: 'regulation',
  title: '中河市停车管理办法',
  documentNumber: null,
  issuer: '中河市人民政府',
  writtenOn: parsePlainDate('2019-12-20'),
  effectiveOn: parsePlainDate('2020-02-01'),
  form: {
    promulgatedOn: '2019-12-20',
    promulgatedBy: '中河市人民政府令第5号',
    amendments: [
      { on: '2022-03-01', by: '中河市人民政府令第12号', kind: '修订' },
      { on: '2023-06-15', by: '《中河市人民政府关于修改〈中河市停车管理办法〉的决定》', kind: '修正' },
    ],
    interpretationExemption: '随修改决定一并说明',
  },
  html: '<p>第一章　总则</p><p>第一条　为了规范停车，制定本办法。</p><p>第二条 本办法自2020年2月1日起施行。</p>',
} as const
const CAPTION =
  '（2019年12月20日中河市人民政府令第5号公布　2022年3月1日中河市人民政府令第12号第一次修订　根据2023年6月15日《中河市人民政府关于修改〈中河市停车管理办法〉的决定》第二次修正　自2020年2月1日起施行）'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
let nodeId: string
let documentId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'zhonghe', name: '中河市人民政府' })
  await runtime.owner.query(
    `update agency set org_type = 'government', region_code = '990100', can_make_regulations = true`,
  )
  nodeId = await aColumn(runtime, agencyId, { code: 'rules', title: '规章' })
  ;({ documentId } = await aDocument(runtime, agencyId, { nodeId, content: RULE }))
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

const get = async (url: string) => {
  const { statusCode, body, rawPayload } = await portal.inject(url)
  return { status: statusCode, body, bytes: rawPayload }
}
const paperOf = (html: string) =>
  /<article class="card paper rule-paper">([\s\S]*?)<\/article>/.exec(html)?.[1] ?? ''
const textOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, '\n')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
const docx = async () => {
  const { bytes } = await get(`/files/zhonghe/${documentId}/text/docx`)
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)]
    .map(([p]) => [...p.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    .filter(Boolean)
}

describe('规章的网页版式 (国办公开办函〔2021〕33号)', () => {
  it('has title, caption and text on its paper, and nothing else', async () => {
    const { status, body } = await get(`/zhonghe/documents/${documentId}`)
    expect(status).toBe(200)
    expect(textOf(paperOf(body))).toEqual([
      '中河市停车管理办法',
      CAPTION,
      '第一章　总则',
      '第一条',
      '为了规范停车，制定本办法。',
      '第二条',
      '本办法自2020年2月1日起施行。',
    ])
  })

  it('keeps the order of headings, and the numbers of articles stand out', async () => {
    const paper = paperOf((await get(`/zhonghe/documents/${documentId}`)).body)
    expect(paper).toMatch(/<h1>[\s\S]*<h2>第一章　总则<\/h2>[\s\S]*<strong>第一条<\/strong>　为了/)
    expect(paper).not.toMatch(/索引号|发布机构|成文日期|签署|此件公开发布|下载/)
  })

  it('tells when it came out, its header, its downloads and its check below the paper', async () => {
    const { body } = await get(`/zhonghe/documents/${documentId}`)
    const below = body.slice(body.indexOf('</article>'))
    for (const words of ['发布时间', '来源', '索引号', '施行日期', 'text/docx', 'text/pdf', '有效性'])
      expect(below).toContain(words)
  })

  it('marks a repealed rule on the page, in the list and on the download', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const { version } = await getDocument(drafter, { agencyId, documentId })
    await changeValidity(drafter, {
      agencyId,
      documentId,
      version,
      validity: 'repealed',
      on: parsePlainDate('2026-06-15'),
      basis: '中河市人民政府令第20号',
    })
    const page = async () => textOf((await get(`/zhonghe/documents/${documentId}`)).body)
    // A state of the site is believed for a moment.
    await expect.poll(page).toContain('本文件已经废止。')
    expect((await docx())[1]).toBe('【废止，自2026年6月15日起】')
    const list = (await get('/zhonghe/rules')).body
    expect(list).toContain('已经废止、失效的规章')
    expect(textOf(list)).toContain('废止')
    await runtime.owner.query(`update document set validity = 'in-force', validity_changed_on = null`)
    await runtime.owner.query(`update agency set name = name`)
  })
})

describe('规章的下载版式', () => {
  it('has title, caption and text in Word, with nothing of the portal’s own below', async () => {
    const { documentId: another } = await aDocument(runtime, agencyId, {
      nodeId,
      content: { ...RULE, title: '中河市供水管理办法' },
    })
    documentId = another
    expect(await docx()).toEqual([
      '中河市供水管理办法',
      CAPTION,
      '第一章　总则',
      '第一条　为了规范停车，制定本办法。',
      '第二条　本办法自2020年2月1日起施行。',
    ])
  })

  it('is a PDF too, named by its title', async () => {
    const { statusCode, headers, rawPayload } = await portal.inject(`/files/zhonghe/${documentId}/text/pdf`)
    expect([statusCode, rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    expect(decodeURIComponent(String(headers['content-disposition']))).toContain('中河市供水管理办法.pdf')
  })
})

describe('规章集中公开', () => {
  it('lists every rule in force with its caption, and is the page of the column', async () => {
    const { status, body } = await get('/zhonghe/rules')
    expect(status).toBe(200)
    expect(textOf(body)).toContain(CAPTION)
    expect((await get('/zhonghe/statutory')).body).toContain('href="/zhonghe/rules"')
    expect(body).toMatch(/<meta name="ColumnName" content="规章"\/>/)
  })

  it('does not exist for an organ without the power, nor blank', async () => {
    await anAgency(runtime, { slug: 'district' })
    expect((await get('/district/rules')).status).toBe(404)
    await anAgency(runtime, { slug: 'newcity' })
    await runtime.owner.query(`update agency set can_make_regulations = true where slug = 'newcity'`)
    expect((await get('/newcity/rules')).status).toBe(404)
  })
})

describe('没有规章制定权的机关', () => {
  it('can neither draft a rule, nor turn a draft into one, nor publish one signed when it had the power', async () => {
    const own = await anAgency(runtime, { slug: 'county' })
    const column = await aColumn(runtime, own)
    const { drafter } = theOffice(runtime, own)
    const code = (attempt: Promise<unknown>) =>
      attempt.then(
        () => 'done',
        (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
      )
    const rule = content(column, RULE)
    expect(await code(draftDocument(drafter, { agencyId: own, content: rule }))).toBe(
      'no-power-to-make-rules',
    )
    // Somebody else's rule is published by who made it.
    const others = { ...rule, origin: 'obtained-from-organ', originOrgan: '中河市人民政府' } as const
    expect(await code(draftDocument(drafter, { agencyId: own, content: others }))).toBe(
      'no-power-to-make-rules',
    )
    const count = async () =>
      (await runtime.owner.query('select count(*)::int as n from document where agency_id = $1', [own]))
        .rows[0].n
    expect(await count()).toBe(0)
    const draft = await draftDocument(drafter, { agencyId: own, content: content(column) })
    expect(await code(editDocument(drafter, { agencyId: own, ...draft, content: rule }))).toBe(
      'no-power-to-make-rules',
    )

    await runtime.owner.query(`update agency set can_make_regulations = true where agency_id = $1`, [own])
    const signed = await aDocument(runtime, own, { nodeId: column, stage: 'approved', content: RULE })
    await runtime.owner.query(`update agency set can_make_regulations = false where agency_id = $1`, [own])
    expect(await code(publishDocument(drafter, signed))).toBe('no-power-to-make-rules')
    expect((await getDocument(drafter, signed)).waits.map(({ gate }) => gate)).toEqual(['rule-power'])
  })
})

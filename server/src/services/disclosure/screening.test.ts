import { beforeAll, describe, expect, it } from 'vitest'
import { FULL_DOCX } from '../../../../screening/src/testing/docx-plants.ts'
import { Forbidden, Refused } from '../../errors.ts'
import { aColumn, aDocument, NOTHING_SECRET, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { listScreeningEntries } from '../screening/list-screening-entries.ts'
import { removeScreeningEntry } from '../screening/remove-screening-entry.ts'
import { saveScreeningEntry } from '../screening/save-screening-entry.ts'
import { attachFile } from './attach-file.ts'
import { getDocument } from './get-document.ts'
import { listScreeningIssues } from './list-screening-issues.ts'
import { rescreenDocuments } from './rescreen-documents.ts'
import { reviewSecrecy } from './review-secrecy.ts'
import { screenDocumentLinks } from './screen-document-links.ts'
import { settleScreeningIssue } from './settle-screening-issue.ts'
import { submitForReview } from './submit-for-review.ts'

const CLEAR = { answers: NOTHING_SECRET, opinion: 'disclose', reason: '', overrides: {} } as const
const bytes = (text: string) => new Uint8Array(Buffer.from(text))

let runtime: TestRuntime
let agencyId: string
let nodeId: string
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  nodeId = await aColumn(runtime, agencyId)
  office = theOffice(runtime, agencyId)
})

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => (error instanceof Refused ? [error.refusal.code, error.refusal.reason] : String(error)),
  )
const withHtml = (html: string, stage: 'draft' | 'submitted' | 'published' = 'submitted') =>
  aDocument(runtime, agencyId, { nodeId, stage, content: { html: `<p>${html}</p>` } })

describe('发布前检查 as a gate', () => {
  it('lets nobody pass what is forbidden, with whatever reason', async () => {
    const document = await withHtml('公示：张某，11010519491231002X')
    const [finding] = (await getDocument(office.reviewer, document)).findings
    const overrides = { [finding?.id ?? '']: '本人同意' }
    expect(await refusal(reviewSecrecy(office.reviewer, { ...document, ...CLEAR, overrides }))).toEqual([
      'screening-veto',
      '发布前检查：正文有居民身份证号码，请删除或者只保留前2位、后3位。这一项不能放行，请退回修改；确系误判的，先登记到检查名单',
    ])
    const { reviews, state } = await getDocument(office.reviewer, document)
    expect([reviews, state]).toEqual([[], 'submitted'])
  })

  it('asks no reason for a reminder', async () => {
    const document = await withHtml('秸杆禁烧')
    expect(
      (await getDocument(office.reviewer, document)).findings.map(({ rule, level }) => [rule, level]),
    ).toEqual([['PUB-72', 'warn']])
    expect((await reviewSecrecy(office.reviewer, { ...document, ...CLEAR })).state).toBe('reviewed')
  })

  it('looks into every layer of an attachment, and stops at what does not open', async () => {
    const draft = await withHtml('无', 'draft')
    const file = bytes('姓名,电话\n张三,13812345678\n')
    const attached = await attachFile(office.drafter, {
      ...draft,
      title: '',
      name: '联系表.csv',
      bytes: file,
    })
    const broken = bytes('%PDF-1.7 cut short')
    const second = await attachFile(office.drafter, {
      ...draft,
      version: attached.version,
      title: '',
      name: '方案.pdf',
      bytes: broken,
    })
    const on = { ...draft, ...(await submitForReview(office.drafter, { ...draft, version: second.version })) }
    const { findings } = await getDocument(office.reviewer, on)
    expect(findings.map(({ rule, level, where }) => [rule, level, where])).toEqual([
      ['PUB-61', 'block', '附件1：正文'],
      ['PUB-82', 'block', '附件2：文件'],
    ])
    expect(await refusal(reviewSecrecy(office.reviewer, { ...on, ...CLEAR }))).toEqual([
      'screening-unanswered',
      '发布前检查：有手机号码，请改用办公电话，或者只保留前3位、后4位。确需保留的，应当逐条写明理由',
    ])
    const { rows } = await runtime.owner.query(
      'select findings::text from screened_file where agency_id = $1',
      [agencyId],
    )
    expect(JSON.stringify(rows)).not.toContain('13812345678')
  })

  it('does not even keep a file with a mark of secrecy', async () => {
    const draft = await withHtml('无', 'draft')
    const count = async () => (await runtime.owner.query('select count(*)::int as n from file')).rows[0].n
    const before = await count()
    const answer = await refusal(
      attachFile(office.drafter, { ...draft, title: '', name: '附表.docx', bytes: FULL_DOCX }),
    )
    expect(answer[0]).toBe('secret-mark')
    expect(await count()).toBe(before)
    expect((await getDocument(office.drafter, draft)).attachments).toEqual([])
  })
})

describe('links of a text', () => {
  it('within the site lead to what is public, and out of it to organs of state or where a reviewer approved', async () => {
    const published = await withHtml('无', 'published')
    const draft = await withHtml('无', 'draft')
    const link = (href: string) => `<a href="${href}">有关文件</a>`
    const document = await withHtml(
      [
        link(`/a/documents/${published.documentId}`),
        link(`/a/documents/${draft.documentId}`),
        link('https://www.gov.cn/zhengce'),
        link('https://www.example.org/x'),
        link('http://192.168.1.8/oa'),
      ].join(''),
    )
    const { findings } = await getDocument(office.reviewer, document)
    expect(findings.map(({ rule, level, excerpt }) => [rule, level, excerpt])).toEqual([
      ['PUB-84', 'block', 'http://192.168.1.8/oa'],
      ['PUB-80', 'block', `/a/documents/${draft.documentId}`],
      ['PUB-81', 'block', 'https://www.example.org/x'],
      ['PUB-81', 'block', 'http://192.168.1.8/oa'],
    ])
  })
})

describe('links to the site itself by its whole address', () => {
  it('are looked at like any other within it, though it is an organ of state, and are not of the old protocol', async () => {
    const draft = await withHtml('无', 'draft')
    const site = { ...runtime.asSystem(agencyId), publicUrl: 'https://www.city.example.gov.cn' }
    const hrefs = [
      `https://www.city.example.gov.cn/a/documents/${draft.documentId}`,
      'http://www.city.example.gov.cn/',
      'http://www.other.example.gov.cn/',
    ]
    const links = hrefs.map((href) => ({ where: '正文', href, text: '', hidden: null }))
    const found = await screenDocumentLinks(site, { links, approved: [] })
    expect(found.map(({ rule, excerpt }) => [rule, excerpt])).toEqual([
      ['PUB-80', `/a/documents/${draft.documentId}`],
      ['PUB-84', 'http://www.city.example.gov.cn/'],
    ])
  })
})

describe('检查词表 of an office', () => {
  it('is changed by reviewers only; its own numbers are let pass and its own words found', async () => {
    const entry = {
      agencyId,
      kind: 'allowed',
      words: '13912345678',
      right: null,
      from: null,
      to: null,
      note: '值班手机',
    } as const
    await expect(saveScreeningEntry(office.drafter, entry)).rejects.toThrow(Forbidden)
    await saveScreeningEntry(office.reviewer, entry)
    await saveScreeningEntry(office.reviewer, {
      ...entry,
      kind: 'sensitive',
      words: '某某内部工程',
      note: '',
    })
    await expect(saveScreeningEntry(office.reviewer, entry)).rejects.toThrow('词表中已经有“13912345678”')
    const document = await withHtml('值班手机13912345678，某某内部工程')
    expect((await getDocument(office.reviewer, document)).findings.map(({ rule }) => rule)).toEqual([
      'PUB-71',
    ])
  })

  it('queues a new look at what is published, which assigns what it finds to the drafter', async () => {
    const published = await withHtml('本年推广示例一号种子', 'published')
    const waiting = `from mingfu_jobs.job where name = 'rescreen-documents'`
    await runtime.owner.query(`delete ${waiting}`)
    const { entryId } = await saveScreeningEntry(office.reviewer, {
      agencyId,
      kind: 'sensitive',
      words: '示例一号',
      right: '示例壹号',
      from: null,
      to: null,
      note: '',
    })
    const jobs = await runtime.owner.query(`select data->>'agencyId' as id ${waiting}`)
    expect(jobs.rows).toEqual([{ id: agencyId }])
    await rescreenDocuments(runtime.asSystem(agencyId), { agencyId })
    await rescreenDocuments(runtime.asSystem(agencyId), { agencyId })
    const issues = async () =>
      (await listScreeningIssues(office.reviewer, { agencyId })).filter(
        ({ documentId }) => documentId === published.documentId,
      )
    const found = await issues()
    expect(
      found.map(({ rule, level, place, message, assignedTo }) => ({
        rule,
        level,
        place,
        message,
        assignedTo,
      })),
    ).toEqual([
      {
        rule: 'PUB-71',
        level: 'block',
        place: '正文',
        message: '敏感词：“示例一号”应当写作“示例壹号”',
        assignedTo: '00000000-0000-7000-8000-00000000000a',
      },
    ])
    const on = { agencyId, documentId: published.documentId, findingId: found[0]?.findingId ?? '' }
    await expect(settleScreeningIssue(office.drafter, { ...on, reason: '原文如此' })).rejects.toThrow(
      Forbidden,
    )
    await expect(settleScreeningIssue(office.reviewer, { ...on, reason: ' ' })).rejects.toThrow(
      '请写明保留的理由',
    )
    await settleScreeningIssue(office.reviewer, { ...on, reason: '引用原文' })
    expect(await issues()).toEqual([])

    await removeScreeningEntry(office.reviewer, { agencyId, entryId })
    expect(
      (await listScreeningEntries(office.reviewer, { agencyId })).map(({ words }) => words),
    ).not.toContain('示例一号')
  })
})

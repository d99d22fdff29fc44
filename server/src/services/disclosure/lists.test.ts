import { parsePlainDate } from '@mingfu/law'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { tx } from '../../db/transaction.ts'
import { Invalid, Refused, Stale } from '../../errors.ts'
import { aColumn, aDocument, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { attachFile } from './attach-file.ts'
import { catalogueOf } from './catalogue-of.ts'
import { changeValidity } from './change-validity.ts'
import { documentFacts } from './document-facts.ts'
import { findPublishedDocument } from './find-published-document.ts'
import { findPublishedFile } from './find-published-file.ts'
import { findGuide, type GuideContent, saveGuide } from './guide.ts'
import { listDocuments } from './list-documents.ts'
import { type ListPublished, listPublished } from './list-published.ts'
import { publishDocument } from './publish-document.ts'
import { publishLedger } from './publish-ledger.ts'
import { publishLedgerFile } from './publish-ledger-file.ts'
import { relateDocuments } from './relation/relate-documents.ts'
import { saveCatalogueNode } from './save-catalogue-node.ts'
import { withdrawDocument } from './withdraw-document.ts'

let runtime: TestRuntime
beforeAll(async () => {
  runtime = await testRuntime()
})

async function anOffice() {
  const agencyId = await anAgency(runtime)
  return { agencyId, nodeId: await aColumn(runtime, agencyId), office: theOffice(runtime, agencyId) }
}

const day = parsePlainDate
const titled = (title: string, more = {}) => ({ title, documentNumber: null, ...more })

describe('政府信息目录', () => {
  it('goes through everything page by page, newest first, each once, also when two came at the same moment', async () => {
    const { agencyId, nodeId } = await anOffice()
    for (const title of ['甲', '乙', '丙', '丁', '戊']) {
      await aDocument(runtime, agencyId, { nodeId, content: titled(`关于${title}的通知`) })
    }
    const ctx = runtime.asPublic(agencyId, '2026-06-16')
    for (const order of ['published', 'written'] as const) {
      const seen: string[] = []
      let cursor: string | undefined
      do {
        const page = await listPublished(ctx, { agencyId, limit: 2, order, ...(cursor ? { cursor } : {}) })
        seen.push(...page.items.map(({ title }) => title))
        cursor = page.next ?? undefined
      } while (cursor !== undefined)
      expect(seen).toEqual(['关于戊的通知', '关于丁的通知', '关于丙的通知', '关于乙的通知', '关于甲的通知'])
    }
  })

  it('is chosen from by title, number, kind, dates and validity, and shows nothing that is not public', async () => {
    const { agencyId, nodeId, office } = await anOffice()
    const old = await aDocument(runtime, agencyId, {
      nodeId,
      content: titled('关于招商引资奖励的若干规定', { writtenOn: day('2020-03-02'), effectiveOn: null }),
    })
    await aDocument(runtime, agencyId, { nodeId, content: { title: '关于临时救助的意见' } })
    await aDocument(runtime, agencyId, { nodeId, content: titled('未发布的通知'), stage: 'approved' })
    const gone = await aDocument(runtime, agencyId, { nodeId, content: titled('撤回的通知') })
    await withdrawDocument(office.drafter, { ...gone, reason: 'duplicate', note: '重复' })
    await changeValidity(office.drafter, {
      ...old,
      validity: 'repealed',
      on: day('2026-06-10'),
      basis: '清理决定',
    })
    const ctx = runtime.asPublic(agencyId, '2026-06-16')
    const titles = async (filter: ListPublished) =>
      (await listPublished(ctx, { agencyId, ...filter })).items.map(({ title }) => title)
    expect(await titles({})).toEqual(['关于临时救助的意见', '关于招商引资奖励的若干规定'])
    expect(await titles({ title: '招商 规定' })).toEqual(['关于招商引资奖励的若干规定'])
    expect(await titles({ title: '〔2026〕2号' })).toEqual(['关于临时救助的意见'])
    expect(await titles({ title: '%' })).toEqual([])
    expect(await titles({ validity: 'repealed' })).toEqual(['关于招商引资奖励的若干规定'])
    expect(await titles({ from: day('2026-01-01') })).toEqual(['关于临时救助的意见'])
    expect(await titles({ kind: 'penalty' })).toEqual([])
    expect(await titles({ exceptNodeIds: [nodeId] })).toEqual([])
  })

  it('counts what each column holds, with the columns below it', async () => {
    const { agencyId, nodeId } = await anOffice()
    const childId = await aColumn(runtime, agencyId, {
      code: 'notices',
      title: '通知',
      parentCode: 'normative',
    })
    await aDocument(runtime, agencyId, { nodeId })
    await aDocument(runtime, agencyId, { nodeId: childId })
    const [top] = await catalogueOf(runtime.asPublic(agencyId), agencyId)
    expect([top?.title, top?.count, top?.children.map(({ title, count }) => [title, count])]).toEqual([
      '行政规范性文件',
      2,
      [['通知', 1]],
    ])
    const deeper = {
      agencyId,
      code: 'deep',
      parentCode: 'notices',
      title: '更深',
      description: '',
      keywords: '',
    }
    await expect(
      saveCatalogueNode(runtime.asSystem(agencyId), {
        ...deeper,
        columnType: '政策文件',
        legalItem: null,
        sortOrder: 0,
      }),
    ).rejects.toBeInstanceOf(Invalid)
  })

  it('shows staff what is overdue', async () => {
    const { agencyId, nodeId } = await anOffice()
    const late = theOffice(runtime, agencyId, '2026-09-01')
    await aDocument(runtime, agencyId, { nodeId, stage: 'submitted' })
    await aDocument(runtime, agencyId, { nodeId })
    const { items } = await listDocuments(late.drafter, { agencyId, overdue: true })
    expect(items.map(({ state, publishDueOn }) => [state, publishDueOn])).toEqual([
      ['submitted', '2026-06-30'],
    ])
  })
})

describe('有效性和文件关系', () => {
  it('repeals the older document when the newer one is published, from the day it says', async () => {
    const { agencyId, nodeId, office } = await anOffice()
    const older = await aDocument(runtime, agencyId, { nodeId, content: titled('旧规定') })
    const newer = await aDocument(runtime, agencyId, { nodeId, content: titled('新规定'), stage: 'approved' })
    const relation = { agencyId, fromId: newer.documentId, toId: older.documentId }
    await relateDocuments(office.drafter, { ...relation, kind: 'replaces', effectiveOn: day('2026-07-01') })
    const shown = async (on: string) => {
      const document = await findPublishedDocument(runtime.asPublic(agencyId, on), older)
      return document?.state === 'published' ? [document.validity, document.relations.length] : undefined
    }
    expect(await shown('2026-07-02')).toEqual(['in-force', 0])
    await publishDocument(office.drafter, newer)
    expect(await shown('2026-06-30')).toEqual(['in-force', 1])
    expect(await shown('2026-07-01')).toEqual(['repealed', 1])
  })

  it('refuses documents that repeal each other', async () => {
    const { agencyId, nodeId, office } = await anOffice()
    const a = await aDocument(runtime, agencyId, { nodeId })
    const b = await aDocument(runtime, agencyId, { nodeId })
    const on = { agencyId, effectiveOn: day('2026-07-01') }
    await relateDocuments(office.drafter, { ...on, fromId: a.documentId, toId: b.documentId, kind: 'amends' })
    const back = { ...on, fromId: b.documentId, toId: a.documentId, kind: 'repeals' } as const
    await expect(relateDocuments(office.drafter, back)).rejects.toBeInstanceOf(Refused)
  })

  it('shows a stated validity as ended on the day after its last, though nobody marked it', async () => {
    const { agencyId, nodeId } = await anOffice()
    const document = await aDocument(runtime, agencyId, { nodeId, content: { expiresOn: day('2026-12-31') } })
    const on = async (today: string) => {
      const found = await findPublishedDocument(runtime.asPublic(agencyId, today), document)
      return found?.state === 'published' ? found.validity : undefined
    }
    expect([await on('2026-12-31'), await on('2027-01-01')]).toEqual(['in-force', 'expired'])
    const list = await listPublished(runtime.asPublic(agencyId, '2027-01-01'), {
      agencyId,
      validity: 'expired',
    })
    expect(list.items.map(({ validity }) => validity)).toEqual(['expired'])
  })
})

describe('年度报告表二', () => {
  it('takes regulations and normative documents that were signed, with the days of issue, publication and repeal', async () => {
    const { agencyId, nodeId, office } = await anOffice()
    const repealed = await aDocument(runtime, agencyId, { nodeId, content: { writtenOn: day('2026-05-06') } })
    await changeValidity(office.drafter, {
      ...repealed,
      validity: 'repealed',
      on: day('2026-06-12'),
      basis: '清理决定',
    })
    await aDocument(runtime, agencyId, {
      nodeId,
      content: { expiresOn: day('2026-12-31') },
      stage: 'approved',
    })
    await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    await aDocument(runtime, agencyId, { nodeId, content: { kind: 'announcement' } })
    const gone = await aDocument(runtime, agencyId, { nodeId })
    await withdrawDocument(office.drafter, { ...gone, reason: 'duplicate', note: '重复' })
    const facts = await tx(runtime.asSystem(agencyId), (t) => documentFacts(t, agencyId))
    expect(facts.map(({ id: _, ...fact }) => fact)).toEqual([
      {
        kind: 'normative',
        issuedOn: '2026-05-06',
        publishedOn: '2026-06-15',
        repealedOn: '2026-06-12',
        lapsedOn: null,
      },
      {
        kind: 'normative',
        issuedOn: '2026-06-01',
        publishedOn: null,
        repealedOn: null,
        lapsedOn: '2027-01-01',
      },
    ])
  })

  it('has the China day of publication, also just after midnight there', async () => {
    const { agencyId, nodeId } = await anOffice()
    await aDocument(runtime, agencyId, { nodeId, at: new Date('2026-06-15T16:30:00Z') })
    const facts = await tx(runtime.asSystem(agencyId), (t) => documentFacts(t, agencyId))
    expect(facts[0]?.publishedOn).toBe('2026-06-16')
  })
})

describe('发布台账', () => {
  it('says who drafted, reviewed, signed and published each item of the year', async () => {
    const { agencyId, nodeId, office } = await anOffice()
    await aDocument(runtime, agencyId, { nodeId })
    const rows = await publishLedger(office.drafter, { agencyId, year: 2026 })
    expect(
      rows.map(({ title, drafter, reviewer, approver, publisher, reviewForm }) => [
        title,
        drafter,
        reviewer,
        approver,
        publisher,
        reviewForm,
      ]),
    ).toEqual([['关于进一步规范临时救助工作的意见', '王敏', '周海涛', '郑国栋', '王敏', '保审〔2026〕1号']])
    expect(await publishLedger(office.drafter, { agencyId, year: 2025 })).toEqual([])
  })
})

describe('导出发布台账', () => {
  it('is a workbook with title, time, publisher and reviewer of each release, and is audited', async () => {
    const { agencyId, nodeId, office } = await anOffice()
    await aDocument(runtime, agencyId, { nodeId })
    const { bytes, name } = await publishLedgerFile(office.drafter, { agencyId, year: 2026 })
    expect(name).toBe('政府信息发布台账（2026年）.xlsx')
    const parts = Object.entries(unzipSync(bytes)).filter(([path]) => path.endsWith('.xml'))
    const words = parts.map(([, xml]) => strFromU8(xml)).join('')
    for (const word of ['标题', '发布时间', '发布人', '审核人', '王敏', '周海涛', '郑国栋'])
      expect(words).toContain(word)
    const { rows } = await runtime.owner.query(
      `select detail from audit_entry where action = 'export-publish-ledger' and agency_id = $1`,
      [agencyId],
    )
    expect(rows[0].detail).toEqual({ year: 2026, rows: 1 })
  })
})

describe('附件下载', () => {
  it('gives a file of a published document and of no other', async () => {
    const { agencyId, nodeId, office } = await anOffice()
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    const { fileId } = await attachFile(office.drafter, {
      ...draft,
      title: '救助标准',
      name: '救助标准.txt',
      bytes: new TextEncoder().encode('标准'),
    })
    const what = { agencyId, documentId: draft.documentId, fileId }
    expect(await findPublishedFile(runtime.asPublic(agencyId), what)).toBeUndefined()
  })
})

describe('公开指南', () => {
  const GUIDE: GuideContent = {
    classification: '按照条例第二十条、第二十一条分类',
    arrangement: '按照目录栏目和日期编排',
    access: '门户网站、查阅场所',
    readingPlaces: '区便民服务中心',
    office: {
      name: '党政办公室',
      address: '鸭河大道1号',
      hours: '工作日8:00—12:00，15:00—18:00',
      phone: '0377-66010001',
      fax: '无',
      email: '',
      internet: 'www.yahe.example.gov.cn',
      postcode: '474650',
    },
    applying: '',
    supervision: '',
  }

  it('is kept with the day of revision, and the second of two writers is told', async () => {
    const { agencyId, office } = await anOffice()
    await saveGuide(office.drafter, { agencyId, version: 0, content: GUIDE })
    expect(await findGuide(runtime.asPublic(agencyId), agencyId)).toEqual({
      content: GUIDE,
      revisedOn: '2026-06-15',
      version: 1,
    })
    await expect(saveGuide(office.drafter, { agencyId, version: 0, content: GUIDE })).rejects.toBeInstanceOf(
      Stale,
    )
  })

  it('misses nothing that the regulation lists', async () => {
    const { agencyId, office } = await anOffice()
    const content = { ...GUIDE, access: '', office: { ...GUIDE.office, hours: ' ', phone: '不详' } }
    const error = await saveGuide(office.drafter, { agencyId, version: 0, content }).catch((e) => e)
    expect(error.fields).toEqual({
      access: '请写明获取方式',
      'office.hours': '请填写办公时间',
      'office.phone': '联系电话的格式不正确，请带区号填写',
    })
  })
})

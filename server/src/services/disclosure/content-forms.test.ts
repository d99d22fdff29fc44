import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { A_PENALTY, aColumn, aDocument, content, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { draftDocument } from './draft-document.ts'
import { findPublishedDocument } from './find-published-document.ts'
import { getDocument } from './get-document.ts'
import { publishDocument } from './publish-document.ts'
import { relateDocuments } from './relation/relate-documents.ts'
import { saveCatalogueNode } from './save-catalogue-node.ts'
import { submitForReview } from './submit-for-review.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  nodeId = await aColumn(runtime, agencyId, { code: 'all', title: '全部' })
})

const penalty = (form: Readonly<Record<string, string>> = {}) => ({
  kind: 'penalty' as const,
  title: '示例食品有限公司行政处罚决定',
  documentNumber: '示市监罚〔2026〕7号',
  legalItem: 'A20_06',
  form: { ...A_PENALTY, ...form },
})

describe('内容表单', () => {
  it('is kept, checked, bound by the signature, and shown without what is internal', async () => {
    const done = await aDocument(runtime, agencyId, { nodeId, content: penalty() })
    const shown = await findPublishedDocument(runtime.asSystem(agencyId), done)
    expect(shown?.state === 'published' && shown.content.form).toMatchObject({
      fine: '0.5',
      penaltyKind: '罚款',
    })
    const normative = await aDocument(runtime, agencyId, {
      nodeId,
      content: { title: '关于另一件事的通知', documentNumber: '鸭管〔2026〕31号' },
    })
    const other = await findPublishedDocument(runtime.asSystem(agencyId), normative)
    expect(other?.state === 'published' && other.content.form).toEqual({})
  })

  it('counts the limit from the day of the decision: 7 working days', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    // 2026年6月19日至21日端午节放假: 6月2日至5日、8日至10日 are the seven.
    const { documentId } = await draftDocument(drafter, {
      agencyId,
      content: content(nodeId, { ...penalty(), writtenOn: parsePlainDate('2026-06-08') }),
    })
    const { publishDueOn } = await getDocument(drafter, { agencyId, documentId })
    expect(publishDueOn).toBe('2026-06-10')
  })

  it('is not sent to review while a natural person is named in full', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const form = { partyKind: '自然人', partyName: '王建国', partyCode: '' }
    const { documentId, version } = await draftDocument(drafter, {
      agencyId,
      content: content(nodeId, penalty(form)),
    })
    await expect(submitForReview(drafter, { agencyId, documentId, version })).rejects.toThrow(
      '自然人的姓名应当隐去，写作“王某某”',
    )
  })

  it('is screened: a mobile number in a field is found there', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const { documentId } = await draftDocument(drafter, {
      agencyId,
      content: content(nodeId, penalty({ facts: '联系经营者13812345678核实。' })),
    })
    const { findings } = await getDocument(drafter, { agencyId, documentId })
    expect(findings.filter(({ rule }) => rule === 'PUB-61').map(({ where }) => where)).toEqual(['违法事实'])
  })
})

describe('专栏姓专', () => {
  it('a column takes only its kinds', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const plans = await saveCatalogueNode(runtime.asSystem(agencyId), {
      agencyId,
      code: 'plans',
      parentCode: null,
      title: '规划计划',
      description: '',
      keywords: '',
      columnType: '信息公开目录',
      legalItem: 'A20_03',
      sortOrder: 1,
      kinds: ['plan'],
    })
    const { documentId, version } = await draftDocument(drafter, {
      agencyId,
      content: content(plans, penalty()),
    })
    await expect(submitForReview(drafter, { agencyId, documentId, version })).rejects.toThrow(
      '“规划计划”栏目只放规划计划，“行政处罚、行政强制”请另选栏目',
    )
  })
})

describe('同步解读', () => {
  const without = { form: {}, title: '关于补贴发放的通知', documentNumber: '鸭管〔2026〕41号' }

  it('a document without interpretation, plan or reason does not go out', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const ready = await aDocument(runtime, agencyId, { nodeId, stage: 'approved', content: without })
    expect((await getDocument(drafter, ready)).waits).toEqual([
      {
        gate: 'interpretation',
        reason: '政策文件应当同步解读，请附解读材料、写明不晚于2026-06-18的解读计划，或者写明不解读的理由',
      },
    ])
    await expect(publishDocument(drafter, ready)).rejects.toThrow('政策文件应当同步解读')
    expect((await getDocument(drafter, ready)).state).toBe('approved')
  })

  it('goes out with an interpretation that is signed', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const ready = await aDocument(runtime, agencyId, { nodeId, stage: 'approved', content: without })
    const interpretation = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'approved',
      content: {
        kind: 'interpretation',
        title: '补贴发放问答',
        documentNumber: null,
        form: { interpreter: '财政局', interpretationForm: '问答', covers: ['主要内容', '适用范围'] },
      },
    })
    await relateDocuments(drafter, {
      agencyId,
      fromId: interpretation.documentId,
      toId: ready.documentId,
      kind: 'interprets',
      effectiveOn: parsePlainDate('2026-06-15'),
    })
    await publishDocument(drafter, ready)
    expect((await getDocument(drafter, ready)).state).toBe('published')
  })

  it('a plan holds for three working days', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const planned = (on: string) =>
      aDocument(runtime, agencyId, {
        nodeId,
        stage: 'approved',
        content: { ...without, form: { interpretationPlannedOn: on } },
      })
    await expect(publishDocument(drafter, await planned('2026-06-22'))).rejects.toThrow(
      '解读应当不晚于2026-06-18发布',
    )
    await publishDocument(drafter, await planned('2026-06-18'))
  })
})

describe('谁制作谁公开', () => {
  it('what another organ leads or made is not published as one’s own', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const joint = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'approved',
      content: { ...penalty(), origin: 'made-jointly', originOrgan: '示例市公安局' },
    })
    await expect(publishDocument(drafter, joint)).rejects.toThrow('该政府信息由示例市公安局负责公开')
  })
})

describe('政府公报', () => {
  it('an issue names the documents that it prints, and each says where it is printed', async () => {
    const printed = await aDocument(runtime, agencyId, {
      nodeId,
      content: { title: '关于停车秩序的通告', documentNumber: '鸭管〔2026〕51号' },
    })
    const issue = await aDocument(runtime, agencyId, {
      nodeId,
      content: {
        kind: 'gazette',
        title: '公报2026年第3期',
        documentNumber: null,
        form: {
          gazetteYear: '2026',
          issueNumber: '3',
          issuedOn: '2026-06-10',
          contents: [{ document: printed.documentId, page: '7' }],
        },
      },
    })
    const system = runtime.asSystem(agencyId)
    const shown = await findPublishedDocument(system, issue)
    expect(shown?.state === 'published' && shown.references.map(({ title }) => title)).toEqual([
      '关于停车秩序的通告',
    ])
    const inside = await findPublishedDocument(system, printed)
    expect(inside?.state === 'published' && inside.printedIn).toEqual([
      { documentId: issue.documentId, title: '公报2026年第3期', year: '2026', issueNumber: '3', page: '7' },
    ])
  })
})

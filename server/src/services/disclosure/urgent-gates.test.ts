import { parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { Refused } from '../../errors.ts'
import { aColumn, aDocument, content, NOTHING_SECRET, theOffice } from '../../testing/a-document.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import type { DocumentContent } from './document.ts'
import { draftDocument } from './draft-document.ts'
import { publishingTasks } from './due/publishing-tasks.ts'
import { getDocument } from './get-document.ts'
import { planInterpretation } from './plan-interpretation.ts'
import { relateDocuments } from './relation/relate-documents.ts'
import { releaseUrgently } from './release-urgently.ts'
import { reviewLater } from './review-later.ts'
import { saveCatalogueNode } from './save-catalogue-node.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string
// 2026-06-15 is a Monday.
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  nodeId = await aColumn(runtime, agencyId)
  office = theOffice(runtime, agencyId)
})

const drafted = (what: Partial<DocumentContent> = {}) =>
  draftDocument(office.drafter, {
    agencyId,
    content: content(nodeId, {
      documentNumber: null,
      title: '停课决定',
      kind: 'normative',
      form: {},
      ...what,
    }),
  })
const release = (on: { documentId: string; version: number }) =>
  releaseUrgently(office.leader, {
    agencyId,
    ...on,
    ground: 'response',
    reason: '台风登陆在即',
    answers: NOTHING_SECRET,
  })
const later = (on: { documentId: string; version: number }) =>
  reviewLater(office.reviewer, { agencyId, ...on, stays: true, note: '', answers: NOTHING_SECRET })
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  )
const state = async (documentId: string) =>
  (await getDocument(office.drafter, { agencyId, documentId })).state

describe('应急发布逐项把关', () => {
  it.each([
    [
      '另一机关的信息',
      { origin: 'obtained-from-organ', originOrgan: '示例市气象局' },
      'another-organ-publishes',
    ],
    [
      '其他机关牵头的信息',
      { origin: 'made-jointly', originOrgan: '示例市公安局' },
      'another-organ-publishes',
    ],
    [
      '站外没有核实的链接',
      { html: '<p>详见<a href="https://typhoon.example.com/x">路径图</a>。</p>' },
      'screening-stops-urgent',
    ],
    [
      '没有表头的表格',
      {
        html: '<table><tbody><tr><td>地点</td><td>水位</td></tr><tr><td>一号闸</td><td>三米</td></tr></tbody></table>',
      },
      'screening-stops-urgent',
    ],
  ] as const)('never lets out: %s', async (_case, what, expected) => {
    const draft = await drafted(what)
    expect(await code(release(draft))).toBe(expected)
    expect(await state(draft.documentId)).toBe('draft')
  })

  it('never lets out a kind that its column does not take', async () => {
    await saveCatalogueNode(runtime.asSystem(agencyId), {
      agencyId,
      code: 'penalties',
      parentCode: null,
      title: '行政处罚',
      description: '',
      keywords: '',
      columnType: '政策文件',
      legalItem: 'A20_06',
      sortOrder: 1,
      kinds: ['penalty'],
    })
    const { rows } = await runtime.owner.query(`select node_id from catalogue_node where code = 'penalties'`)
    const draft = await drafted({ nodeId: rows[0].node_id })
    expect(await code(release(draft))).toContain('“行政处罚”栏目只放行政处罚、行政强制')
  })

  it('goes out without its interpretation, which is then due in three working days and asked for by the later review', async () => {
    const draft = await drafted()
    const before = await getDocument(office.leader, { agencyId, documentId: draft.documentId })
    expect(before.waits.map(({ gate }) => gate)).toEqual(['interpretation'])
    const out = await release(draft)
    const { documentId } = draft
    const event = (await getDocument(office.drafter, { agencyId, documentId })).events.at(-1)
    expect(event?.facts.waiting).toEqual(['interpretation'])
    const tasks = async () =>
      (await publishingTasks(office.drafter, agencyId)).filter(
        ({ kind, path }) => kind === 'interpretation' && path.endsWith(documentId),
      )
    // Monday 15 June and three working days: Thursday the 18th.
    expect((await tasks()).map(({ dueOn, text }) => [dueOn, text])).toEqual([
      ['2026-06-18', '《停课决定》的解读应当在2026-06-18前发布'],
    ])
    expect(await code(later({ documentId, version: out.version }))).toBe('interpretation-missing')

    const plan = { agencyId, documentId, version: out.version, plannedOn: null, exemption: '' }
    const on = parsePlainDate
    expect(await code(planInterpretation(office.drafter, plan))).toContain('二者选一')
    expect(await code(planInterpretation(office.drafter, { ...plan, plannedOn: on('2026-06-19') }))).toBe(
      'interpretation-late',
    )
    expect(await code(planInterpretation(office.reviewer, { ...plan, exemption: '只有一句话' }))).toContain(
      'Forbidden',
    )
    const planned = await planInterpretation(office.drafter, { ...plan, plannedOn: on('2026-06-17') })
    expect((await tasks()).map(({ dueOn }) => dueOn)).toEqual(['2026-06-17'])
    expect(await later({ documentId, version: planned.version })).toMatchObject({ finished: true })

    const reading = await aDocument(runtime, agencyId, {
      nodeId,
      content: { title: '《停课决定》解读', kind: 'announcement', documentNumber: null },
    })
    await relateDocuments(office.drafter, {
      agencyId,
      fromId: reading.documentId,
      toId: documentId,
      kind: 'interprets',
      effectiveOn: on('2026-06-15'),
    })
    expect(await tasks()).toEqual([])
  })

  it('is over with a reason for no interpretation too; the published text keeps its digest', async () => {
    const draft = await drafted({ title: '封控解除决定' })
    const out = await release(draft)
    const { documentId } = draft
    const digest = (await getDocument(office.drafter, { agencyId, documentId })).contentDigest
    const { version } = await planInterpretation(office.drafter, {
      agencyId,
      documentId,
      version: out.version,
      plannedOn: null,
      exemption: '只有一句话，没有解读的必要',
    })
    expect(await later({ documentId, version })).toMatchObject({ finished: true })
    expect((await getDocument(office.drafter, { agencyId, documentId })).contentDigest).toBe(digest)
  })
})

import { strFromU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBundle } from '../../../../../cli/src/bundle/read-bundle.ts'
import { verifyArchive } from '../../../../../cli/src/bundle/verify-archive.ts'
import { pdfPages } from '../../../../../documents/src/testing/pdf-text.ts'
import { newId } from '../../../db/new-id.ts'
import { Refused } from '../../../errors.ts'
import { aColumn, aDocument, theOffice } from '../../../testing/a-document.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { repealDocument } from '../change-validity.ts'
import { listWithheld } from '../list-withheld.ts'
import { reReviewDocument } from '../re-review-document.ts'
import { finishSiteChangeStep, listSiteChanges, planSiteChange } from '../site-change/site-changes.ts'
import { getArchiveRules, NO_ARCHIVE_RULES, saveArchiveRules } from './archive-rules.ts'
import { listTransfers } from './list-transfers.ts'
import { makeArchivePackage } from './make-archive-package.ts'
import { makeTransfer, registerReceipt } from './make-transfer.ts'
import { transferFile } from './transfer-file.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  nodeId = await aColumn(runtime, agencyId)
})

const office = (on: string) => theOffice(runtime, agencyId, on)

describe('归档包', () => {
  it('holds text, reviews, course and metadata of one document, and the terminal finds every change of it', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId, on: '2026-06-15' })
    const { drafter, reviewer } = office('2026-06-16')
    await expect(makeArchivePackage(reviewer, document)).rejects.toThrow('权限')
    const { bytes, name } = await makeArchivePackage(drafter, document)
    expect(name).toBe(`归档包 ${document.indexNumber.replaceAll('/', '-')}.zip`)

    const files = unzipSync(bytes)
    const metadata = JSON.parse(strFromU8(files['元数据.json'] ?? new Uint8Array()))
    expect(metadata).toMatchObject({
      题名: '关于进一步规范临时救助工作的意见',
      文件编号: '鸭管〔2026〕2号',
      日期: '2026-06-01',
      文种: '意见',
      保管期限: '永久',
      年度: '2026',
      关键词: ['临时救助'],
      其他: { 索引号: document.indexNumber, 密级: '非涉密', 有效性: '有效' },
    })
    const reviews = JSON.parse(strFromU8(files['审查记录.json'] ?? new Uint8Array()))
    expect(reviews.map(({ opinion, reviewerId }: Record<string, string>) => [opinion, reviewerId])).toEqual([
      ['disclose', '00000000-0000-7000-8000-00000000000b'],
    ])
    const course = JSON.parse(strFromU8(files['发布经过.json'] ?? new Uint8Array()))
    expect(course.map(({ kind }: { kind: string }) => kind)).toEqual([
      'drafted',
      'submitted',
      'reviewed',
      'approved',
      'published',
    ])
    const text = (await pdfPages(files['正文/正文.pdf'] ?? new Uint8Array())).join('').replaceAll(/\s/g, '')
    expect(text).toContain('为进一步发挥临时救助托底线')

    const check = (zip: Uint8Array) =>
      verifyArchive(readBundle('a.zip', zip)).faults.map(({ what, path }) => [what, path])
    expect(check(bytes)).toEqual([])
    const { '审查记录.json': _left, ...without } = files
    expect(check(zipSync(without))).toEqual([['missing', '审查记录.json']])
    expect(check(zipSync({ ...files, '正文/正文.html': Buffer.from('<p>改</p>') }))).toEqual([
      ['altered', '正文/正文.html'],
    ])
    expect(check(zipSync({ ...files, '另外.txt': Buffer.from('x') }))).toEqual([['added', '另外.txt']])
  })

  it('follows the organ’s own schedule and what its archive gave, which only the head of the office sets', async () => {
    const { documentId } = await aDocument(runtime, agencyId, {
      nodeId,
      content: { title: '停水公告', kind: 'announcement', documentNumber: null },
    })
    const metadata = async () => {
      const { bytes } = await makeArchivePackage(office('2026-06-16').drafter, { agencyId, documentId })
      return JSON.parse(strFromU8(unzipSync(bytes)['元数据.json'] ?? new Uint8Array()))
    }
    const before = await metadata()
    expect(before.保管期限).toBe('10年')
    expect(before.其他.保管期限的依据).toBe(
      '《机关文件材料归档范围和文书档案保管期限规定》（国家档案局令第8号）',
    )
    for (const name of ['全宗号', '档案馆名称', '密级', '数字签名信息', '文件编号'])
      expect(before).not.toHaveProperty(name)

    const rules = {
      ...NO_ARCHIVE_RULES,
      terms: { announcement: '30年', normative: '永久' },
      archiveName: '示例市档案馆',
      fondsNumber: ' 104 ',
      unsureNames: true,
    } as const
    const head = runtime.as({ agencyId, roles: ['office-head'], name: '孙玉梅' }, '2026-06-16')
    const { drafter } = office('2026-06-16')
    await expect(saveArchiveRules(drafter, { agencyId, rules })).rejects.toThrow('权限')
    await expect(saveArchiveRules(head, { agencyId, rules })).rejects.toThrow(
      '请写明本机关的归档范围和保管期限表',
    )
    const wrong = { ...rules, terms: { announcement: '5年' as never } }
    await expect(saveArchiveRules(head, { agencyId, rules: wrong })).rejects.toThrow('永久、30年或者10年')
    expect(await getArchiveRules(drafter, { agencyId })).toEqual(NO_ARCHIVE_RULES)
    const basis = '示管办〔2025〕3号（经示例市档案局审查同意）'
    await saveArchiveRules(head, { agencyId, rules: { ...rules, basis } })
    expect((await getArchiveRules(drafter, { agencyId })).terms).toEqual({ announcement: '30年' })
    expect(await metadata()).toMatchObject({
      保管期限: '30年',
      档案馆名称: '示例市档案馆',
      全宗号: '104',
      密级: '非涉密',
      其他: { 保管期限的依据: basis },
    })
    const { rows } = await runtime.owner.query(
      `select detail -> 'to' ->> 'fondsNumber' as number from audit_entry where action = 'save-archive-rules'`,
    )
    expect(rows).toEqual([{ number: '104' }])
  })

  it('is not made of a draft', async () => {
    const draft = await aDocument(runtime, agencyId, { nodeId, stage: 'draft' })
    await expect(makeArchivePackage(office('2026-06-16').drafter, draft)).rejects.toBeInstanceOf(Refused)
  })
})

describe('移送, 条例 第二十五条', () => {
  it('hands on what October brought in November, once, and registers the receipt; without one it is overdue', async () => {
    await aDocument(runtime, agencyId, { nodeId, on: '2026-10-12', content: { title: '十月发布的意见' } })
    const month = {
      agencyId,
      month: '2026-10',
      recipient: 'archives',
      recipientName: '示例市档案馆',
    } as const
    await expect(makeTransfer(office('2026-10-31').drafter, month)).rejects.toThrow('还没有结束')
    const { drafter } = office('2026-11-03')
    const stateOf = async (on: string) => {
      const months = await listTransfers(office(on).drafter, { agencyId, year: 2026 })
      return months.find((one) => one.month === '2026-10')
    }
    expect((await stateOf('2026-11-03'))?.recipients.map(({ state }) => state)).toEqual([
      'to-make',
      'to-make',
    ])
    const { transferId } = await makeTransfer(drafter, month)
    await expect(makeTransfer(drafter, month)).rejects.toThrow('移送清单')
    const { bytes, name } = await transferFile(drafter, { agencyId, transferId, type: 'pdf' })
    expect(name).toContain('2026年10月主动公开政府信息移送清单.pdf')
    expect((await pdfPages(bytes)).join('').replaceAll(/\s/g, '')).toContain('十月发布的意见')

    expect((await stateOf('2026-11-30'))?.recipients.map(({ state }) => state)).toEqual([
      'awaiting-receipt',
      'to-make',
    ])
    expect((await stateOf('2026-12-01'))?.recipients.map(({ state }) => state)).toEqual([
      'overdue',
      'overdue',
    ])
    const receipt = {
      agencyId,
      transferId,
      version: 1,
      receiptNumber: '档收〔2026〕31号',
      receivedBy: '档案馆 李某',
      note: '',
    }
    await expect(registerReceipt(drafter, { ...receipt, receivedOn: '2026-11-02' })).rejects.toThrow(
      '不早于移送日期',
    )
    await registerReceipt(office('2026-11-05').drafter, { ...receipt, receivedOn: '2026-11-05' })
    const october = await stateOf('2026-12-01')
    expect(october?.recipients.map(({ state }) => state)).toEqual(['received', 'overdue'])
    expect(october?.dueOn).toBe('2026-11-30')
    await expect(makeTransfer(drafter, { ...month, month: '2026-09' })).rejects.toThrow('没有发布')
  })
})

describe('动态调整: a look before the year is over', () => {
  const withheld = async (title: string, reason: string) => {
    const made = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'draft',
      on: '2026-03-02',
      content: { title, documentNumber: null, attribute: 'upon-request', attributeReason: reason },
    })
    return made.documentId
  }
  const causesOf = async (documentId: string, on = '2026-06-30') =>
    (await listWithheld(office(on).drafter, { agencyId })).find((one) => one.documentId === documentId)

  it('is called for by the third application for it, and answered by a re-review', async () => {
    const documentId = await withheld('水库移民安置补偿测算明细表', '条例第十六条，内部测算')
    const apply = (number: string, received: string) =>
      runtime.owner.query(
        `insert into request (agency_id, request_id, number, query_code_hash, channel, applicant_kind, applicant_class,
           description, wanted_medium, wanted_delivery, state, received_on, due_on)
         values ($1, $2, $3, '', 'online', 'person', 'natural-person', '申请公开水库移民安置补偿测算明细表', '', '', 'under-review', $4, $4)`,
        [agencyId, newId(), number, received],
      )
    await apply('前-1', '2026-02-20')
    await apply('后-1', '2026-04-01')
    await apply('后-2', '2026-05-01')
    expect(await causesOf(documentId)).toMatchObject({ due: false, causes: [] })
    await apply('后-3', '2026-06-01')
    const asked = await causesOf(documentId)
    expect([asked?.due, asked?.causes, asked?.prompts.length]).toEqual([true, ['asked-again'], 3])
    await reReviewDocument(office('2026-06-30').reviewer, {
      agencyId,
      documentId,
      version: asked?.version ?? 0,
      outcome: 'keep',
      reason: '仍为内部测算',
    })
    expect((await causesOf(documentId))?.causes).toEqual([])
  })

  it('is called for when the document that its ground cites is repealed', async () => {
    const basis = await aDocument(runtime, agencyId, {
      nodeId,
      on: '2026-03-10',
      content: {
        documentNumber: '鸭管〔2026〕77号',
        writtenOn: '2026-03-01' as never,
        title: '内部信息管理规定',
      },
    })
    const documentId = await withheld('项目评审会议记录', '依据鸭管〔2026〕77号第五条，不予公开')
    expect((await causesOf(documentId))?.due).toBe(false)
    const repeal = {
      agencyId,
      documentId: basis.documentId,
      version: 5,
      on: '2026-06-20' as never,
      basis: '清理决定',
    }
    await repealDocument(office('2026-06-20').drafter, repeal)
    const found = await causesOf(documentId)
    expect([found?.causes, found?.prompts[0]?.text]).toEqual([['basis-repealed'], '鸭管〔2026〕77号'])
  })
})

it('a change of the website is done when every step of its list is, each with who did it and how', async () => {
  const { drafter } = office('2026-06-15')
  const { changeId } = await planSiteChange(drafter, {
    agencyId,
    kind: 'code',
    subject: '标识码4113000099变更为4113000100',
    plannedOn: '2026-06-20',
    reason: '机构改革',
  })
  const read = async (on: string) => (await listSiteChanges(office(on).drafter, { agencyId }))[0]
  expect((await read('2026-06-21'))?.overdue).toBe(true)
  await expect(
    finishSiteChangeStep(drafter, { agencyId, changeId, version: 1, step: 'approve', note: ' ' }),
  ).rejects.toThrow('办理的情况')
  for (const [index, step] of (['approve', 'register', 'check'] as const).entries()) {
    await finishSiteChangeStep(drafter, {
      agencyId,
      changeId,
      version: index + 1,
      step,
      note: `受理号${index}`,
    })
  }
  const done = await read('2026-06-21')
  expect([done?.doneOn, done?.overdue, done?.steps[1]?.done?.note]).toEqual(['2026-06-15', false, '受理号1'])
})

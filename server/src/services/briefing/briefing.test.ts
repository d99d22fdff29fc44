import { USUAL_SCORES } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { pdfPages } from '../../../../documents/src/testing/pdf-text.ts'
import { newId } from '../../db/new-id.ts'
import { Refused } from '../../errors.ts'
import { anAgency } from '../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../testing/test-runtime.ts'
import { createDepartment } from '../agencies/create-department.ts'
import { draftSkeleton } from '../annual-reports/skeleton/draft-skeleton.ts'
import { textOf } from '../annual-reports/skeleton/span.ts'
import { bulletinFile } from './bulletin-file.ts'
import { closeCall, issueCall, listCalls } from './calls.ts'
import { cancelCredit, creditItem, deductFromUnit } from './credit-item.ts'
import { editItem, turnDownItem } from './edit-item.ts'
import { getItem } from './get-item.ts'
import { issueBulletin } from './issue-bulletin.ts'
import { attachItemFile, previewItemFile, readItemFile, removeItemFile } from './item-files.ts'
import { getBulletin } from './list-bulletins.ts'
import { listItems } from './list-items.ts'
import { rankUnits } from './rank-units.ts'
import { rankingNotice } from './ranking-notice.ts'
import { saveBulletin } from './save-bulletin.ts'
import { getScoreRules, saveScoreRules } from './score-rules.ts'
import { submitItem } from './submit-item.ts'
import { draftItem, type ItemContent, writeItem } from './write-item.ts'

const BODY =
  '社会事务局合并移民后期扶持资金申报环节，实行一次告知、一表申请，发放时间由30天缩短为12天。存在的问题主要是村镇两级重复公示，建议合并。'

let runtime: TestRuntime
let agencyId: string
let finance: string
let affairs: string

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  const admin = runtime.as({ agencyId, roles: ['system-admin'] }, '2026-01-05')
  const unit = (name: string) =>
    createDepartment(admin, { agencyId, name, contactName: '', contactPhone: '' })
  finance = await unit('财政局')
  affairs = await unit('社会事务局')
})

type Person = 'clerk' | 'office-head' | 'leader' | 'reviewer'
const people = new Map<string, string>()
function as(role: Person, on = '2026-11-20', departmentId: string | null = null) {
  const key = `${role} ${departmentId}`
  const staffId = people.get(key) ?? newId()
  people.set(key, staffId)
  const ctx = runtime.as({ agencyId, roles: [role], staffId, name: role }, on)
  return ctx.actor.kind === 'staff' ? { ...ctx, actor: { ...ctx.actor, departmentId } } : ctx
}

const content = (what: Partial<ItemContent> = {}): ItemContent => ({
  kind: 'experience',
  unitId: affairs,
  callId: null,
  title: '移民扶持资金发放提速',
  body: BODY,
  author: '赵丽',
  eventAt: null,
  ...what,
})

async function submitted(what: Partial<ItemContent> = {}, on = '2026-11-20') {
  const clerk = as('clerk', on)
  const { itemId, version } = await draftItem(clerk, { agencyId, content: content(what) })
  const done = await submitItem(clerk, { agencyId, itemId, version, signedBy: '赵丽' })
  return { agencyId, itemId, ...done }
}

async function code(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof Refused) return error.refusal.code
  return error instanceof Error ? error.name : 'done'
}

describe('报送', () => {
  it('takes what a unit writes, with a number, the head who signed it, and keeps the words handed in', async () => {
    const clerk = as('clerk', '2026-11-20', affairs)
    const { itemId, version } = await draftItem(clerk, { agencyId, content: content() })
    const on = { agencyId, itemId, version }
    await expect(submitItem(clerk, { ...on, signedBy: ' ' })).rejects.toThrow('签发的单位负责人')
    const { number } = await submitItem(clerk, { ...on, signedBy: '赵丽' })
    expect(number).toMatch(/^政信〔2026〕\d+号$/)
    expect(await code(writeItem(clerk, { ...on, version: 2, content: content() }))).toBe('Invalid')

    const head = as('office-head')
    await editItem(head, {
      ...on,
      version: 2,
      title: '扶持资金发放缩短至12天',
      body: '发放时间缩短。',
      factsCorrected: '“20天”改为“12天”',
    })
    const file = await getItem(head, on)
    expect([file.state, file.title, file.submittedTitle]).toEqual([
      'editing',
      '扶持资金发放缩短至12天',
      '移民扶持资金发放提速',
    ])
    await turnDownItem(head, { ...on, version: 3, how: 'return', reason: '请补充发放人数' })
    const back = await getItem(clerk, on)
    expect([back.state, back.title, back.qualities?.accurate.returns]).toEqual([
      'returned',
      '移民扶持资金发放提速',
      1,
    ])
  })

  it('keeps units apart: a clerk of one reads and writes nothing of another', async () => {
    const { itemId } = await submitted()
    const other = as('clerk', '2026-11-20', finance)
    expect(await code(getItem(other, { agencyId, itemId }))).toBe('Forbidden')
    expect(await code(draftItem(other, { agencyId, content: content() }))).toBe('Forbidden')
    const { items } = await listItems(other, { agencyId })
    expect(items.filter(({ unitId }) => unitId !== finance)).toEqual([])
    expect(
      await code(
        editItem(other, { agencyId, itemId, version: 2, title: '改', body: '改', factsCorrected: '' }),
      ),
    ).toBe('Forbidden')
  })

  it('keeps nothing that carries a mark of secrecy, and hands in no identity number', async () => {
    const clerk = as('clerk')
    const secret = content({ body: '机密★1年\n涉及防务工程。' })
    expect(await code(draftItem(clerk, { agencyId, content: secret }))).toBe('secret-mark')
    const { itemId, version } = await draftItem(clerk, {
      agencyId,
      content: content({ body: '张某，身份证号11010519491231002X，反映补贴没有到账。' }),
    })
    expect(await code(submitItem(clerk, { agencyId, itemId, version, signedBy: '赵丽' }))).toBe(
      'screening-veto',
    )
    expect((await getItem(clerk, { agencyId, itemId })).state).toBe('draft')
  })
})

describe('快新准深精', () => {
  it('are facts with their source: hours, likeness, returns, words, length', async () => {
    const text =
      '皇路店镇清洁取暖补贴从申报到发放平均需经五个环节，群众反映等待时间偏长。主要是村镇两级各公示一次。建议合并公示。'
    const first = await submitted({ kind: 'problem', title: '取暖补贴环节偏多', body: text })
    // The clerk's noon in China is 04:00 of Greenwich; the event was at 06:30 in the morning.
    const again = await submitted({
      kind: 'news',
      title: '取暖补贴环节多',
      body: text.replace('等待时间偏长', '等得太久'),
      eventAt: new Date('2026-11-20T06:30:00+08:00'),
    })
    const head = as('office-head')
    const file = await getItem(head, again)
    expect(file.qualities).toMatchObject({
      quick: { hours: 5.5 },
      fresh: { likeItemId: first.itemId },
      accurate: { returns: 0, factsCorrected: '' },
      deep: { isDeepKind: false, marks: { problem: false, cause: true, advice: true } },
      concise: { submittedLength: 54, editedLength: 54, editedShare: 0 },
    })
    expect(file.qualities?.fresh.likeness ?? 0).toBeGreaterThan(0.8)
    expect(file.likeTitle).toBe('取暖补贴环节偏多')
    expect((await getItem(head, first)).qualities).toMatchObject({
      quick: { hours: null },
      deep: { isDeepKind: true },
    })
  })
})

describe('采用、计分、通报', () => {
  it('gives the points of the table in force that day, and a new table leaves them as they were', async () => {
    const head = as('office-head', '2025-03-20')
    const item = await submitted({ title: '春耕备播' }, '2025-03-10')
    const adopt = (version: number, what: string) =>
      creditItem(head, {
        ...item,
        version,
        kind: 'adoption',
        code: what,
        on: '2025-03-20',
        detail: '《南阳政务信息》第12期',
      })
    expect(
      await code(
        creditItem(as('clerk'), {
          ...item,
          kind: 'adoption',
          code: 'city-single',
          on: '2025-03-20',
          detail: '采用',
        }),
      ),
    ).toBe('Forbidden')
    await adopt(item.version, 'city-single')
    const tomorrow = {
      kind: 'instruction',
      code: 'city-note',
      on: '2025-03-21',
      detail: '副市长批示',
    } as const
    await expect(creditItem(head, { ...item, version: item.version + 1, ...tomorrow })).rejects.toThrow(
      '日期不能晚于今天',
    )
    const { version, scores } = await getScoreRules(head, { agencyId })
    const doubled = scores.entries.map((one) => (one.code === 'city-single' ? { ...one, points: 60 } : one))
    await saveScoreRules(head, {
      agencyId,
      version,
      scores: { ...scores, entries: doubled },
      reason: '提高市级分值',
    })
    await adopt(item.version + 1, 'city-single')
    const file = await getItem(head, item)
    expect([file.state, ...file.credits.map(({ points }) => points)]).toEqual(['adopted', 50, 60])

    const second = file.credits[1]
    await cancelCredit(head, { agencyId, creditId: second?.creditId ?? '', reason: '重复登记' })
    await deductFromUnit(head, {
      agencyId,
      unitId: finance,
      code: 'missed',
      on: '2025-03-19',
      detail: '汛情没有报',
    })
    const ranking = await rankUnits(head, { agencyId, year: 2025, month: 3 })
    expect(
      ranking.standings.map(({ name, rank, submitted: handedIn, adopted, total }) => [
        name,
        rank,
        handedIn,
        adopted,
        total,
      ]),
    ).toEqual([
      ['社会事务局', 1, 1, 1, 50],
      ['财政局', 2, 0, 0, -20],
    ])
    expect(
      (await rankUnits(head, { agencyId, year: 2024, month: null })).standings.map(({ total }) => total),
    ).toEqual([0, 0])
    const { bytes, name } = await rankingNotice(head, { agencyId, year: 2025, month: 3, type: 'pdf' })
    expect(name).toBe('关于2025年3月政务信息报送采用情况的通报.pdf')
    expect((await pdfPages(bytes)).join('').replaceAll(/\s/g, '')).toContain('1社会事务局110050050')
    expect(USUAL_SCORES.entries.find((one) => one.code === 'city-single')?.points).toBe(50)
  })
})

describe('约稿', () => {
  it('asks units for a topic until a day, and shows who has answered', async () => {
    const head = as('office-head')
    const { callId } = await issueCall(head, {
      agencyId,
      fromOffice: '南阳市政府办公室',
      topic: '冬季清洁取暖',
      requirements: '1500字以内，附数据',
      unitIds: [affairs, finance],
      dueOn: '2026-11-25',
    })
    await submitted({ callId, title: '清洁取暖进展' })
    const [call] = await listCalls(as('office-head', '2026-11-26'), { agencyId })
    expect(call?.units.map(({ name, submitted: items }) => [name, items])).toEqual([
      ['财政局', 0],
      ['社会事务局', 1],
    ])
    expect(call?.overdue).toBe(true)
    await closeCall(head, { agencyId, callId, version: 1 })
    expect(await code(draftItem(as('clerk'), { agencyId, content: content({ callId }) }))).toBe('Invalid')
  })
})

describe('期刊', () => {
  it('is signed by a leader who did not edit it, numbered, fixed in its words, and every item counts as adopted', async () => {
    const head = as('office-head')
    const one = await submitted({ title: '扶持资金发放提速' })
    const two = await submitted({
      title: '园区用工对接',
      body: '举办招聘会三场，签约212人。',
      unitId: finance,
    })
    const issue = {
      paper: '示例政务信息',
      editor: '党政办公室',
      scoreCode: 'own-bulletin',
      reportTo: '区领导',
      sendTo: '各单位',
    }
    const itemIds = [two.itemId, one.itemId]
    const made = await saveBulletin(head, {
      agencyId,
      bulletinId: null,
      version: 0,
      content: { ...issue, itemIds },
    })
    const on = { agencyId, ...made }
    expect(await code(issueBulletin(head, on))).toBe('Forbidden')
    const out = await issueBulletin(as('leader'), on)
    expect([out.issue, out.totalIssue]).toEqual([1, 1])
    expect(await code(issueBulletin(as('leader'), { ...on, version: out.version }))).toBe('Stale')

    const adopted = await getItem(head, one)
    expect([adopted.state, adopted.credits[0]?.detail]).toEqual(['adopted', '《示例政务信息》2026年第1期'])
    await editItem(head, {
      ...one,
      version: adopted.version,
      title: '后来改的标题',
      body: '后来改的正文',
      factsCorrected: '',
    })
    expect((await getBulletin(head, on)).shown.map(({ title }) => title)).toEqual([
      '园区用工对接',
      '扶持资金发放提速',
    ])
    const { bytes, name } = await bulletinFile(head, { ...on, type: 'pdf' })
    expect(name).toBe('示例政务信息2026年第1期.pdf')
    const words = (await pdfPages(bytes)).join('').replaceAll(/\s/g, '')
    for (const part of [
      '2026年第1期（总第1期）',
      '园区用工对接',
      '（财政局供稿）',
      '报：区领导',
      '签发：leader',
    ])
      expect(words).toContain(part)
  })
})

it('tells the year in section one of the annual report, each number with its items', async () => {
  const topics = await draftSkeleton(as('clerk', '2026-01-10'), { agencyId, year: 2025 })
  const topic = topics.find((one) => one.topic === '政务信息')
  expect(topic?.lines.map(textOf)).toEqual(['2025年，各单位报送政务信息1条，采用1条次。'])
  const [, figure] = topic?.lines[0] ?? []
  expect(figure?.source).toMatchObject({
    kind: 'members',
    total: 1,
    members: [{ kind: 'briefing', title: '春耕备播' }],
  })
  const other = await draftSkeleton(as('clerk', '2026-01-10'), { agencyId, year: 2023 })
  expect(other.some((one) => one.topic === '政务信息')).toBe(false)
})

describe('附件', () => {
  const csv = { name: '扶持资金测算.csv', bytes: new Uint8Array(Buffer.from('村,户数\n张庄,12')) }

  it('hang on an item until it is handed in, for its own unit, and can be looked at by who may read the item', async () => {
    const clerk = as('clerk', '2026-11-20', affairs)
    const { itemId, version } = await draftItem(clerk, { agencyId, content: content() })
    const on = { agencyId, itemId }
    const stranger = as('clerk', '2026-11-20', finance)
    await expect(attachItemFile(stranger, { ...on, version, ...csv })).rejects.toThrow('本单位')
    const { fileId, version: next } = await attachItemFile(clerk, { ...on, version, ...csv })
    expect((await getItem(as('leader'), on)).files).toMatchObject([
      { fileId, name: '扶持资金测算.csv', sizeBytes: 20 },
    ])
    const { pages } = await previewItemFile(as('leader'), { ...on, fileId })
    expect(pages.join()).toContain('<td>张庄</td><td>12</td>')
    await expect(previewItemFile(stranger, { ...on, fileId })).rejects.toThrow('本单位')
    await expect(readItemFile(stranger, { ...on, fileId })).rejects.toThrow('本单位')

    const done = await submitItem(clerk, { ...on, version: next, signedBy: '赵丽' })
    await expect(attachItemFile(clerk, { ...on, version: done.version, ...csv })).rejects.toThrow('不能')
    await expect(removeItemFile(clerk, { ...on, version: done.version, fileId })).rejects.toThrow('不能')
    const returned = await turnDownItem(as('office-head'), {
      ...on,
      version: done.version,
      how: 'return',
      reason: '附件有误',
    })
    await removeItemFile(clerk, { ...on, version: returned.version, fileId })
    await expect(readItemFile(clerk, { ...on, fileId })).rejects.toThrow('这个附件')
  })

  it('with a mark of secrecy are not kept, nor what is no file of an office', async () => {
    const clerk = as('clerk')
    const { itemId, version } = await draftItem(clerk, { agencyId, content: content() })
    const attach = (name: string, text: string) =>
      code(
        attachItemFile(clerk, { agencyId, itemId, version, name, bytes: new Uint8Array(Buffer.from(text)) }),
      )
    expect(await attach('会议材料.txt', '机密★5年\n会议材料')).toBe('secret-mark')
    expect(await attach('程序.exe', 'MZ')).toBe('Invalid')
    expect((await getItem(clerk, { agencyId, itemId })).files).toEqual([])
  })
})

import { type ContentForm, type DeadlineLimit, parsePlainDate } from '@mingfu/law'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../db/new-id.ts'
import { A_PENALTY, aColumn, aDocument, content, theOffice } from '../../../testing/a-document.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { updateAgency } from '../../agencies/update-agency.ts'
import { placeDocument } from '../catalogue/place-document.ts'
import { draftDocument } from '../draft-document.ts'
import { getDocument } from '../get-document.ts'
import { saveFormerName } from '../organ/organ-names.ts'
import { recordOrganChange } from '../organ/record-organ-change.ts'
import { relateDocuments } from '../relation/relate-documents.ts'
import { publishingTasks } from './publishing-tasks.ts'
import { remindPublication } from './remind-publication.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string
const ids: Record<string, string> = {}

/** A catalogue in force with these duties, each with its words, its limit, and the column in which it is shown. */
async function aCatalogue(
  duties: readonly (readonly [name: string, words: string, limit: DeadlineLimit, node: string | null])[],
) {
  const db = runtime.asSystem(agencyId).db
  const version = { agency_id: agencyId, catalogue: 'basic', version: 1 }
  await db
    .insertInto('catalogue_version')
    .values({
      ...version,
      state: 'in-force',
      file_name: '目录.xlsx',
      made_at: new Date(),
      made_by: '王敏',
      approved_at: new Date(),
      approved_by: '郑国栋',
    })
    .execute()
  for (const [index, [name, words, limit, node]] of duties.entries()) {
    ids[name] = newId()
    await db
      .insertInto('catalogue_entry')
      .values({
        ...version,
        entry_id: ids[name],
        sort_order: index,
        path: [name],
        content_required: name,
        deadline_text: words,
        deadline_limit: JSON.stringify(limit),
        basis: ['条例'],
        responsible_unit: '财政局',
        channels: '{}',
        mode: 'proactive',
        level: 'both',
        update_class: 'on-change',
        legal_items: ['A20_06'],
        node_id: node,
      })
      .execute()
  }
}

beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime)
  nodeId = await aColumn(runtime, agencyId, { code: 'all', title: '全部' })
  const own = await aColumn(runtime, agencyId, { code: 'penalties', title: '行政处罚' })
  ids.column = own
  await aCatalogue([
    ['处罚决定', '自作出决定之日起3个工作日内', { unit: 'working-day', amount: 3 }, own],
    ['规范性文件', '自形成之日起5个工作日内', { unit: 'working-day', amount: 5 }, null],
    ['迟于条例', '自形成之日起60个工作日内', { unit: 'working-day', amount: 60 }, null],
  ])
})

const drafted = async (what: Parameters<typeof content>[1], node = nodeId) => {
  const { drafter } = theOffice(runtime, agencyId)
  const { documentId } = await draftDocument(drafter, { agencyId, content: content(node, what) })
  return { agencyId, documentId }
}
const penalty = { kind: 'penalty' as const, legalItem: 'A20_06', form: A_PENALTY as ContentForm }

describe('公开期限 by the organ’s own catalogue', () => {
  it('the duty of a column sets the limit of what stands in it', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const document = await getDocument(drafter, await drafted(penalty, ids.column))
    // Decided on Monday 2026年6月1日: 2日、3日、4日.
    expect([document.publishDueOn, document.dueRule]).toEqual([
      '2026-06-04',
      '目录“处罚决定”：自作出决定之日起3个工作日内',
    ])
  })

  it('placing a document under a duty changes its day; a duty may not ask for more time than the law gives', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const which = await drafted({ writtenOn: parsePlainDate('2026-06-01') })
    // 20 working days from 6月1日, 6月19日 off: 6月30日.
    expect((await getDocument(drafter, which)).publishDueOn).toBe('2026-06-30')
    const under = (name: string) =>
      placeDocument(drafter, { ...which, placements: [{ kind: 'entry', target: ids[name] ?? '' }] })
    await under('规范性文件')
    expect((await getDocument(drafter, which)).publishDueOn).toBe('2026-06-08')
    await under('迟于条例')
    const late = await getDocument(drafter, which)
    expect([late.publishDueOn, late.dueRule]).toEqual(['2026-06-30', '一般政府信息'])
  })

  it('an interpretation is due three working days after its document came out', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const document = await aDocument(runtime, agencyId, { nodeId })
    const which = await drafted({ kind: 'interpretation', documentNumber: null, form: {} })
    await relateDocuments(drafter, {
      agencyId,
      fromId: which.documentId,
      toId: document.documentId,
      kind: 'interprets',
      effectiveOn: parsePlainDate('2026-06-15'),
    })
    expect((await getDocument(drafter, which)).publishDueOn).toBe('2026-06-18')
  })
})

describe('公开待办', () => {
  it('tells of the half and of four fifths of the time, and of what has run out, each stage once', async () => {
    const other = await anAgency(runtime)
    const column = await aColumn(runtime, other, { code: 'all', title: '全部' })
    const on = (day: string) => theOffice(runtime, other, day).drafter
    await draftDocument(on('2024-03-01'), {
      agencyId: other,
      content: content(column, {
        writtenOn: parsePlainDate('2024-03-01'),
        documentNumber: '鸭管〔2024〕2号',
      }),
    })
    const levels = async (day: string) =>
      (await publishingTasks(on(day), other))
        .filter(({ kind }) => kind === 'document')
        .map(({ level }) => level)
    // Written 2024-03-01, due 03-29; half on 03-15, four fifths on 03-25.
    expect(await levels('2024-03-14')).toEqual([])
    expect(await levels('2024-03-15')).toEqual(['soon'])
    expect(await levels('2024-03-25')).toEqual(['urgent'])
    expect(await levels('2024-03-29')).toEqual(['urgent'])
    expect(await levels('2024-03-30')).toEqual(['overdue'])
    const remind = (day: string) =>
      remindPublication({ ...runtime.asSystem('all'), today: parsePlainDate(day) })
    await remind('2024-03-15')
    await remind('2024-03-16')
    const rows = await runtime
      .asSystem(other)
      .db.selectFrom('publishing_reminder')
      .select(['level'])
      .where('agency_id', '=', other)
      .execute()
    expect(rows).toEqual([{ level: 'soon' }])
  })

  it('a duty without an item stands there for its unit', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    const duties = (await publishingTasks(drafter, agencyId)).filter(({ kind }) => kind === 'duty')
    expect(duties.map(({ text, unit }) => [text, unit])).toContainEqual([
      '公开事项“规范性文件”没有现行有效的信息',
      '财政局',
    ])
  })

  it('a change of leaders is owed until the page of leaders says so', async () => {
    const { drafter } = theOffice(runtime, agencyId)
    await recordOrganChange(drafter, {
      agencyId,
      kind: 'leaders',
      happenedOn: parsePlainDate('2026-06-10'),
      note: '副主任分工调整',
    })
    const owed = async () =>
      (await publishingTasks(drafter, agencyId))
        .filter(({ kind }) => kind === 'organ-change')
        .map(({ dueOn, level, path }) => [dueOn, level, path])
    // 6月11日、12日、15日、16日、17日 are the five working days.
    expect(await owed()).toEqual([
      ['2026-06-17', 'urgent', '/disclosure?kind=leaders'],
      ['2026-06-17', 'urgent', '/disclosure?kind=organisation'],
    ])
    await aDocument(runtime, agencyId, {
      nodeId,
      content: {
        kind: 'leaders',
        documentNumber: null,
        title: '领导成员及分工',
        form: { leaders: [{ name: '郑国栋', office: '主任', duties: '主持全面工作。' }] },
      },
    })
    expect(await owed()).toEqual([['2026-06-17', 'urgent', '/disclosure?kind=organisation']])
  })
})

describe('机关名称', () => {
  it('a document of before the reform bears the name of then', async () => {
    const system = runtime.as({ agencyId, roles: ['system-admin'] }, '2026-06-15')
    await saveFormerName(system, {
      agencyId,
      name: '鸭河口工程管理局',
      shortName: '',
      usedUntil: parsePlainDate('2019-02-28'),
    })
    const { drafter } = theOffice(runtime, agencyId)
    const old = { writtenOn: parsePlainDate('2018-06-01'), documentNumber: '鸭管〔2018〕2号' }
    const hints = async (issuer: string) =>
      (await getDocument(drafter, await drafted({ ...old, issuer }))).hints
    expect(await hints('鸭河口工程管理局')).toEqual([])
    expect(await hints('鸭河工区管理委员会')).toEqual([
      '发布机构写作“鸭河工区管理委员会”，成文时本机关的名称是“鸭河口工程管理局”，请核对',
    ])
  })

  it('a new name keeps the old one on record, and guide and profile are owed', async () => {
    const own = await anAgency(runtime, { slug: `renamed-${Date.now()}` })
    const before = await runtime
      .asSystem(own)
      .db.selectFrom('agency')
      .selectAll()
      .where('agency_id', '=', own)
      .executeTakeFirstOrThrow()
    await updateAgency(runtime.as({ agencyId: own, roles: ['system-admin'] }, '2026-06-15'), {
      agencyId: own,
      name: '鸭河工区综合管理委员会',
      shortName: before.short_name,
      orgType: before.org_type as 'department',
      documentWord: before.document_word,
      reconsiderationOrgan: before.reconsideration_organ,
      court: before.court,
    })
    const former = await runtime
      .asSystem(own)
      .db.selectFrom('agency_name')
      .select(['name', 'used_until'])
      .where('agency_id', '=', own)
      .execute()
    expect(former).toEqual([{ name: before.name, used_until: '2026-06-14' }])
    const tasks = await publishingTasks(theOffice(runtime, own).drafter, own)
    expect(tasks.map(({ path }) => path)).toEqual(['/disclosure/guide', '/disclosure?kind=organisation'])
  })
})

import { type LegalItemCode, parsePlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { Forbidden, Invalid, NotFound } from '../../../errors.ts'
import { aColumn, aDocument, theOffice } from '../../../testing/a-document.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { catalogueOf, flatten } from '../catalogue-of.ts'
import { approveCatalogue } from './approve-catalogue.ts'
import { buildFromStarter } from './build-from-starter.ts'
import { catalogueDuties } from './catalogue-duties.ts'
import { listVersions } from './catalogue-store.ts'
import { catalogueTemplate } from './catalogue-template.ts'
import { discardDraft } from './discard-draft.ts'
import { importCatalogue } from './import-catalogue.ts'
import { listEntriesInForce } from './list-entries-in-force.ts'
import { placeDocument } from './place-document.ts'
import { planDuty } from './plan-duty.ts'
import { previewCatalogue } from './preview-catalogue.ts'
import { previewStarter } from './preview-starter.ts'
import { removeEntry } from './remove-entry.ts'
import { saveEntry } from './save-entry.ts'

let runtime: TestRuntime
let agencyId: string
let office: ReturnType<typeof theOffice>
beforeEach(async () => {
  runtime ??= await testRuntime()
  agencyId = await anAgency(runtime)
  office = theOffice(runtime, agencyId)
})

const basic = () => ({ agencyId, catalogue: 'basic' }) as const
const starter = () => ({ ...basic(), organ: 'government', withColumns: true }) as const
const NOTHING = { updateClass: null, legalItem: null }
const ENTRY = {
  path: ['机构概况', '机构职能'],
  contentRequired: '本机关的职能和地址',
  deadlineText: '变更之日起3个工作日内',
  basis: ['【法规】《政府信息公开条例》第二十条第（二）项'],
  responsibleUnit: '党政办公室',
  channels: { website: 'required', gazette: 'none' },
  audience: '全社会',
  mode: 'proactive',
  level: 'city-county',
  updateClass: 'on-change',
  period: null,
  legalItems: ['A20_02'] as LegalItemCode[],
  isMandatory: true,
  nodeId: null,
  note: '',
} as const

async function approved() {
  const built = await buildFromStarter(office.drafter, starter())
  await approveCatalogue(office.leader, { ...basic(), version: built.version })
  return built
}

async function stateOf(name: string, on = '2026-06-15') {
  const { duties } = await catalogueDuties(theOffice(runtime, agencyId, on).drafter, basic())
  return duties.find(({ path }) => path.at(-1) === name)
}

describe('从起步目录建立', () => {
  it('previews what would come, keeps nothing of it, then makes a draft with the columns for its items', async () => {
    const plan = await previewStarter(office.drafter, starter())
    expect(plan.met).toEqual([])
    expect(plan.columns).toHaveLength(plan.added.length)
    expect(await listVersions(runtime.db, agencyId)).toEqual([])
    expect(await catalogueOf(runtime, agencyId)).toEqual([])

    const built = await buildFromStarter(office.drafter, starter())
    expect(built).toEqual({ version: 1, entries: plan.added.length, columns: plan.added.length })
    expect((await catalogueDuties(office.drafter, basic())).version).toBeNull()
    expect(await listVersions(runtime.db, agencyId)).toMatchObject([
      { version: 1, state: 'draft', source: 'starter', entries: plan.added.length },
    ])
    const tree = await catalogueOf(runtime, agencyId)
    expect(tree.map(({ title }) => title).slice(0, 3)).toEqual(['机构概况', '政策文件', '决策和执行'])
    expect(tree[0]?.children.map(({ code, title }) => [code, title])).toEqual([
      ['profile-functions', '机构职能'],
      ['profile-leaders', '领导信息'],
      ['profile-units', '内设机构和所属单位'],
    ])
  })

  it('leaves alone what the catalogue has, and adds it nowhere twice', async () => {
    const own = await aColumn(runtime, agencyId, {
      code: 'my-functions',
      title: '机构职能',
      columnType: '机构职能',
    })
    const { version } = await saveEntry(office.drafter, { ...basic(), entryId: null, ...ENTRY, nodeId: own })
    await approveCatalogue(office.leader, { ...basic(), version })

    const plan = await previewStarter(office.drafter, starter())
    expect(plan.met).toEqual([{ path: ['机构概况', '机构职能'], by: ['机构概况', '机构职能'] }])
    const built = await buildFromStarter(office.drafter, starter())
    await approveCatalogue(office.leader, { ...basic(), version: built.version })
    const { duties } = await catalogueDuties(office.drafter, basic())
    expect(duties.filter(({ path }) => path.at(-1) === '机构职能')).toMatchObject([
      {
        contentRequired: '本机关的职能和地址',
        nodeId: own,
        deadlineLimit: { unit: 'working-day', amount: 3 },
      },
    ])
    // The lines under the heading that was there stand beside it.
    expect(duties.slice(0, 3).map(({ path }) => path.join('/'))).toEqual([
      '机构概况/机构职能',
      '机构概况/领导信息',
      '机构概况/内设机构和所属单位',
    ])
    const titles = flatten(await catalogueOf(runtime, agencyId)).map(({ title }) => title)
    expect(titles.filter((title) => title === '机构职能')).toHaveLength(1)
    await expect(buildFromStarter(office.drafter, starter())).rejects.toThrow('没有可以增加的')
  })

  it('takes a standard catalogue beside it, for a reader who may not edit only to look at', async () => {
    const area = { agencyId, catalogue: 'area-05', organ: 'government', withColumns: false } as const
    const reviewer = office.reviewer
    await expect(previewStarter(reviewer, area)).rejects.toThrow(Forbidden)
    await expect(buildFromStarter(reviewer, area)).rejects.toThrow(Forbidden)
    const built = await buildFromStarter(office.drafter, area)
    expect(built.columns).toBe(0)
    await approveCatalogue(office.leader, { ...area, version: built.version })
    const inForce = await listEntriesInForce(office.drafter, { agencyId })
    expect(inForce).toHaveLength(built.entries)
    expect(inForce[0]).toMatchObject({ catalogue: 'area-05', path: ['综合业务', '政策法规文件'] })
  })

  it('comes back from its own workbook unchanged, notes and columns and all', async () => {
    await approved()
    const { bytes, name } = await catalogueTemplate(office.drafter, basic())
    const file = { ...basic(), name, bytes, defaults: NOTHING }
    const { faults, changes } = await previewCatalogue(office.drafter, file)
    expect(faults).toEqual([])
    expect(changes).toMatchObject({ added: 0, changed: 0, removed: [] })
    const before = await catalogueDuties(office.drafter, basic())
    const { version } = await importCatalogue(office.drafter, file)
    const after = await catalogueDuties(office.drafter, { ...basic(), version })
    expect(after.duties).toEqual(before.duties)
  })
})

describe('在线修改公开事项', () => {
  it('changes a draft made from what is in force, and what is in force only once it is approved', async () => {
    await approved()
    const { entryId = '' } = (await stateOf('机构职能')) ?? {}
    await planDuty(office.drafter, { agencyId, entryId, plannedOn: parsePlainDate('2026-07-01'), note: '' })
    const { version } = await saveEntry(office.drafter, { ...basic(), entryId, ...ENTRY })
    expect(version).toBe(2)
    expect((await stateOf('机构职能'))?.contentRequired).not.toBe('本机关的职能和地址')
    const again = await saveEntry(office.drafter, { ...basic(), entryId, ...ENTRY, note: '请办公室核对' })
    expect(again.version).toBe(2)
    await approveCatalogue(office.leader, { ...basic(), version })
    // The same matter: its plan is still with it, and an open box says nothing.
    expect(await stateOf('机构职能')).toMatchObject({
      entryId,
      contentRequired: '本机关的职能和地址',
      channels: { website: 'required' },
      note: '请办公室核对',
      state: 'planned',
    })
  })

  it('adds under the heading and takes away; a draft that is given up changes nothing', async () => {
    const { entries } = await approved()
    const gone = (await stateOf('领导信息'))?.entryId ?? ''
    const { version } = await removeEntry(office.drafter, { ...basic(), entryId: gone })
    await saveEntry(office.drafter, { ...basic(), entryId: null, ...ENTRY, path: ['机构概况', '值班电话'] })
    const draft = await catalogueDuties(office.drafter, { ...basic(), version })
    expect(draft.duties.slice(0, 4).map(({ path }) => path[1])).toEqual([
      '机构职能',
      '内设机构和所属单位',
      '值班电话',
      '行政规范性文件',
    ])
    await discardDraft(office.drafter, { ...basic(), version })
    await expect(discardDraft(office.drafter, { ...basic(), version })).rejects.toThrow(NotFound)
    expect((await catalogueDuties(office.drafter, basic())).duties).toHaveLength(entries)
  })

  it('refuses a line that is not whole, comes twice, or is of another level', async () => {
    await approved()
    const before = await listVersions(runtime.db, agencyId)
    const save = (words: object) =>
      saveEntry(office.drafter, { ...basic(), entryId: null, ...ENTRY, ...words })
    await expect(save({ channels: { website: 'none' } })).rejects.toThrow('请填写公开渠道')
    await expect(save({ legalItems: ['A21_TOWN_HOMESTEAD'] })).rejects.toThrow('只由乡镇选用')
    await expect(save({ nodeId: '00000000-0000-7000-8000-0000000000ff' })).rejects.toThrow('没有这个栏目')
    const twice = await stateOf('领导信息')
    await expect(save({ ...twice, entryId: null, agencyId })).rejects.toThrow(Invalid)
    await expect(saveEntry(office.reviewer, { ...basic(), entryId: null, ...ENTRY })).rejects.toThrow(
      Forbidden,
    )
    expect(await listVersions(runtime.db, agencyId)).toEqual(before)
  })

  it('keeps in the database what has been approved as it was', async () => {
    await approved()
    const changed = await sql`update catalogue_entry set note = 'x' where agency_id = ${agencyId}`.execute(
      runtime.db,
    )
    const gone = await sql`delete from catalogue_entry where agency_id = ${agencyId}`.execute(runtime.db)
    expect([changed.numAffectedRows, gone.numAffectedRows]).toEqual([0n, 0n])
  })
})

describe('起步目录上的覆盖和更新', () => {
  it('counts what its column holds, grows stale by its class, and misses what is planned too late', async () => {
    await approved()
    const nodes = new Map(
      flatten(await catalogueOf(runtime, agencyId)).map(({ code, nodeId }) => [code, nodeId]),
    )
    expect(await stateOf('行政规范性文件')).toMatchObject({ state: 'missing', items: 0 })
    // Where the organ does not have the matter, nothing is owed.
    expect(await stateOf('公务员招考')).toMatchObject({ state: 'optional' })
    const document = await aDocument(runtime, agencyId, {
      nodeId: nodes.get('policy-normative') ?? '',
      on: '2026-06-15',
    })
    expect(await stateOf('行政规范性文件')).toMatchObject({ state: 'fresh', items: 1, dueOn: '2026-12-15' })
    expect(await stateOf('行政规范性文件', '2026-12-16')).toMatchObject({ state: 'stale' })

    const budget = (await stateOf('政府预算'))?.entryId ?? ''
    await planDuty(office.drafter, {
      agencyId,
      entryId: budget,
      plannedOn: parsePlainDate('2026-07-01'),
      note: '',
    })
    expect(await stateOf('政府预算', '2026-07-02')).toMatchObject({ state: 'plan-missed' })
    // One text, two places: the budget's duty is met by placing it, its own column keeps counting it.
    await placeDocument(office.drafter, { ...document, placements: [{ kind: 'entry', target: budget }] })
    expect(await stateOf('政府预算')).toMatchObject({ state: 'fresh', items: 1, dueOn: '2027-06-15' })
    expect(await stateOf('行政规范性文件')).toMatchObject({ items: 1 })
  })
})

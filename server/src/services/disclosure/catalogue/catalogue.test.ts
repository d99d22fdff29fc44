import { parsePlainDate } from '@mingfu/law'
import { tableTemplate } from '@mingfu/report'
import { beforeAll, describe, expect, it } from 'vitest'
import { Forbidden, Invalid } from '../../../errors.ts'
import { aColumn, aDocument, theOffice } from '../../../testing/a-document.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { catalogueOf } from '../catalogue-of.ts'
import { listPublished } from '../list-published.ts'
import { approveCatalogue } from './approve-catalogue.ts'
import { templateColumns } from './catalogue-columns.ts'
import { catalogueDuties } from './catalogue-duties.ts'
import { listVersions } from './catalogue-store.ts'
import { catalogueTemplate } from './catalogue-template.ts'
import { importCatalogue } from './import-catalogue.ts'
import { keyAreasOf } from './key-areas.ts'
import { placeDocument } from './place-document.ts'
import { planDuty } from './plan-duty.ts'
import { previewCatalogue } from './preview-catalogue.ts'
import { saveTopic, topicsOf } from './topics.ts'

let runtime: TestRuntime
let agencyId: string
let nodeId: string
let office: ReturnType<typeof theOffice>
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { creditCode: '11441700007280420Y' })
  nodeId = await aColumn(runtime, agencyId)
  office = theOffice(runtime, agencyId)
})

const NOTHING = { updateClass: null, legalItem: null }

// biome-ignore format: a table
const NORMATIVE = ['1', '政策文件', '行政规范性文件', '', '标题、文号、正文、有效性', '自形成之日起20个工作日内', '【法规】政府信息公开条例第二十条；【政策文件】国办发〔2016〕80号', '办公室', '■政府网站 □政府公报', '全社会', '主动', '县级', '通知政策', '', 'A20_01 行政法规、规章和规范性文件', '行政规范性文件', '是']
// biome-ignore format: a table
const BUDGET = ['2', '财政信息', '部门预算', '', '预算表及说明', '每年2月底前', '【法律】预算法第十四条', '财政局', '■政府网站', '全社会', '主动', '县级', '定期发布', '每年', 'A20_07 财政预算、决算信息', '', '是']

async function workbook(lines: readonly (readonly string[])[], name = '基本目录.xlsx') {
  const bytes = await tableTemplate({
    sheet: '公开目录',
    columns: templateColumns(['行政规范性文件']),
    lines,
  })
  return { agencyId, catalogue: 'basic', name, bytes, defaults: NOTHING }
}

/** The printed head of two rows as a web page saves it, with a merged first column. */
const PRINTED = `<table>
<tr><th rowspan="2">序号</th><th colspan="2">公开事项</th><th rowspan="2">公开内容（要素）</th><th rowspan="2">公开依据</th><th rowspan="2">公开时限</th><th rowspan="2">公开主体</th><th rowspan="2">公开渠道和载体</th><th colspan="2">公开对象</th><th colspan="2">公开方式</th><th colspan="2">公开层级</th></tr>
<tr><th>一级事项</th><th>二级事项</th><th>全社会</th><th>特定群体</th><th>主动</th><th>依申请</th><th>县级</th><th>乡、村级</th></tr>
<tr><td>1</td><td rowspan="2">招生管理</td><td>学校情况</td><td>办学性质、办学地点</td><td>《义务教育法》</td><td>信息形成20个工作日内</td><td>教育局</td><td>■政府网站 □政府公报 ■社区/企事业单位/村公示栏（电子屏）</td><td>√</td><td></td><td>√</td><td></td><td>√</td><td></td></tr>
<tr><td>2</td><td>招生结果</td><td>录取名单的查询方式</td><td>《义务教育法》</td><td>实时公开</td><td>教育局</td><td>■精准推送</td><td></td><td>考生家长</td><td></td><td>√</td><td>√</td><td>√</td></tr>
</table>`

describe('导入公开目录', () => {
  it('takes in a whole table as a version to be approved, and shows its duties once it is', async () => {
    const file = await workbook([NORMATIVE, BUDGET])
    const preview = await previewCatalogue(office.drafter, file)
    expect(preview.faults).toEqual([])
    expect(preview.changes).toEqual({ added: 2, kept: 0, changed: 0, removed: [] })
    expect(await importCatalogue(office.drafter, file)).toEqual({ version: 1, entries: 2 })
    expect(await catalogueDuties(office.drafter, { agencyId, catalogue: 'basic' })).toEqual({
      version: null,
      duties: [],
    })

    await expect(
      approveCatalogue(office.drafter, { agencyId, catalogue: 'basic', version: 1 }),
    ).rejects.toThrow(Forbidden)
    await approveCatalogue(office.leader, { agencyId, catalogue: 'basic', version: 1 })
    const { version, duties } = await catalogueDuties(office.drafter, { agencyId, catalogue: 'basic' })
    expect(version).toBe(1)
    expect(duties.map(({ path, state, nodeId: column }) => [path.join('/'), state, column])).toEqual([
      ['政策文件/行政规范性文件', 'missing', nodeId],
      ['财政信息/部门预算', 'missing', null],
    ])
    expect(duties[0]?.basis).toEqual(['【法规】政府信息公开条例第二十条', '【政策文件】国办发〔2016〕80号'])
    expect(duties[1]?.deadlineLimit).toEqual({ unit: 'fixed-date', month: 2, day: 28 })
  })

  it('names every fault by row and takes in nothing of a table with one', async () => {
    const broken = NORMATIVE.with(5, '').with(12, '随时')
    const file = await workbook([BUDGET, broken, BUDGET])
    const { faults } = await previewCatalogue(office.drafter, file)
    expect(faults).toEqual([
      {
        where: '工作表“公开目录”第3行',
        message:
          '“更新类别”填的是“随时”，请从以下选项中选择：动态要闻、通知政策、定期发布、变更时更新、随事项更新',
      },
      { where: '工作表“公开目录”第3行', message: '请填写公开时限' },
      { where: '工作表“公开目录”第3行', message: '请填写更新类别' },
      { where: '工作表“公开目录”第4行', message: '与工作表“公开目录”第2行的事项和内容相同，请删去一条' },
    ])
    const before = await listVersions(runtime.db, agencyId)
    await expect(importCatalogue(office.drafter, file)).rejects.toThrow(Invalid)
    expect(await listVersions(runtime.db, agencyId)).toEqual(before)
  })

  it('reads the printed standard catalogue with its head of two rows and merged cells', async () => {
    const bytes = new TextEncoder().encode(PRINTED)
    const file = {
      agencyId,
      catalogue: 'area-03',
      name: '义务教育.html',
      bytes,
      defaults: { updateClass: 'on-change', legalItem: 'A20_11' },
    } as const
    const { entries, faults } = await previewCatalogue(office.drafter, file)
    expect(faults).toEqual([])
    expect(
      entries.map(({ path, mode, level, audience, deadlineLimit }) => [
        path,
        mode,
        level,
        audience,
        deadlineLimit,
      ]),
    ).toEqual([
      [['招生管理', '学校情况'], 'proactive', 'city-county', '全社会', { unit: 'working-day', amount: 20 }],
      [['招生管理', '招生结果'], 'upon-request', 'both', '考生家长', { unit: 'realtime' }],
    ])
    expect(entries[0]?.channels).toEqual({ website: 'required', 'notice-board': 'required' })
  })

  it('refuses what is no catalogue with a sentence', async () => {
    const bytes = new TextEncoder().encode('<table><tr><td>姓名</td><td>电话</td><td>地址</td></tr></table>')
    await expect(
      previewCatalogue(office.drafter, {
        agencyId,
        catalogue: 'basic',
        name: 'a.html',
        bytes,
        defaults: NOTHING,
      }),
    ).rejects.toThrow('没有找到目录表格')
    const empty = { agencyId, catalogue: 'basic', name: 'a.xlsx', bytes: new Uint8Array(), defaults: NOTHING }
    await expect(previewCatalogue(office.drafter, empty)).rejects.toThrow('这个文件是空的')
  })

  it('gives the version in force as a workbook that comes back the same', async () => {
    const { bytes, name } = await catalogueTemplate(office.drafter, { agencyId, catalogue: 'basic' })
    expect(name).toBe('主动公开基本目录.xlsx')
    const back = await previewCatalogue(office.drafter, {
      agencyId,
      catalogue: 'basic',
      name,
      bytes,
      defaults: NOTHING,
    })
    expect(back.faults).toEqual([])
    expect(back.changes).toEqual({ added: 0, kept: 2, changed: 0, removed: [] })
  })

  it('keeps an entry the same in the next version, and says what goes', async () => {
    const [first] = (await catalogueDuties(office.drafter, { agencyId, catalogue: 'basic' })).duties
    const file = await workbook([NORMATIVE.with(7, '司法局')])
    expect((await previewCatalogue(office.drafter, file)).changes).toEqual({
      added: 0,
      kept: 0,
      changed: 1,
      removed: ['财政信息 › 部门预算'],
    })
    const { version } = await importCatalogue(office.drafter, file)
    const draft = await catalogueDuties(office.drafter, { agencyId, catalogue: 'basic', version })
    expect(draft.duties[0]?.entryId).toBe(first?.entryId)
    expect((await catalogueDuties(office.drafter, { agencyId, catalogue: 'basic' })).version).toBe(1)
  })
})

describe('覆盖、更新和计划', () => {
  it('counts the items of an entry’s own column and those placed under it, and sees the newest grow old', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId, on: '2026-06-15' })
    const on = (day: string) => theOffice(runtime, agencyId, day).drafter
    const duties = async (day: string) =>
      (await catalogueDuties(on(day), { agencyId, catalogue: 'basic' })).duties.map(
        ({ state, items, dueOn }) => [state, items, dueOn],
      )
    const [normative, budget] = (await catalogueDuties(office.drafter, { agencyId, catalogue: 'basic' }))
      .duties
    expect(await duties('2026-06-15')).toEqual([
      ['fresh', 1, '2026-12-15'],
      ['missing', 0, null],
    ])
    // 150 days after 15 June is 12 November.
    expect((await duties('2026-11-12'))[0]?.[0]).toBe('ageing')
    expect((await duties('2026-12-16'))[0]?.[0]).toBe('stale')

    const entryId = budget?.entryId ?? ''
    await planDuty(office.drafter, {
      agencyId,
      entryId,
      plannedOn: parsePlainDate('2026-07-01'),
      note: '待人大批准',
    })
    expect((await duties('2026-07-01'))[1]).toEqual(['planned', 0, '2026-07-01'])
    expect((await duties('2026-07-02'))[1]).toEqual(['plan-missed', 0, '2026-07-01'])
    await expect(
      planDuty(office.drafter, { agencyId, entryId, plannedOn: parsePlainDate('2026-06-14'), note: '' }),
    ).rejects.toThrow('不能早于今天')

    await placeDocument(office.drafter, { ...document, placements: [{ kind: 'entry', target: entryId }] })
    expect((await duties('2026-06-16'))[1]).toEqual(['fresh', 1, '2027-02-28'])
    expect(normative?.entryId).not.toBe(entryId)
  })

  it('shows one text in several places and counts it in each', async () => {
    const other = await aColumn(runtime, agencyId, { code: 'relief', title: '社会救助' })
    const document = await aDocument(runtime, agencyId, {
      nodeId,
      content: { keyAreas: [], documentNumber: '鸭管〔2026〕9号' },
    })
    await saveTopic(office.drafter, {
      agencyId,
      code: 'warm-winter',
      title: '温暖过冬',
      description: '',
      isOpen: true,
      sortOrder: 0,
    })
    const target = 'public-services:办理条件'
    await placeDocument(office.drafter, {
      ...document,
      placements: [
        { kind: 'column', target: other },
        { kind: 'topic', target: 'warm-winter' },
        { kind: 'key-content', target },
      ],
    })
    const ids = async (where: object) =>
      (await listPublished(office.drafter, { agencyId, ...where })).items.map(({ documentId }) => documentId)
    expect(await ids({ nodeIds: [other] })).toEqual([document.documentId])
    expect(await ids({ placedAt: { kind: 'topic', target: 'warm-winter' } })).toEqual([document.documentId])
    expect(await ids({ keyArea: 'public-services' })).toContain(document.documentId)
    expect((await catalogueOf(runtime, agencyId)).find(({ code }) => code === 'relief')?.count).toBe(1)
    expect((await topicsOf(runtime, agencyId))[0]?.count).toBe(1)
    const area = (await keyAreasOf(runtime, agencyId)).find(({ areaId }) => areaId === 'public-services')
    expect(area?.contents.map(({ content, count }) => [content, count])).toEqual([
      ['服务清单', 0],
      ['办理条件', 1],
      ['办理结果', 0],
    ])
  })

  it('refuses places that are not there', async () => {
    const document = await aDocument(runtime, agencyId, { nodeId })
    for (const placement of [
      { kind: 'key-content', target: 'public-services:天气' },
      { kind: 'column', target: '00000000-0000-7000-8000-0000000000ff' },
      { kind: 'topic', target: 'none' },
    ] as const) {
      await expect(placeDocument(office.drafter, { ...document, placements: [placement] })).rejects.toThrow(
        '请重新选择',
      )
    }
  })
})

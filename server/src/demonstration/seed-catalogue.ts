import { addDays, type KeyAreaId } from '@mingfu/law'
import { tableTemplate } from '@mingfu/report'
import { approveCatalogue } from '../services/disclosure/catalogue/approve-catalogue.ts'
import { buildFromStarter } from '../services/disclosure/catalogue/build-from-starter.ts'
import { templateColumns } from '../services/disclosure/catalogue/catalogue-columns.ts'
import { catalogueDuties } from '../services/disclosure/catalogue/catalogue-duties.ts'
import { importCatalogue } from '../services/disclosure/catalogue/import-catalogue.ts'
import { placeDocument } from '../services/disclosure/catalogue/place-document.ts'
import { keyContent, type Placement } from '../services/disclosure/catalogue/placement.ts'
import { planDuty } from '../services/disclosure/catalogue/plan-duty.ts'
import { saveTopic } from '../services/disclosure/catalogue/topics.ts'
import { CATALOGUE } from './documents/columns.ts'
import { DUTIES } from './duties.ts'
import type { Stage } from './stage.ts'

const RELIEF = 'area-05'

/** 基本目录、专题: the duties as an office brings them, from a workbook; a topic over what is published already. */
export async function seedCatalogue(stage: Stage, published: ReadonlyMap<string, string>): Promise<void> {
  const { agencyId, today } = stage
  const bytes = await tableTemplate({
    sheet: '公开目录',
    columns: templateColumns(CATALOGUE.map(({ title }) => title)),
    lines: DUTIES.map(
      ([path, content, deadline, basis, unit, updateClass, period, legalItem, column], index) => {
        const [level1 = '', level2 = ''] = path.split('/')
        const channels = '■政府网站 ■公开查阅点'
        return [
          String(index + 1),
          level1,
          level2,
          '',
          content,
          deadline,
          basis,
          unit,
          channels,
          '全社会',
          '主动',
          '县级',
          updateClass,
          period,
          legalItem,
          column,
          '是',
        ]
      },
    ),
  })
  const { version } = await importCatalogue(stage.as('jingban', today), {
    agencyId,
    catalogue: 'basic',
    name: '主动公开基本目录.xlsx',
    bytes,
    defaults: { updateClass: null, legalItem: null },
  })
  await approveCatalogue(stage.as('lingdao', today), { agencyId, catalogue: 'basic', version })
  const { duties } = await catalogueDuties(stage.as('jingban', today), { agencyId, catalogue: 'basic' })
  for (const { entryId } of duties.filter(({ items }) => items === 0)) {
    await planDuty(stage.as('jingban', today), {
      agencyId,
      entryId,
      plannedOn: addDays(today, 20),
      note: '第四季度抽检结束后公布',
    })
  }
  await saveTopic(stage.as('jingban', today), {
    agencyId,
    code: 'new-homes',
    title: '农村建房一件事',
    description: '宅基地申请、审批、建设和验收的政策与解读。',
    isOpen: true,
    sortOrder: 0,
  })
  await placeAll(stage, published)
  await seedStandardCatalogue(stage, published)
}

const TOPIC = { kind: 'topic', target: 'new-homes' } as const

/** Where else some of it is shown: a topic, and the contents that the key areas ask for. */
// biome-ignore format: a table
const PLACES: readonly (readonly [document: string, placements: readonly Placement[]])[] = [
  ['鸭管〔2024〕8号', [TOPIC]],
  ['《鸭河工区农村宅基地审批管理办法（试行）》政策解读', [TOPIC]],
  ['鸭河工区管委会行政权力清单（2026年版）', ['事项', '依据', '实施机构', '程序', '监督电话', '调整记录'].map((content) => key('power-list', content))],
  ['鸭河工区2026年财政预算公开', [key('public-funds', '预算、决算')]],
  ['鸭河工区2025年财政决算公开', [key('public-funds', '预算、决算')]],
  ['鸭河工区便民服务中心办公楼修缮项目中标结果公告', [key('public-funds', '政府采购')]],
  ['鸭管投资〔2026〕14号', [key('major-projects', '批准结果信息')]],
  ['农村宅基地申请办事指南', [key('public-services', '办理条件'), TOPIC]],
  ['食品安全监督抽检结果公告（2026年第9期）', [key('food-drugs', '抽检结果')]],
  ['鸭市监罚〔2026〕7号', [key('food-drugs', '行政处罚')]],
  ['关于申报2026年第四季度创业担保贷款的公告', [key('employment', '扶持政策')]],
  ['鸭管办〔2025〕21号', [key('work-safety', '应急预案')]],
]

function key(area: KeyAreaId, content: string): Placement {
  return { kind: 'key-content', target: keyContent(area, content) }
}

async function placeAll(stage: Stage, published: ReadonlyMap<string, string>): Promise<void> {
  for (const [name, placements] of PLACES) {
    const documentId = published.get(name)
    if (documentId === undefined) continue
    await placeDocument(stage.as('jingban', stage.today), {
      agencyId: stage.agencyId,
      documentId,
      placements,
    })
  }
}

/** 社会救助领域标准目录 from the starter catalogue, and the document that meets its first duty. */
async function seedStandardCatalogue(stage: Stage, published: ReadonlyMap<string, string>): Promise<void> {
  const { agencyId, today } = stage
  const which = { agencyId, catalogue: RELIEF }
  const { version } = await buildFromStarter(stage.as('jingban', today), {
    ...which,
    organ: null,
    withColumns: false,
  })
  await approveCatalogue(stage.as('lingdao', today), { ...which, version })
  const { duties } = await catalogueDuties(stage.as('jingban', today), which)
  const entryId = duties.find(({ path }) => path.join() === '临时救助,政策法规文件')?.entryId
  const documentId = published.get('鸭管〔2026〕2号')
  if (entryId === undefined || documentId === undefined) return
  await placeDocument(stage.as('jingban', today), {
    agencyId,
    documentId,
    placements: [{ kind: 'entry', target: entryId }],
  })
}

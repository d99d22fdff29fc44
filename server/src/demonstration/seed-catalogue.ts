import { addDays } from '@mingfu/law'
import { tableTemplate } from '@mingfu/report'
import { approveCatalogue } from '../services/disclosure/catalogue/approve-catalogue.ts'
import { templateColumns } from '../services/disclosure/catalogue/catalogue-columns.ts'
import { catalogueDuties } from '../services/disclosure/catalogue/catalogue-duties.ts'
import { importCatalogue } from '../services/disclosure/catalogue/import-catalogue.ts'
import { placeDocument } from '../services/disclosure/catalogue/place-document.ts'
import { planDuty } from '../services/disclosure/catalogue/plan-duty.ts'
import { saveTopic } from '../services/disclosure/catalogue/topics.ts'
import { CATALOGUE } from './documents/columns.ts'
import { DUTIES } from './duties.ts'
import type { Stage } from './stage.ts'

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
  for (const name of ['鸭管〔2024〕8号', '《鸭河工区农村宅基地审批管理办法（试行）》政策解读']) {
    const documentId = published.get(name)
    if (documentId === undefined) continue
    await placeDocument(stage.as('jingban', today), {
      agencyId,
      documentId,
      placements: [{ kind: 'topic', target: 'new-homes' }],
    })
  }
}

import { LEGAL_ITEMS, UPDATE_CLASSES, UPDATE_PERIODS } from '@mingfu/law'
import { tableTemplate } from '@mingfu/report'
import type { Context } from '../../context.ts'
import { catalogueOf } from '../catalogue-of.ts'
import { allowWithin } from '../own-agency.ts'
import { templateColumns } from './catalogue-columns.ts'
import { channelBoxes, ENTRY_LEVELS, ENTRY_MODES, titleOfCatalogue } from './catalogue-entry.ts'
import type { StoredEntry } from './catalogue-store.ts'
import { columnNames } from './column-names.ts'
import { entriesInForce } from './preview-catalogue.ts'

/** 目录模板: a workbook with drop-downs, already filled with what is in force, so that it can be revised and taken in again. */
export async function catalogueTemplate(
  ctx: Context,
  { agencyId, catalogue }: Readonly<{ agencyId: string; catalogue: string }>,
): Promise<{ name: string; bytes: Uint8Array }> {
  allowWithin(ctx, 'read-documents', agencyId)
  const title = titleOfCatalogue(catalogue)
  const titles = columnNames(await catalogueOf(ctx, agencyId))
  const entries = await entriesInForce(ctx.db, { agencyId, catalogue })
  const bytes = await tableTemplate({
    sheet: '公开目录',
    columns: templateColumns([...titles.values()]),
    lines: entries.map((entry, index) => lineOf(entry, index, titles)),
  })
  return { name: `${title}.xlsx`, bytes }
}

function lineOf(entry: StoredEntry, index: number, nodes: ReadonlyMap<string, string>): readonly string[] {
  const [level1 = '', level2 = '', level3 = ''] = entry.path
  return [
    String(index + 1),
    level1,
    level2,
    level3,
    entry.contentRequired,
    entry.deadlineText,
    entry.basis.join('；'),
    entry.responsibleUnit,
    channelBoxes(entry.channels),
    entry.audience,
    ENTRY_MODES[entry.mode],
    ENTRY_LEVELS[entry.level],
    UPDATE_CLASSES[entry.updateClass].label,
    entry.period === null ? '' : UPDATE_PERIODS[entry.period].label,
    entry.legalItems.map((code) => `${code} ${LEGAL_ITEMS[code].label}`).join('；'),
    nodes.get(entry.nodeId ?? '') ?? '',
    entry.isMandatory ? '是' : '否',
    entry.note,
  ]
}

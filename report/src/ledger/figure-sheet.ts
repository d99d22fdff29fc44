import type { WorkBook } from '@e965/xlsx'
import type { FormatId, YearlyFigures } from '@mingfu/law'
import type { LedgerFault } from './ledger.ts'
import { FIGURE_LINES, type FigureKey, SHEETS } from './ledger-sheets.ts'
import { gridOf, shown } from './sheet-reader.ts'

/** 年度数据: the figures of table two that come from no case. A blank one is unknown, not 0. */
export function readFigures(book: WorkBook, format: FormatId, faults: LedgerFault[]): YearlyFigures {
  const sheet = SHEETS.figures
  const worksheet = book.Sheets[sheet]
  if (worksheet === undefined) {
    faults.push({
      sheet,
      row: null,
      column: null,
      message: `缺少“${sheet}”工作表，请用 mingfu report ledger-template 生成台账后填写`,
    })
    return {}
  }
  const values = new Map<FigureKey, number>()
  gridOf(worksheet).forEach((cells, index) => {
    const line = FIGURE_LINES[format].find(({ title }) => title === shown(cells[0]))
    const entry = shown(cells[1])
    if (line === undefined || entry === '') return
    const value = Number(entry.normalize('NFKC').replaceAll(/[,\s]|[件项元]$/g, ''))
    if (Number.isSafeInteger(value) && value >= 0) values.set(line.key, value)
    else {
      const message = `“${sheet}”第${index + 1}行“${line.title}”填的是“${entry}”，请填写以${line.unit}为单位的非负整数`
      faults.push({ sheet, row: index + 1, column: '数值', message })
    }
  })
  return figuresOf(values)
}

type DecisionRow = keyof NonNullable<YearlyFigures['decisions']>
type CatalogueRow = keyof NonNullable<YearlyFigures['catalogues']>

function figuresOf(values: ReadonlyMap<FigureKey, number>): YearlyFigures {
  const decisions: Partial<Record<DecisionRow, number>> = {}
  const catalogues: Partial<Record<CatalogueRow, { priorYear: number; thisYear: number }>> = {}
  for (const [key, value] of values) {
    const [kind, row = ''] = key.split('.')
    if (kind === 'decisions') decisions[row as DecisionRow] = value
    if (kind === 'catalogue') {
      const prior = values.get(`catalogue.${row as CatalogueRow}.prior`)
      const now = values.get(`catalogue.${row as CatalogueRow}.this`)
      if (prior !== undefined && now !== undefined)
        catalogues[row as CatalogueRow] = { priorYear: prior, thisYear: now }
    }
  }
  const fees = values.get('feesInYuan')
  const items = values.get('procurement.items')
  const amount = values.get('procurement.amountInYuan')
  return {
    decisions,
    catalogues,
    ...(fees === undefined ? {} : { feesInYuan: fees }),
    ...(items === undefined || amount === undefined ? {} : { procurement: { items, amountInYuan: amount } }),
  }
}

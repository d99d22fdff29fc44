import type { CellTexts, ExtraRow, Printing, RepeatedRow, ReportTable, ReportTables } from '../report.ts'
import { TABLE_IDS } from '../report.ts'
import { isObject, type Loose, list, optional, shown, strings } from './loose.ts'

/** 三张表 of a report from elsewhere: rows and columns that hold text or numbers; whatever else is there is left out. */
export function usableTables(value: unknown): ReportTables {
  if (!isObject(value)) return {}
  return Object.fromEntries(
    TABLE_IDS.flatMap((id) => {
      const table = value[id]
      return isObject(table) ? [[id, usableTable(table)] as const] : []
    }),
  )
}

function usableTable(table: Loose): ReportTable {
  return {
    cells: cellTexts(table) ?? {},
    ...(table.image === true ? { image: true } : {}),
    ...optional('extraRows', extraRows(table.extraRows)),
    ...optional('subtotals', isObject(table.subtotals) ? cellTexts(table.subtotals) : undefined),
    ...optional('legalPersonSubtotal', strings(table.legalPersonSubtotal)),
    ...optional('repeatedRows', repeatedRows(table.repeatedRows)),
  }
}

/** `{cells: {row: {column: text}}}`, or the rows themselves. */
export function cellTexts(value: unknown): CellTexts | undefined {
  if (!isObject(value)) return undefined
  const rows = isObject(value.cells) ? value.cells : value
  const texts: Record<string, Record<string, string>> = {}
  for (const [row, columns] of Object.entries(rows)) {
    if (!isObject(columns)) continue
    if (areTexts(columns)) {
      texts[row] = columns
      continue
    }
    const printed = Object.entries(columns).filter(([, raw]) => !isObject(raw) && !Array.isArray(raw))
    texts[row] = Object.fromEntries(printed.map(([column, raw]) => [column, shown(raw)]))
  }
  return texts
}

function areTexts(columns: Loose): columns is Record<string, string> {
  return Object.values(columns).every((raw) => typeof raw === 'string')
}

function extraRows(value: unknown): readonly ExtraRow[] | undefined {
  return list(value)
    ?.filter(isObject)
    .map(({ label, values }) => ({ label: shown(label), values: (list(values) ?? []).map(shown) }))
}

function repeatedRows(value: unknown): readonly RepeatedRow[] | undefined {
  return list(value)
    ?.filter(isObject)
    .map(({ row, printings }) => ({
      row: shown(row),
      printings: (list(printings) ?? []).filter(isObject).map(printing),
    }))
    .filter(({ printings }) => printings.length > 1)
}

function printing({ where, values }: Loose): Printing {
  return { where: shown(where), ...optional('values', strings(values)) }
}

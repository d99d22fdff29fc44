import { type FormatId, findCell, REPORT_FORMATS } from '@mingfu/law'
import type { ReadReport } from '../locate/locate-report.ts'
import type { LocatedCell } from '../locate/located.ts'
import { type CellStatus, parseValue } from '../locate/parse-value.ts'
import { type CellTexts, type Report, type ReportComponent, type ReportTables, TABLE_IDS } from '../report.ts'
import { decodeText } from './decode-text.ts'
import type { Unread } from './source.ts'
import { UnreadableFile } from './unreadable-file.ts'

type Json = Readonly<Record<string, unknown>>

/** 年度报告 JSON: the report as it stands, its cells checked against the format that it names. */
export function readJson(bytes: Uint8Array): ReadReport {
  const data = parse(bytes)
  const tables = tablesOf(data.tables)
  if (data.meta === undefined && Object.keys(tables).length === 0) {
    throw new UnreadableFile('这个 JSON 文件不是年度报告：缺少 meta 和 tables')
  }
  const meta = isObject(data.meta) ? data.meta : {}
  const format = formatOf(meta.format, tables)
  const report = {
    ...data,
    meta: { ...meta, ...(format === null ? {} : { format }) },
    tables,
    ...(Array.isArray(data.components) ? { components: data.components.flatMap(componentOf) } : {}),
    // Every other key is passed on as it stands; the rules look at what they know.
  } as Report
  return { report, ...cellsOf(tables, format), labels: [] }
}

/** 已有报告的各单元格: cells of a report that is data already. */
export function cellsOf(
  tables: ReportTables,
  format: FormatId | null,
): Readonly<{ cells: Record<string, LocatedCell>; unread: readonly Unread[] }> {
  const cells: Record<string, LocatedCell> = {}
  const unread: Unread[] = []
  for (const table of TABLE_IDS) {
    for (const [row, columns] of Object.entries(tables[table]?.cells ?? {})) {
      for (const [column, raw] of Object.entries(columns)) {
        const id = `${table}.${row}.${column}`
        const cell = format === null ? undefined : findCell(format, id)
        if (cell === undefined) {
          unread.push({ what: id, why: '格式中没有这个单元格' })
          continue
        }
        const { status, value } = parseValue(raw, cell.valueType)
        cells[id] = { raw, value, status, where: id, matchedBy: 'canonical' } satisfies LocatedCell & {
          status: CellStatus
        }
      }
    }
  }
  return { cells, unread }
}

function parse(bytes: Uint8Array): Json {
  let data: unknown
  try {
    data = JSON.parse(decodeText(bytes).text)
  } catch {
    throw new UnreadableFile('JSON 文件的写法有错误，无法读取，请重新导出')
  }
  if (!isObject(data)) throw new UnreadableFile('这个 JSON 文件不是年度报告：缺少 meta 和 tables')
  // The output of `report read` carries the report inside.
  return isObject(data.report) && data.tables === undefined ? data.report : data
}

function tablesOf(value: unknown): ReportTables {
  if (!isObject(value)) return {}
  const tables: Record<string, unknown> = {}
  for (const id of TABLE_IDS) {
    const table = value[id]
    if (!isObject(table)) continue
    const cells = isObject(table.cells) ? table.cells : table
    tables[id] = { ...(isObject(table.cells) ? table : {}), cells: textsOf(cells) }
  }
  return tables as ReportTables
}

function textsOf(rows: Json): CellTexts {
  const texts: Record<string, Record<string, string>> = {}
  for (const [row, columns] of Object.entries(rows)) {
    if (!isObject(columns)) continue
    const line: Record<string, string> = {}
    for (const [column, raw] of Object.entries(columns)) {
      if (typeof raw === 'string') line[column] = raw
      else if (typeof raw === 'number') line[column] = String(raw)
      else if (raw === null) line[column] = ''
    }
    texts[row] = line
  }
  return texts
}

/** A unit that is not what it should be is passed on as it stands: the check says what to mend. */
function componentOf(value: unknown): readonly ReportComponent[] {
  if (!isObject(value)) return [value as ReportComponent]
  const meta = isObject(value.meta) ? value.meta : {}
  const name = [value.orgName, value.name, value.unit, value.agency, meta.orgName].find(
    (one) => typeof one === 'string',
  )
  if (typeof name !== 'string') return [value as unknown as ReportComponent]
  const tables = tablesOf(isObject(value.tables) ? value.tables : value)
  return [{ ...value, orgName: name, tables }]
}

function formatOf(named: unknown, tables: ReportTables): FormatId | null {
  if (named === '2019' || named === '2021') return named
  if (named === 2019 || named === 2021) return String(named) as FormatId
  const ids = TABLE_IDS.flatMap((table) =>
    Object.entries(tables[table]?.cells ?? {}).flatMap(([row, columns]) =>
      Object.keys(columns).map((column) => `${table}.${row}.${column}`),
    ),
  )
  const hits = (format: FormatId) => ids.filter((id) => findCell(format, id) !== undefined).length
  const [trial, current] = [hits(REPORT_FORMATS['2019'].id), hits(REPORT_FORMATS['2021'].id)]
  if (trial === current) return ids.length === 0 ? null : '2021'
  return trial > current ? '2019' : '2021'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

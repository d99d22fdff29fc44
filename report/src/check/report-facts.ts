import {
  type AggregationFacts,
  type CellId,
  cellName,
  cellsOf,
  type FormatId,
  type PriorFacts,
  REPORT_FORMATS,
  type ReadCell,
  type ReadCells,
  type ReportFacts,
  readCell,
  type SoftLabel,
  type T3ColumnId,
  type T3GroupId,
  type T3RowId,
  type TableId,
  type TablePresence,
} from '@mingfu/law'
import { type CellTexts, type PriorReport, type Report, type ReportTable, TABLE_IDS } from '../report.ts'
import { statedFee } from './stated-fee.ts'

/** What a reader knows beyond the report itself: where a cell stands, and how labels were recognised. */
export type Evidence = Readonly<{
  cells?: Readonly<Record<string, Readonly<{ where: string }>>>
  /** Ids of cells whose figure is garbled or cut off. */
  garbled?: readonly string[]
  labels?: readonly Readonly<{
    kind: string
    id: string
    printed: string
    canonical: string
    matchedBy: string
    where: string
  }>[]
}>

/** The tables of a report as the rules of law want them. */
export function reportFacts(
  report: Report,
  format: FormatId,
  reportYear: number,
  evidence: Evidence,
): ReportFacts {
  const { orgType, canMakeRegulations } = report.meta
  const fee = statedFee(report)
  return {
    format,
    reportYear,
    cells: readCells(tableTexts(report.tables), format, evidence),
    tables: presence(report),
    softLabels: softLabels(report, format, evidence),
    extras: extras(report),
    repeated: repeated(report),
    ...(evidence.garbled === undefined ? {} : { garbled: new Set(evidence.garbled as CellId[]) }),
    ...subtotals(report),
    ...(orgType === undefined ? {} : { orgType }),
    ...(canMakeRegulations === undefined ? {} : { canMakeRegulations }),
    ...(fee === undefined ? {} : { feeStatedInYuan: fee }),
    ...(report.prior === undefined ? {} : priorFacts(report, report.prior, reportYear)),
  }
}

type TableTexts = Readonly<Partial<Record<TableId, CellTexts>>>

function tableTexts(tables: Report['tables']): TableTexts {
  const texts: Partial<Record<TableId, CellTexts>> = {}
  for (const id of ['t2', 't3', 't4'] as const) {
    const cells = tables[id]?.cells
    if (cells !== undefined) texts[id] = cells
  }
  return texts
}

function readCells(texts: TableTexts, format: FormatId, evidence: Evidence): ReadCells {
  const cells: Partial<Record<CellId, ReadCell>> = {}
  for (const { id, table, row, column, valueType } of cellsOf(format)) {
    const raw = texts[table]?.[row]?.[column]
    if (raw !== undefined)
      cells[id] = readCell(raw, valueType, evidence.cells?.[id]?.where ?? cellName(format, id))
  }
  return cells
}

function presence(report: Report): Record<TableId, TablePresence> {
  const of = (id: TableId, section: string): TablePresence => {
    const table = report.tables[id]
    if (table !== undefined && Object.keys(table.cells).length > 0) return 'data'
    if (table?.repeatedRows !== undefined && table.repeatedRows.length > 0) return 'data'
    if (table?.image === true) return 'picture'
    const said = report.sections?.some((each) => each.id === section && each.text.trim() !== '') === true
    return said ? 'sentence' : 'absent'
  }
  return { t2: of('t2', 's2'), t3: of('t3', 's3'), t4: of('t4', 's4') }
}

const SOFT: ReadonlySet<string> = new Set(['variant', 'annotated', 'edit-distance'])

function softLabels(report: Report, format: FormatId, { labels }: Evidence): readonly SoftLabel[] {
  if (labels !== undefined && labels.length > 0) {
    return labels
      .filter(({ kind, matchedBy }) => kind !== 'heading' && SOFT.has(matchedBy))
      .map(({ printed, canonical, matchedBy, where }) => ({
        printed,
        canonical,
        how: matchedBy === 'edit-distance' ? 'distance' : 'variant',
        where,
      }))
  }
  const known = LABELS[format]
  return Object.entries(report.printedLabels ?? {}).flatMap(([id, printed]): SoftLabel[] => {
    const entry = known.get(id) ?? known.get(id.replace(/^t[234]\./, ''))
    if (entry === undefined || same(entry.label, printed)) return []
    const how = entry.variants.some((variant) => same(variant, printed)) ? 'variant' : 'distance'
    return [{ printed, canonical: entry.label, how, where: `“${entry.label}”` }]
  })
}

function same(a: string, b: string): boolean {
  return fold(a) === fold(b)
}

function fold(label: string): string {
  return label
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[“”„‟「」『』"]/g, '"')
}

type Label = Readonly<{ label: string; variants: readonly string[] }>

const LABELS: Readonly<Record<FormatId, ReadonlyMap<string, Label>>> = {
  2019: labelsOf('2019'),
  2021: labelsOf('2021'),
}

function labelsOf(format: FormatId): ReadonlyMap<string, Label> {
  const { t2, t3, t4 } = REPORT_FORMATS[format]
  const blocks = t2.blocks.flatMap((block) => [...block.rows, ...block.columns])
  // A row id is looked for before a column id: printed labels are kept for rows.
  return new Map<string, Label>(
    [...t4.columns, ...t3.columns, ...t4.blocks, ...blocks, ...t3.rows].map((entry) => [entry.id, entry]),
  )
}

const TABLE_NAMES: Readonly<Record<TableId, string>> = { t2: '表二', t3: '表三', t4: '表四' }

function extras(report: Report): NonNullable<ReportFacts['extras']> {
  return (['t2', 't3', 't4'] as const).flatMap((id) =>
    (report.tables[id]?.extraRows ?? []).map(({ label }) => ({
      what: 'row' as const,
      label,
      where: TABLE_NAMES[id],
    })),
  )
}

function repeated(report: Report): NonNullable<ReportFacts['repeated']> {
  return TABLE_IDS.flatMap((table) =>
    (report.tables[table]?.repeatedRows ?? []).map(({ row, printings }) => ({ table, row, printings })),
  )
}

function subtotals(report: Report): Pick<ReportFacts, 'groupSubtotals' | 'organisationSubtotals'> {
  const table: ReportTable | undefined = report.tables.t3
  const read = (raw: string, where: string) => readCell(raw, 'count', where)
  const groups = Object.entries(table?.subtotals ?? {}).map(([group, columns]) => [
    group,
    Object.fromEntries(
      Object.entries(columns).map(([column, raw]) => [column as T3ColumnId, read(raw, '表三小计行')]),
    ),
  ])
  const organisations = Object.entries(table?.legalPersonSubtotal ?? {}).map(([row, raw]) => [
    row as T3RowId,
    read(raw, '表三“法人或其他组织”小计列'),
  ])
  return {
    ...(groups.length === 0
      ? {}
      : { groupSubtotals: Object.fromEntries(groups) as Record<T3GroupId, never> }),
    ...(organisations.length === 0 ? {} : { organisationSubtotals: Object.fromEntries(organisations) }),
  }
}

/** Words in section six that explain why last year's carry-over is not this year's. */
const EXPLAINED = /结转|更正|统计口径|机构改革|合并|撤并|划转|划入/

function priorFacts(report: Report, prior: PriorReport, reportYear: number): { prior: PriorFacts } {
  const format =
    prior.format ?? (prior.reportYear !== undefined && prior.reportYear <= 2020 ? '2019' : '2021')
  const texts: TableTexts = {
    ...(prior.t2 === undefined ? {} : { t2: prior.t2 }),
    ...(prior.t3 === undefined ? {} : { t3: prior.t3 }),
    ...(prior.t4 === undefined ? {} : { t4: prior.t4 }),
  }
  const others = (report.sections ?? []).filter(({ id }) => id === 's6').map(({ text }) => text)
  return {
    prior: {
      format,
      reportYear: prior.reportYear ?? reportYear - 1,
      cells: readCells(texts, format, {}),
      carryOverExplained: EXPLAINED.test(others.join('')),
    },
  }
}

/** The reports that were added up, as the rules of law want them; units without a year are of this year. */
export function aggregationFacts(report: Report, facts: ReportFacts): AggregationFacts {
  const { format, reportYear, cells } = facts
  const { roster, components } = report
  return {
    format,
    reportYear,
    cells,
    ...(roster === undefined ? {} : { roster }),
    ...(components === undefined
      ? {}
      : {
          components: components.map((unit) => {
            const unitFormat = unit.format ?? format
            return {
              name: unit.orgName,
              format: unitFormat,
              reportYear: unit.reportYear ?? reportYear,
              cells: readCells(tableTexts(unit.tables), unitFormat, {}),
            }
          }),
        }),
  }
}

/** The cells of a report read as numbers, for whoever needs figures rather than findings. */
export function cellsOfReport(report: Report, format: FormatId): ReadCells {
  return readCells(tableTexts(report.tables), format, {})
}

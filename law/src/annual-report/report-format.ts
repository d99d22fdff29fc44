import { type Citation, cite } from '../citation.ts'
import type { CellId, TableId } from './cell-id.ts'
import type { CellValueType } from './printed-label.ts'
import { type ReportSection, SECTIONS_2019, SECTIONS_2021 } from './sections.ts'
import { T4_BLOCKS, T4_COLUMNS, type T4Block, type T4Column } from './table-four.ts'
import { T3_COLUMNS, T3_GROUPS, T3_ROWS, type T3Column, type T3Group, type T3Row } from './table-three.ts'
import { T2_BLOCKS_2019, T2_BLOCKS_2021, type T2Block } from './table-two.ts'

/** `2019`: the trial format of report years 2019 and 2020. `2021`: the format in force since report year 2021. */
export type FormatId = '2019' | '2021'

export type ReportCell = Readonly<{
  id: CellId
  table: TableId
  /** `art20_1` in table two, `t3`, or the block of table four: rows of one block share their columns. */
  block: string
  row: string
  column: string
  valueType: CellValueType
  unit: '件' | '项' | '万元'
}>

/** 年度报告格式: everything that is printed, and what recognises it. */
export type ReportFormat = Readonly<{
  id: FormatId
  name: string
  basis: Citation
  reportYears: Readonly<{ from: number; to: number | null }>
  /** Words that only this format prints in table two; two hits and none of `noneOf` decide. */
  detection: Readonly<{ anyOf: readonly string[]; noneOf: readonly string[]; minHits: number }>
  sections: readonly ReportSection[]
  t2: Readonly<{ blocks: readonly T2Block[] }>
  t3: Readonly<{ groups: readonly T3Group[]; rows: readonly T3Row[]; columns: readonly T3Column[] }>
  t4: Readonly<{ blocks: readonly T4Block[]; columns: readonly T4Column[] }>
  cells: readonly ReportCell[]
}>

/** The two formats of the 政府信息公开工作年度报告. */
export const REPORT_FORMATS: Readonly<Record<FormatId, ReportFormat>> = {
  2019: reportFormat({
    id: '2019',
    name: '中华人民共和国政府信息公开工作年度报告格式（试行）',
    basis: cite('format-2019'),
    reportYears: { from: 2019, to: 2020 },
    detection: {
      anyOf: [
        '本年新制作数量',
        '本年新公开数量',
        '对外公开总数量',
        '上一年项目数量',
        '本年增/减',
        '第二十条第（九）项',
        '政府集中采购',
        '其他对外管理服务事项',
      ],
      noneOf: ['本年制发件数', '现行有效件数'],
      minHits: 2,
    },
    sections: SECTIONS_2019,
    blocks: T2_BLOCKS_2019,
  }),
  2021: reportFormat({
    id: '2021',
    name: '中华人民共和国政府信息公开工作年度报告格式',
    basis: cite('format-2021'),
    reportYears: { from: 2021, to: null },
    detection: {
      anyOf: ['本年制发件数', '本年废止件数', '现行有效件数', '本年处理决定数量', '本年收费金额'],
      noneOf: ['本年新制作数量', '上一年项目数量'],
      minHits: 2,
    },
    sections: SECTIONS_2021,
    blocks: T2_BLOCKS_2021,
  }),
}

/** The format that binds a report year: the trial format up to 2020, the format in force from 2021 on. */
export function formatForYear(year: number): FormatId {
  return year <= 2020 ? '2019' : '2021'
}

/** Every cell of a format, in print order. */
export function cellsOf(format: FormatId): readonly ReportCell[] {
  return REPORT_FORMATS[format].cells
}

/** The cell of a format by its id; `undefined` when the format has no such cell. */
export function findCell(format: FormatId, id: string): ReportCell | undefined {
  return CELLS_BY_ID[format].get(id)
}

/** Whether `id` names a cell of the format. */
export function isCellId(format: FormatId, id: string): id is CellId {
  return CELLS_BY_ID[format].has(id)
}

const CELLS_BY_ID: Readonly<Record<FormatId, ReadonlyMap<string, ReportCell>>> = {
  2019: new Map(REPORT_FORMATS['2019'].cells.map((cell) => [cell.id, cell])),
  2021: new Map(REPORT_FORMATS['2021'].cells.map((cell) => [cell.id, cell])),
}

type Parts = Pick<ReportFormat, 'id' | 'name' | 'basis' | 'reportYears' | 'detection' | 'sections'> & {
  blocks: readonly T2Block[]
}

function reportFormat({ blocks, ...parts }: Parts): ReportFormat {
  const rows = T3_ROWS.filter((row) => row.formats.includes(parts.id))
  return {
    ...parts,
    t2: { blocks },
    t3: { groups: T3_GROUPS.filter((group) => group.formats.includes(parts.id)), rows, columns: T3_COLUMNS },
    t4: { blocks: T4_BLOCKS, columns: T4_COLUMNS },
    cells: [...cellsOfTableTwo(blocks), ...cellsOfTableThree(rows), ...cellsOfTableFour()],
  }
}

function cellsOfTableTwo(blocks: readonly T2Block[]): ReportCell[] {
  return blocks.flatMap((block) =>
    block.rows.flatMap((row) =>
      block.columns.map(({ id: column, valueType, unit }) => ({
        // The id types of table two are read off the same blocks.
        id: `t2.${row.id}.${column}` as CellId,
        table: 't2' as const,
        block: block.id,
        row: row.id,
        column,
        valueType,
        unit,
      })),
    ),
  )
}

function cellsOfTableThree(rows: readonly T3Row[]): ReportCell[] {
  return rows.flatMap((row) =>
    T3_COLUMNS.map((column) => ({
      id: `t3.${row.id}.${column.id}` as const,
      table: 't3' as const,
      block: 't3',
      row: row.id,
      column: column.id,
      valueType: 'count' as const,
      unit: '件' as const,
    })),
  )
}

function cellsOfTableFour(): ReportCell[] {
  return T4_BLOCKS.flatMap((block) =>
    T4_COLUMNS.map((column) => ({
      id: `t4.${block.id}.${column.id}` as const,
      table: 't4' as const,
      block: block.id,
      row: block.id,
      column: column.id,
      valueType: 'count' as const,
      unit: '件' as const,
    })),
  )
}

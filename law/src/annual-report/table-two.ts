import type { CellValueType, PrintedLabel } from './printed-label.ts'

export type T2Unit = '件' | '项' | '万元'

export type T2Column<Id extends string = string> = PrintedLabel &
  Readonly<{ id: Id; valueType: CellValueType; unit: T2Unit }>
export type T2Row<Id extends string = string> = PrintedLabel & Readonly<{ id: Id }>

/** A block of table two: one item of 条例 第二十条, with rows and columns of its own. */
export type T2Block<RowId extends string = string, ColumnId extends string = string> = Readonly<{
  id: `art20_${number}`
  clause: string
  /** 第二十条第（…）项. */
  item: number
  rows: readonly T2Row<RowId>[]
  columns: readonly T2Column<ColumnId>[]
}>

/** The head of the first column in every block. */
export const T2_FIRST_COLUMN = '信息内容'

const REGULATIONS = row('regulations', '规章')
const LICENSE = row('administrative_license', '行政许可')
const PENALTY = row('administrative_penalty', '行政处罚')
const COMPULSION = row('administrative_compulsion', '行政强制')
const FEES = row('administrative_fees', '行政事业性收费')

const PRIOR_YEAR_ITEMS = column('prior_year_items', '上一年项目数量', 'count', '项')
const CHANGE = column('change', '本年增/减', 'signedCount', '项', '本年增减')
const DECISIONS_2019 = column('decisions', '处理决定数量', 'count', '件')
const DECISIONS_2021 = column('decisions', '本年处理决定数量', 'count', '件', '处理决定数量')

/** Table two of the trial format, 国办公开办函〔2019〕60号: 22 cells. */
export const T2_BLOCKS_2019 = [
  block(
    1,
    '第二十条第（一）项',
    [REGULATIONS, row('normative_documents', '规范性文件', '行政规范性文件')],
    [
      // “本年新” stands alone where a line break cut the head in two; the order of the columns then decides.
      column('newly_made', '本年新制作数量', 'count', '件', '本年新'),
      column('newly_disclosed', '本年新公开数量', 'count', '件', '本年新'),
      column('total_disclosed', '对外公开总数量', 'count', '件', '公开总数量'),
    ],
  ),
  block(
    5,
    '第二十条第（五）项',
    [LICENSE, row('other_external_services', '其他对外管理服务事项')],
    [PRIOR_YEAR_ITEMS, CHANGE, DECISIONS_2019],
  ),
  block(6, '第二十条第（六）项', [PENALTY, COMPULSION], [PRIOR_YEAR_ITEMS, CHANGE, DECISIONS_2019]),
  block(8, '第二十条第（八）项', [FEES], [PRIOR_YEAR_ITEMS, CHANGE]),
  block(
    9,
    '第二十条第（九）项',
    [row('centralized_procurement', '政府集中采购')],
    [
      column('procurement_items', '采购项目数量', 'count', '项'),
      column(
        'procurement_amount',
        '采购总金额',
        'amount',
        '万元',
        '采购总金额（单位：万元，保留4位小数）',
        '采购总金额（单位：万元）',
      ),
    ],
  ),
] as const

/** Table two of the format in force, 国办公开办函〔2021〕30号: 10 cells. */
export const T2_BLOCKS_2021 = [
  block(
    1,
    '第二十条第（一）项',
    [REGULATIONS, row('normative_documents', '行政规范性文件', '规范性文件')],
    [
      column('issued', '本年制发件数', 'count', '件'),
      column('repealed', '本年废止件数', 'count', '件'),
      column('in_force', '现行有效件数', 'count', '件', '现行有效件数（历史累计）'),
    ],
  ),
  block(5, '第二十条第（五）项', [LICENSE], [DECISIONS_2021]),
  block(6, '第二十条第（六）项', [PENALTY, COMPULSION], [DECISIONS_2021]),
  block(
    8,
    '第二十条第（八）项',
    [FEES],
    [
      column(
        'fee_amount',
        '本年收费金额（单位：万元）',
        'amount',
        '万元',
        '本年收费金额',
        '本年收费金额（万元）',
      ),
    ],
  ),
] as const

type CellsOfBlocks<Blocks extends readonly T2Block[]> = {
  [Index in keyof Blocks]: Blocks[Index] extends T2Block<infer RowId, infer ColumnId>
    ? `t2.${RowId}.${ColumnId}`
    : never
}[number]

export type T2CellId2019 = CellsOfBlocks<typeof T2_BLOCKS_2019>
export type T2CellId2021 = CellsOfBlocks<typeof T2_BLOCKS_2021>
export type T2CellId = T2CellId2019 | T2CellId2021

function row<const Id extends string>(id: Id, label: string, ...variants: string[]): T2Row<Id> {
  return { id, label, variants }
}

function column<const Id extends string>(
  id: Id,
  label: string,
  valueType: CellValueType,
  unit: T2Unit,
  ...variants: string[]
): T2Column<Id> {
  return { id, label, valueType, unit, variants }
}

function block<RowId extends string, ColumnId extends string>(
  item: number,
  clause: string,
  rows: readonly T2Row<RowId>[],
  columns: readonly T2Column<ColumnId>[],
): T2Block<RowId, ColumnId> {
  return { id: `art20_${item}`, clause, item, rows, columns }
}

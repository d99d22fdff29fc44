import { t3Cell, t4Cell } from '../cell-id.ts'
import { columnLabel, rowName } from '../cell-name.ts'
import { type FormatId, REPORT_FORMATS } from '../report-format.ts'
import { T4_BLOCKS } from '../table-four.ts'
import { T3_APPLICANT_COLUMNS, T3_COLUMNS, type T3Row } from '../table-three.ts'
import { type Identity, minusCells, plusCells } from './identity.ts'

/** 规章 and 规范性文件, in both formats. */
export const DOCUMENT_ROWS = ['regulations', 'normative_documents'] as const
/** The rows of the trial format that count items of a catalogue. */
export const CATALOGUE_ROWS = [
  'administrative_license',
  'other_external_services',
  'administrative_penalty',
  'administrative_compulsion',
  'administrative_fees',
] as const

/** Every identity within one report of a format: AR-24 to AR-26, AR-30 to AR-32 and AR-36, line by line. */
export function identitiesOf(format: FormatId): readonly Identity[] {
  return IDENTITIES[format]
}

const IDENTITIES: Readonly<Record<FormatId, readonly Identity[]>> = {
  2019: [...tableThree('2019'), ...trialTableTwo(), ...tableFour()],
  2021: [...tableThree('2021'), ...tableTwoInForce(), ...tableFour()],
}

function tableThree(format: FormatId): Identity[] {
  const rows = REPORT_FORMATS[format].t3.rows
  const results = rows.filter(({ role }) => role === 'result')
  return [
    ...T3_COLUMNS.map(({ id }) => balance(id)),
    ...T3_COLUMNS.map(({ id }) => sumOfResults(id, results)),
    ...rows.map((row) => sumOfApplicants(format, row)),
  ]
}

type ColumnId = (typeof T3_COLUMNS)[number]['id']

function columnOfTableThree(column: ColumnId): string {
  return `表三“${columnLabel('2021', 't3', '', column)}”列`
}

function balance(column: ColumnId): Identity {
  return {
    rule: 'AR-24',
    left: plusCells(t3Cell('new_received', column), t3Cell('carried_in', column)),
    relation: '=',
    right: plusCells(t3Cell('results_total', column), t3Cell('carried_out', column)),
    leftName: '本年新收加上年结转',
    rightName: '办理结果总计加结转下年度',
    where: columnOfTableThree(column),
    needsEvery: false,
  }
}

function sumOfResults(column: ColumnId, results: readonly T3Row[]): Identity {
  return {
    rule: 'AR-25',
    left: plusCells(t3Cell('results_total', column)),
    relation: '=',
    right: plusCells(...results.map(({ id }) => t3Cell(id, column))),
    leftName: '“（七）总计”',
    rightName: '各办理结果之和',
    where: columnOfTableThree(column),
    needsEvery: false,
  }
}

function sumOfApplicants(format: FormatId, { id }: T3Row): Identity {
  return {
    rule: 'AR-26',
    left: plusCells(t3Cell(id, 'total')),
    relation: '=',
    right: plusCells(...T3_APPLICANT_COLUMNS.map((column) => t3Cell(id, column))),
    leftName: '“总计”',
    rightName: '六类申请人之和',
    where: rowName(format, 't3', id),
    needsEvery: false,
  }
}

function tableFour(): Identity[] {
  return T4_BLOCKS.map(({ id, label }) => ({
    rule: 'AR-36',
    left: plusCells(t4Cell(id, 'total')),
    relation: '=',
    right: plusCells(
      t4Cell(id, 'upheld'),
      t4Cell(id, 'corrected'),
      t4Cell(id, 'other'),
      t4Cell(id, 'pending'),
    ),
    leftName: '“总计”',
    rightName: '结果维持、结果纠正、其他结果、尚未审结之和',
    where: `表四“${label}”`,
    needsEvery: false,
  }))
}

function tableTwoInForce(): Identity[] {
  return DOCUMENT_ROWS.map((row) => ({
    rule: 'AR-30',
    left: [
      ...plusCells(`t2.${row}.in_force`),
      ...minusCells(`t2.${row}.issued`),
      ...plusCells(`t2.${row}.repealed`),
    ],
    relation: '>=',
    right: [],
    leftName: '现行有效减本年制发加本年废止',
    rightName: '年初现行有效的件数',
    where: rowName('2021', 't2', row),
    needsEvery: true,
  }))
}

function trialTableTwo(): Identity[] {
  const disclosed = DOCUMENT_ROWS.map(
    (row): Identity => ({
      rule: 'AR-31',
      left: plusCells(`t2.${row}.newly_disclosed`),
      relation: '<=',
      right: plusCells(`t2.${row}.total_disclosed`),
      leftName: '本年新公开数量',
      rightName: '对外公开总数量',
      where: rowName('2019', 't2', row),
      needsEvery: true,
    }),
  )
  const catalogues = CATALOGUE_ROWS.map(
    (row): Identity => ({
      rule: 'AR-32',
      left: plusCells(`t2.${row}.prior_year_items`, `t2.${row}.change`),
      relation: '>=',
      right: [],
      leftName: '上一年项目数量加本年增/减',
      rightName: '本年项目数量',
      where: rowName('2019', 't2', row),
      needsEvery: true,
    }),
  )
  return [...disclosed, ...catalogues]
}

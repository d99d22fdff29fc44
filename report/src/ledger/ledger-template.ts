import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import type { FormatId } from '@mingfu/law'
import { REPORT_FORMATS } from '@mingfu/law'
import writeExcelFile, { type Cell, type Feature, type SheetData } from 'write-excel-file/node'
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility'
import {
  applicationColumns,
  DISPUTE_COLUMNS,
  DOCUMENT_COLUMNS,
  FIGURE_LINES,
  type LedgerColumn,
  SHEETS,
  TEXT_LINES,
} from './ledger-sheets.ts'

const LAST_ROW = 5000
const HEAD_COLOUR = '#dbe5f1'

/** 空白台账: the workbook that `compileReport` reads, with drop-downs and an explanation of every column. */
export async function ledgerTemplate(format: FormatId = '2021'): Promise<Uint8Array> {
  const tables = [
    { sheet: SHEETS.applications, columns: applicationColumns(format) },
    { sheet: SHEETS.disputes, columns: DISPUTE_COLUMNS },
    { sheet: SHEETS.documents, columns: DOCUMENT_COLUMNS },
  ]
  const choices = choiceColumns(tables.flatMap(({ columns }) => columns))
  const sheets = [
    {
      sheet: SHEETS.guide,
      columns: [{ width: 18 }, { width: 22 }, { width: 10 }, { width: 90 }],
      data: guide(format, tables),
    },
    ...tables.map(({ sheet, columns }) => ({
      sheet,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [columns.map(({ title, required }) => head(required ? `${title}*` : title))],
    })),
    {
      sheet: SHEETS.figures,
      columns: [{ width: 40 }, { width: 18 }, { width: 8 }, { width: 60 }],
      stickyRowsCount: 1,
      data: [
        ['项目', '数值', '单位', '说明'].map(head),
        ...FIGURE_LINES[format].map(({ title, unit, hint }) => [
          words(title),
          null,
          words(unit),
          words(hint),
        ]),
      ],
    },
    {
      sheet: SHEETS.texts,
      columns: [{ width: 32 }, { width: 22 }, { width: 90 }, { width: 50 }],
      stickyRowsCount: 1,
      data: [
        ['部分', '小标题', '内容', '说明'].map(head),
        ...TEXT_LINES.map(({ part, title, hint }) => [words(part), words(title), null, words(hint)]),
      ],
    },
    {
      sheet: SHEETS.choices,
      columns: choices.map(() => ({ width: 36 })),
      data: choiceRows(choices),
    },
  ]
  const features = [dropDowns(tables, choices)]
  return new Uint8Array(
    await writeExcelFile(sheets, { fontFamily: '宋体', fontSize: 11, features }).toBuffer(),
  )
}

function head(value: string): Cell {
  return {
    value,
    type: String,
    fontWeight: 'bold',
    align: 'center',
    backgroundColor: HEAD_COLOUR,
    borderStyle: 'thin',
  }
}

function words(value: string): Cell {
  return { value, type: String, wrap: true, alignVertical: 'top' }
}

type TableSheet = Readonly<{ sheet: string; columns: readonly LedgerColumn[] }>

function guide(format: FormatId, tables: readonly TableSheet[]): SheetData {
  const lines = [
    `本台账用于编制政府信息公开工作年度报告，适用《${REPORT_FORMATS[format].name}》。`,
    '带*的列必须填写。日期请填写为2024-09-30的样式。下拉菜单中没有的内容不能识别。',
    '可以连续多年使用同一份台账：以前年度收到、报告年度仍在办理或者以后办结的申请也要保留，上年结转、结转下年度由日期自动得出。',
    '没有的数字请填0。留空表示不清楚，报告中相应单元格也将留空。',
    `生成报告：mingfu report compile 台账.xlsx --agency 机关名称 --year 报告年度 --out 输出目录`,
  ]
  return [
    [
      {
        value: '政府信息公开工作年度报告台账',
        type: String,
        fontWeight: 'bold',
        fontSize: 16,
        columnSpan: 4,
      },
      null,
      null,
      null,
    ],
    ...lines.map((line): SheetData[number] => [
      { ...textOf(line), columnSpan: 4, height: 32 },
      null,
      null,
      null,
    ]),
    ['工作表', '列', '必填', '填写方法'].map(head),
    ...tables.flatMap(({ sheet, columns }) =>
      columns.map(({ title, required, hint, choices }) => [
        words(sheet),
        words(title),
        words(required ? '是' : '否'),
        words(choices === undefined || choices.length > 8 ? hint : `${hint}可选：${choices.join('、')}。`),
      ]),
    ),
    ...FIGURE_LINES[format].map(({ title, unit, hint }) => [
      words(SHEETS.figures),
      words(title),
      words('否'),
      words(`单位：${unit}。${hint}`),
    ]),
    ...TEXT_LINES.map(({ part, title, hint }) => [
      words(SHEETS.texts),
      words(title),
      words('否'),
      words(`写入“${part}”。${hint}`),
    ]),
  ]
}

function textOf(value: string) {
  return { value, type: String, wrap: true, alignVertical: 'top' } as const
}

/** Long lists do not fit into a rule; they stand on a sheet of their own and the rules point there. */
function choiceColumns(columns: readonly LedgerColumn[]): readonly LedgerColumn[] {
  return columns.filter(({ entry }) => entry === 'choice')
}

function choiceRows(columns: readonly LedgerColumn[]): SheetData {
  const longest = Math.max(...columns.map(({ choices = [] }) => choices.length))
  return [
    columns.map(({ title }) => head(title)),
    ...Array.from({ length: longest }, (_, index) =>
      columns.map(({ choices = [] }) => (choices[index] === undefined ? null : words(choices[index]))),
    ),
  ]
}

function dropDowns(
  tables: readonly TableSheet[],
  choices: readonly LedgerColumn[],
): Feature<Stream | Buffer | Blob> {
  const siblings = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? []
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, { sheet }) => {
            const table = tables.find((each) => each.sheet === sheet)
            const rules =
              table === undefined
                ? []
                : table.columns.flatMap((column, index) => rule(column, index, choices))
            if (rules.length === 0) return xml
            const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, siblings, 'worksheet')
          },
        },
      },
    },
  }
}

function rule(column: LedgerColumn, index: number, choices: readonly LedgerColumn[]): readonly string[] {
  const letter = columnLetter(index)
  const where = `sqref="${letter}2:${letter}${LAST_ROW}"`
  switch (column.entry) {
    case 'text':
      return []
    case 'choice': {
      const from = columnLetter(choices.indexOf(column))
      const last = (column.choices?.length ?? 0) + 1
      const formula = sanitizeTextContent(`'${SHEETS.choices}'!$${from}$2:$${from}$${last}`)
      return [
        `<dataValidation type="list" ${says(column, '请从下拉菜单中选择。')} ${where}><formula1>${formula}</formula1></dataValidation>`,
      ]
    }
    case 'date':
      // From the day the regulation first came into force.
      return [
        `<dataValidation type="date" operator="greaterThanOrEqual" ${says(column, '请填写日期，如2024-09-30。')} ${where}><formula1>39569</formula1></dataValidation>`,
      ]
    case 'yuan':
      return [
        `<dataValidation type="decimal" operator="greaterThanOrEqual" ${says(column, '请填写以元为单位的数字。')} ${where}><formula1>0</formula1></dataValidation>`,
      ]
  }
}

/** The hint that shows when a cell is entered, and the sentence for a wrong entry. */
function says({ title, hint }: LedgerColumn, wrong: string): string {
  const prompt =
    hint === ''
      ? ''
      : ` promptTitle="${sanitizeAttributeValue(title)}" prompt="${sanitizeAttributeValue(hint.slice(0, 255))}"`
  return `allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${sanitizeAttributeValue(title)}" error="${wrong}"${prompt}`
}

function columnLetter(index: number): string {
  return String.fromCharCode(65 + index)
}

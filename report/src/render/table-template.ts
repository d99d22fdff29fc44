import type { Blob } from 'node:buffer'
import type Stream from 'node:stream'
import writeExcelFile, { type Cell, type Feature } from 'write-excel-file/node'
import {
  getOrderOfSiblings,
  insertElementMarkupAccordingToOrderOfSiblings,
  sanitizeAttributeValue,
  sanitizeTextContent,
} from 'write-excel-file/utility'

/** One column of a template: what stands above it, how it is filled in, and what may be chosen. */
export type TemplateColumn = Readonly<{
  title: string
  width: number
  hint: string
  required: boolean
  choices?: readonly string[]
}>

export type TableTemplate = Readonly<{
  sheet: string
  columns: readonly TemplateColumn[]
  /** Lines that are filled in already, cell by cell in the order of the columns. */
  lines: readonly (readonly string[])[]
}>

const HINTS = '填写说明'
const CHOICES = '选项'
const LAST_ROW = 2000

/** 填写模板: a workbook with one table to fill in, drop-downs where one chooses, and a sheet that explains each column. */
export async function tableTemplate({ sheet, columns, lines }: TableTemplate): Promise<Uint8Array> {
  const chosen = columns.filter(({ choices }) => choices !== undefined)
  const longest = Math.max(0, ...chosen.map(({ choices = [] }) => choices.length))
  const sheets = [
    {
      sheet,
      columns: columns.map(({ width }) => ({ width })),
      stickyRowsCount: 1,
      data: [
        columns.map(({ title, required }) => head(required ? `${title}*` : title)),
        ...lines.map((line) => line.map((text) => (text === '' ? null : words(text)))),
      ],
    },
    {
      sheet: HINTS,
      columns: [{ width: 20 }, { width: 8 }, { width: 90 }],
      data: [
        ['列', '必填', '填写方法'].map(head),
        ...columns.map(({ title, required, hint }) => [
          words(title),
          words(required ? '是' : '否'),
          words(hint),
        ]),
      ],
    },
    {
      sheet: CHOICES,
      columns: chosen.map(() => ({ width: 40 })),
      data: [
        chosen.map(({ title }) => head(title)),
        ...Array.from({ length: longest }, (_, row) =>
          chosen.map(({ choices = [] }) => (choices[row] === undefined ? null : words(choices[row]))),
        ),
      ],
    },
  ]
  const features = [dropDowns(sheet, columns, chosen)]
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
    backgroundColor: '#dbe5f1',
    borderStyle: 'thin',
  }
}

function words(value: string): Cell {
  return { value, type: String, wrap: true, alignVertical: 'top' }
}

function dropDowns(
  sheet: string,
  columns: readonly TemplateColumn[],
  chosen: readonly TemplateColumn[],
): Feature<Stream | Buffer | Blob> {
  const siblings = getOrderOfSiblings('xl/worksheets/sheet{id}.xml', 'worksheet') ?? []
  const rules = columns.flatMap((column, index) =>
    column.choices === undefined ? [] : [rule(column, index)],
  )
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, { sheet: name }) => {
            if (name !== sheet || rules.length === 0) return xml
            const markup = `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
            return insertElementMarkupAccordingToOrderOfSiblings(xml, markup, siblings, 'worksheet')
          },
        },
      },
    },
  }

  /** The choices stand on a sheet of their own: a long list does not fit into a rule. */
  function rule(column: TemplateColumn, index: number): string {
    const from = letterOf(chosen.indexOf(column))
    const list = sanitizeTextContent(`'${CHOICES}'!$${from}$2:$${from}$${(column.choices?.length ?? 0) + 1}`)
    const where = `${letterOf(index)}2:${letterOf(index)}${LAST_ROW}`
    const title = sanitizeAttributeValue(column.title)
    const prompt = sanitizeAttributeValue(column.hint.slice(0, 250))
    return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="${title}" error="请从下拉菜单中选择。" promptTitle="${title}" prompt="${prompt}" sqref="${where}"><formula1>${list}</formula1></dataValidation>`
  }
}

function letterOf(index: number): string {
  return String.fromCharCode(65 + index)
}

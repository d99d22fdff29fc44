import writeExcelFile, { type Cell } from 'write-excel-file/node'

export type FormXlsx = Readonly<{
  sheet: string
  title: string
  head: readonly string[]
  widths: readonly number[]
  lines: readonly (readonly string[])[]
}>

/** 表格: one sheet with a title, a head that stays in view, and lines of text; whole numbers are numbers. */
export async function formXlsx({ sheet, title, head, widths, lines }: FormXlsx): Promise<Uint8Array> {
  const data: Cell[][] = [
    [
      { value: title, fontWeight: 'bold', align: 'center', columnSpan: head.length },
      ...head.slice(1).map(() => null),
    ],
    head.map(
      (text): Cell => ({ value: text, fontWeight: 'bold', align: 'center', backgroundColor: '#dbe5f1' }),
    ),
    ...lines.map((line) => line.map(cellOf)),
  ]
  const columns = widths.map((width) => ({ width }))
  const bytes = await writeExcelFile([{ sheet, columns, stickyRowsCount: 2, data }], {
    fontFamily: '宋体',
  }).toBuffer()
  return new Uint8Array(bytes)
}

function cellOf(text: string): Cell {
  // Codes that begin with a zero, and numbers that a workbook would round, stay text.
  if (/^(?:0|[1-9]\d{0,14})$/.test(text)) return { value: Number(text), wrap: true }
  return { value: text, wrap: true, alignVertical: 'center' }
}

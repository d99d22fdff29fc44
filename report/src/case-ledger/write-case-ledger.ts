import { Zip, ZipDeflate } from 'fflate'
import { CASE_COLUMNS, CASE_SHEETS, type CaseLine, COURSE_COLUMNS } from './case-columns.ts'
import { SHEET_END, sheetHead, sheetRow, workbookParts } from './workbook-parts.ts'

/** A cell of a spreadsheet holds no more; longer records go on in the next line. */
const LONGEST_CELL = 32_000
export const CONTINUED = '（续）'

/** The same lines give the same bytes, whenever they are written. */
const MOMENT = '1980-01-01T00:00:00'

/**
 * 写台账: a workbook as a stream, so that ten thousand cases are never all in memory and a slow reader holds nobody
 * up. Cases come in the order given.
 */
export async function* writeCaseLedger(cases: AsyncIterable<CaseLine>): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  })
  const sheets = [CASE_SHEETS.cases, CASE_SHEETS.course, CASE_SHEETS.guide]
  for (const [path, text] of Object.entries(workbookParts(sheets))) add(zip, path).push(bytesOf(text), true)
  const first = add(zip, 'xl/worksheets/sheet1.xml')
  // What comes to a later part while an earlier one is open waits compressed.
  const second = add(zip, 'xl/worksheets/sheet2.xml')
  first.push(bytesOf(sheetHead(CASE_COLUMNS)))
  second.push(bytesOf(sheetHead(COURSE_COLUMNS)))
  let caseRow = 1
  let courseRow = 1
  for await (const line of cases) {
    caseRow += 1
    const cells = CASE_COLUMNS.map(({ title }) => line.cells[title])
    first.push(bytesOf(sheetRow(caseRow, cells)))
    for (const cells of courseRows(line)) {
      courseRow += 1
      second.push(bytesOf(sheetRow(courseRow, cells)))
    }
    yield* chunks.splice(0)
  }
  first.push(bytesOf(SHEET_END), true)
  second.push(bytesOf(SHEET_END), true)
  add(zip, 'xl/worksheets/sheet3.xml').push(bytesOf(guideSheet()), true)
  zip.end()
  yield* chunks.splice(0)
}

function courseRows({ course }: CaseLine): readonly (readonly string[])[] {
  return course.flatMap((line) => {
    const data = line.记录数据
    const pieces = Array.from({ length: Math.max(1, Math.ceil(data.length / LONGEST_CELL)) }, (_, at) =>
      data.slice(at * LONGEST_CELL, (at + 1) * LONGEST_CELL),
    )
    return pieces.map((piece, at) =>
      COURSE_COLUMNS.map(({ title }) => {
        if (title === '记录数据') return piece
        if (at === 0 || title === '申请编号' || title === '序号') return line[title]
        return title === '事项' ? CONTINUED : ''
      }),
    )
  })
}

function guideSheet(): string {
  const head = [
    { title: '列', width: 22 },
    { title: '怎样填写', width: 90 },
  ]
  const lines = [
    ['用法', '“申请”每件一行。“办理经过”由系统导出，用于原样导入；旧台账没有的，删去该表或者留空。'],
    ...CASE_COLUMNS.map(({ title, hint }) => [title, hint]),
  ]
  return `${sheetHead(head)}${lines.map((cells, index) => sheetRow(index + 2, cells)).join('')}${SHEET_END}`
}

function add(zip: Zip, path: string): ZipDeflate {
  const part = new ZipDeflate(path, { level: 6 })
  part.mtime = MOMENT
  zip.add(part)
  return part
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

import type { WorkSheet } from '@e965/xlsx'
import type { LedgerFault } from '../ledger/ledger.ts'
import { parseLedgerDate } from '../ledger/ledger-date.ts'
import { gridOf, openLedger } from '../ledger/sheet-reader.ts'
import {
  CASE_COLUMNS,
  CASE_SHEETS,
  type CaseColumn,
  type CaseLine,
  COURSE_COLUMNS,
  type CourseColumn,
} from './case-columns.ts'
import { CONTINUED } from './write-case-ledger.ts'

/** The cases of a ledger as read, and everything that is wrong with it, all at once. */
export type ReadCaseLedger = Readonly<{ cases: readonly CaseLine[]; faults: readonly LedgerFault[] }>

const DATES: ReadonlySet<string> = new Set(['收到日期', '办结日期', '日期'])

/**
 * 读台账: cases with their course. Columns are found by their names, in any order; those an old ledger lacks are
 * empty. Throws `UnreadableFile` when the file is no workbook.
 */
export function readCaseLedger(bytes: Uint8Array): ReadCaseLedger {
  const book = openLedger(bytes)
  const faults: LedgerFault[] = []
  const since1904 = book.Workbook?.WBProps?.date1904 === true
  const sheet = book.Sheets[CASE_SHEETS.cases]
  if (sheet === undefined) {
    const message = `缺少“${CASE_SHEETS.cases}”工作表，请先导出空白台账，按其样式填写`
    return { cases: [], faults: [{ sheet: CASE_SHEETS.cases, row: null, column: null, message }] }
  }
  const lines = linesOf(CASE_SHEETS.cases, sheet, CASE_COLUMNS, since1904, faults)
  const courseSheet = book.Sheets[CASE_SHEETS.course]
  const course =
    courseSheet === undefined
      ? []
      : linesOf(CASE_SHEETS.course, courseSheet, COURSE_COLUMNS, since1904, faults)
  const courses = coursesOf(course)
  const seen = new Map<string, number>()
  const cases = lines.flatMap(({ row, cells }) => {
    const number = cells.申请编号
    const fault = (column: CaseColumn, what: string) =>
      faults.push({
        sheet: CASE_SHEETS.cases,
        row,
        column,
        message: `“${CASE_SHEETS.cases}”第${row}行“${column}”${what}`,
      })
    if (number === '') {
      fault('申请编号', '没有填写，请补填')
      return []
    }
    const earlier = seen.get(number)
    if (earlier !== undefined) {
      fault('申请编号', `“${number}”与第${earlier}行重复，请删去重复的登记或者更正编号`)
      return []
    }
    seen.set(number, row)
    const own = courses.get(number) ?? []
    if (own.length === 0 && cells.收到日期 === '') fault('收到日期', '没有填写，请补填')
    return [{ row, cells, course: own }]
  })
  for (const number of courses.keys()) {
    if (seen.has(number)) continue
    const message = `“${CASE_SHEETS.course}”中的“${number}”不在“${CASE_SHEETS.cases}”表中，请核对编号`
    faults.push({ sheet: CASE_SHEETS.course, row: null, column: '申请编号', message })
  }
  return { cases, faults }
}

type Line<Title extends string> = Readonly<{ row: number; cells: Readonly<Record<Title, string>> }>

/** The lines below the head, each cell as text and every date as 2024-09-30. */
function linesOf<Title extends string>(
  name: string,
  sheet: WorkSheet,
  columns: readonly Readonly<{ title: Title }>[],
  since1904: boolean,
  faults: LedgerFault[],
): readonly Line<Title>[] {
  const [heads = [], ...rows] = gridOf(sheet)
  const titles = heads.map((head) => plain(head))
  const places = columns.map(({ title }) => [title, titles.indexOf(plain(title))] as const)
  if (places[0]?.[1] === -1) {
    const message = `“${name}”第1行缺少“${places[0][0]}”列，请恢复台账原有的列名`
    faults.push({ sheet: name, row: 1, column: places[0][0], message })
    return []
  }
  return rows.flatMap((cells, index) => {
    const row = index + 2
    const texts = places.map(([title, at]) => {
      const value = at === -1 ? undefined : cells[at]
      if (value === undefined || value === null || value === '') return [title, ''] as const
      if (!DATES.has(title) || typeof value === 'boolean') return [title, String(value)] as const
      const parsed = parseLedgerDate(value, since1904)
      if ('date' in parsed) return [title, parsed.date] as const
      faults.push({
        sheet: name,
        row,
        column: title,
        message: `“${name}”第${row}行“${title}”${parsed.fault}`,
      })
      return [title, ''] as const
    })
    if (texts.every(([, text]) => text.trim() === '')) return []
    return [{ row, cells: Object.fromEntries(texts) as Record<Title, string> }]
  })
}

/** The course of each case, with records that went on in the next line put together again. */
function coursesOf(lines: readonly Line<CourseColumn>[]): Map<string, Record<CourseColumn, string>[]> {
  const courses = new Map<string, Record<CourseColumn, string>[]>()
  for (const { cells } of lines) {
    const own = courses.get(cells.申请编号) ?? []
    const last = own.at(-1)
    if (cells.事项 === CONTINUED && last !== undefined) last.记录数据 += cells.记录数据
    else own.push({ ...cells })
    courses.set(cells.申请编号, own)
  }
  return courses
}

function plain(value: unknown): string {
  return String(value ?? '')
    .normalize('NFKC')
    .replaceAll(/[*\s]|\(.*\)/g, '')
}

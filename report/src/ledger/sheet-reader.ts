import { read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import type { PlainDate } from '@mingfu/law'
import { openArchive } from '../read/archive.ts'
import { UnreadableFile } from '../read/unreadable-file.ts'
import type { LedgerFault } from './ledger.ts'
import { parseLedgerDate } from './ledger-date.ts'
import type { LedgerColumn } from './ledger-sheets.ts'

type Value = string | number | boolean | undefined

/** A line of a sheet: typed access to its cells that writes down every fault and goes on. */
export type LedgerRow = Readonly<{
  number: number
  text: (column: string) => string
  date: (column: string) => PlainDate | null
  yuan: (column: string) => number
  choice: <Choice>(
    column: string,
    find: (entry: string) => Choice | undefined,
    choices: readonly string[],
  ) => Choice | null
  fault: (column: string, message: string) => void
}>

/** The workbook of a ledger. Throws `UnreadableFile` when it is none. */
export function openLedger(bytes: Uint8Array): WorkBook {
  // Refuses what is no zip file, and what would unpack to an unreasonable size.
  openArchive(bytes, () => true)
  try {
    return read(bytes, { type: 'array', cellDates: false, cellFormula: false, cellHTML: false })
  } catch (error) {
    throw new UnreadableFile('台账无法打开，请另存为.xlsx格式后再试', { cause: error })
  }
}

/** The lines of a sheet below its head. Empty lines are passed over; a missing sheet or column is a fault. */
export function rowsOfSheet(
  book: WorkBook,
  sheet: string,
  columns: readonly LedgerColumn[],
  faults: LedgerFault[],
): readonly LedgerRow[] {
  const worksheet = book.Sheets[sheet]
  if (worksheet === undefined) {
    faults.push({
      sheet,
      row: null,
      column: null,
      message: `缺少“${sheet}”工作表，请用 mingfu report ledger-template 生成台账后填写`,
    })
    return []
  }
  const grid = gridOf(worksheet)
  const [heads = [], ...lines] = grid
  const positions = new Map(
    columns.map(({ title }) => [title, heads.findIndex((head) => headOf(head) === headOf(title))]),
  )
  const absent = columns.filter(({ title, required }) => required && positions.get(title) === -1)
  for (const { title } of absent) {
    faults.push({
      sheet,
      row: 1,
      column: title,
      message: `“${sheet}”第1行缺少“${title}”列，请恢复台账原有的列名`,
    })
  }
  if (absent.length > 0) return []
  const since1904 = book.Workbook?.WBProps?.date1904 === true
  return lines.flatMap((cells, index) => {
    const own = columns.some(({ title }) => shown(cells[positions.get(title) ?? -1]) !== '')
    if (!own) return []
    return [rowReader({ cells, number: index + 2, sheet, columns, positions, since1904, faults })]
  })
}

/** The cells of a sheet, row by row, by the value and not by how it is shown. */
export function gridOf(worksheet: WorkSheet): readonly (readonly Value[])[] {
  return utils.sheet_to_json<Value[]>(worksheet, { header: 1, raw: true, blankrows: true, defval: undefined })
}

/** A cell as text, without the white space around it. */
export function shown(value: Value): string {
  return value === undefined || value === null ? '' : String(value).trim()
}

type RowContext = Readonly<{
  cells: readonly Value[]
  number: number
  sheet: string
  columns: readonly LedgerColumn[]
  positions: ReadonlyMap<string, number>
  since1904: boolean
  faults: LedgerFault[]
}>

function rowReader({ cells, number, sheet, columns, positions, since1904, faults }: RowContext): LedgerRow {
  const raw = (column: string) => cells[positions.get(column) ?? -1]
  const required = (column: string) => columns.find(({ title }) => title === column)?.required === true
  const fault = (column: string, what: string) => {
    faults.push({ sheet, row: number, column, message: `“${sheet}”第${number}行“${column}”${what}` })
  }
  const filled = (column: string): Value => {
    const value = raw(column)
    if (shown(value) !== '') return value
    if (required(column)) fault(column, '没有填写，请补填')
    return undefined
  }
  return {
    number,
    fault,
    text: (column) => shown(filled(column)),
    date: (column) => {
      const value = filled(column)
      if (value === undefined || typeof value === 'boolean') return null
      const parsed = parseLedgerDate(value, since1904)
      if ('date' in parsed) return parsed.date
      fault(column, parsed.fault)
      return null
    },
    yuan: (column) => {
      const value = filled(column)
      if (value === undefined) return 0
      const amount = Number(
        shown(value)
          .normalize('NFKC')
          .replaceAll(/[,\s]|元$/g, ''),
      )
      if (Number.isFinite(amount) && amount >= 0) return amount
      fault(column, `填的是“${shown(value)}”，请填写以元为单位的数字`)
      return 0
    },
    choice: (column, find, choices) => {
      const entry = shown(filled(column))
      if (entry === '') return null
      const found = find(entry)
      if (found !== undefined) return found
      fault(column, `填的是“${entry}”，无法识别，请从以下选项中选择：${choices.join('、')}`)
      return null
    },
  }
}

function headOf(value: Value): string {
  return shown(value)
    .normalize('NFKC')
    .replaceAll(/[*\s]|\(.*\)/g, '')
}

import { type CellObject, read, utils, type WorkSheet } from '@e965/xlsx'
import { listArchive } from './archive.ts'
import { decodeText } from './decode-text.ts'
import type { Line } from './lines.ts'
import { blocksOfPieces } from './read-html.ts'
import { mergesByRow, type SheetArea, sheetArea } from './sheet-area.ts'
import type { GridBlock, GridCell, GridRow, ImageBlock, Source, Unread } from './source.ts'
import { joinLines } from './text-of-cell.ts'
import { UnreadableFile } from './unreadable-file.ts'

type Piece = Line | GridBlock | ImageBlock

/** All four: a text in GB18030 that begins with 序 begins with the first of them. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
/** Fields of all sheets together; a whole report has under two thousand. */
const MOST_FIELDS = 60_000

/** 电子表格 (xlsx, xls, csv): every sheet as a grid with its merged cells; rows with one filled cell are text. */
export function readXlsx(bytes: Uint8Array): Source {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (isZip) listArchive(bytes)
  const workbook = open(bytes, isZip || OLD_OFFICE.every((byte, index) => bytes[index] === byte))
  const pieces: Piece[] = []
  const unread: Unread[] = []
  let left = MOST_FIELDS
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name]
    const hidden = workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0
    if (sheet === undefined) continue
    if (hidden !== 0) {
      unread.push({ what: `工作表“${name}”`, why: '这张工作表是隐藏的，没有读取' })
      continue
    }
    const area = areaOf(sheet, left)
    if (area === null) continue
    left -= area.rows.length * (area.lastColumn - area.firstColumn + 1)
    for (const piece of piecesOfSheet(sheet, name, area)) pieces.push(piece)
    unread.push(...leftOut(area, name))
  }
  return { kind: 'xlsx', blocks: blocksOfPieces(pieces), truncated: false, wrapped: false, unread }
}

function open(bytes: Uint8Array, isBinary: boolean) {
  try {
    return isBinary
      ? read(bytes, { type: 'array', cellText: true, cellDates: false, cellFormula: false })
      : read(decodeText(bytes).text, { type: 'string', raw: true })
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    if (/password|encrypt/i.test(message)) throw new UnreadableFile('文件设有密码，请去掉密码后再提供')
    throw new UnreadableFile('电子表格已损坏或没有传完整，请重新取得文件后再试', { cause: error })
  }
}

function piecesOfSheet(
  sheet: WorkSheet,
  name: string,
  { rows: numbers, firstColumn, lastColumn }: SheetArea,
): readonly Piece[] {
  const merges = mergesByRow(sheet['!merges'] ?? [], numbers)
  const pieces: Piece[] = []
  let rows: GridRow[] = []
  const endGrid = () => {
    if (rows.length > 0) pieces.push({ kind: 'grid', layout: 'exact', rows, where: `工作表“${name}”` })
    rows = []
  }
  for (const [index, row] of numbers.entries()) {
    if (row > (numbers[index - 1] ?? row) + 1) endGrid()
    if (sheet['!rows']?.[row]?.hidden) continue
    const where = `工作表“${name}”第${row + 1}行`
    const cells: GridCell[] = []
    for (let column = firstColumn; column <= lastColumn; column++) {
      const merge = merges.get(row)?.find(({ s, e }) => column >= s.c && column <= Math.min(e.c, lastColumn))
      const origin = merge === undefined ? { r: row, c: column } : merge.s
      const span = merge === undefined ? 1 : Math.min(merge.e.c, lastColumn) - column + 1
      cells.push({
        text: textOf(sheet[utils.encode_cell(origin)] as CellObject | undefined),
        column,
        span,
        continued: row > origin.r,
        where: `工作表“${name}”${utils.encode_cell(origin)}`,
      })
      column += span - 1
    }
    const filled = cells.filter((cell) => cell.text !== '')
    const first = filled[0]
    // Headings, prose and notes stand alone in their row.
    if (filled.length === 1 && first !== undefined && isProse(first.text)) {
      endGrid()
      for (const text of first.text.split('\n')) pieces.push({ text, where })
    } else {
      rows.push({ cells: cells.map((cell) => ({ ...cell, text: joinLines(cell.text) })), where })
    }
  }
  endGrid()
  return pieces
}

function areaOf(sheet: WorkSheet, mostFields: number): SheetArea | null {
  const isFilled = (address: string) => textOf(sheet[address] as CellObject | undefined) !== ''
  const filled = Object.keys(sheet).filter((address) => !address.startsWith('!') && isFilled(address))
  const merged = (sheet['!merges'] ?? []).filter(({ s }) => isFilled(utils.encode_cell(s)))
  return sheetArea(
    filled.map((address) => utils.decode_cell(address)),
    merged,
    mostFields,
  )
}

function leftOut({ far, below, lastColumn, rows }: SheetArea, name: string): readonly Unread[] {
  const unread: Unread[] = []
  if (far > 0)
    unread.push({
      what: `工作表“${name}”的${far}个单元格`,
      why: `在第${lastColumn + 1}列以后，离表格太远，没有读取`,
    })
  if (below > 0)
    unread.push({ what: `工作表“${name}”的最后${below}行`, why: `行数过多，只读了前面${rows.length}行` })
  return unread
}

function isProse(text: string): boolean {
  return text.length > 45 || (/情况|问题|事项|报告$|。/.test(text) && !/第二十条|办理结果|勾稽/.test(text))
}

/** As shown, unless the number format hides digits. */
function textOf(cell: CellObject | undefined): string {
  if (cell === undefined || cell.v === undefined || cell.t === 'z') return ''
  const shown = (cell.w ?? String(cell.v)).trim()
  if (cell.t === 'e') return shown
  if (cell.t !== 'n') return String(cell.v)
  // A zero that the format shows as a dash or not at all was entered as zero.
  const value = Number(cell.v)
  return Number(shown.replace(/[,，\s]/g, '')) === value && shown !== '' ? shown : exact(value)
}

/** 0.1 + 0.2 in a sheet is 0.30000000000000004; nobody entered that. */
function exact(value: number): string {
  return String(Number(value.toPrecision(15)))
}

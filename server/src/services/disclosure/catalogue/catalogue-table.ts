import { type GridRow, readSource, UnreadableFile } from '@mingfu/report'
import { Invalid } from '../../../errors.ts'
import { type CatalogueColumnId, HEADS } from './catalogue-columns.ts'

/** A line of a catalogue's table: its words by column, and where it stands. */
export type CatalogueLine = Readonly<{
  where: string
  cells: Readonly<Partial<Record<CatalogueColumnId, string>>>
}>

/**
 * 目录表格: the lines of an Excel, Word or web table as organs hold them, with merged cells and a head of one or two
 * rows. Merged cells give their words to every line that they cover.
 */
export async function readCatalogueTable(
  bytes: Uint8Array,
  fileName: string,
): Promise<readonly CatalogueLine[]> {
  const { blocks } = await readSource(bytes, fileName).catch((error: unknown) => {
    throw error instanceof UnreadableFile ? new Invalid(error.message, { file: error.message }) : error
  })
  const rows = blocks.flatMap((block): readonly GridRow[] => {
    if (block.kind === 'grid') return block.rows
    // A row with a single long cell comes as text; it still takes its place below the head.
    return block.kind === 'text' && block.text !== '' ? [loneCell(block.text, block.where)] : []
  })
  const lines: CatalogueLine[] = []
  let columns: ReadonlyMap<number, CatalogueColumnId> | undefined
  let found = false
  let sheet = ''
  for (const [index, row] of rows.entries()) {
    // Each sheet has its own head; one without is no part of the catalogue.
    if (sheetOf(row) !== sheet) columns = undefined
    sheet = sheetOf(row)
    const head = headOf(row, rows[index + 1])
    // The head is printed again on each page, and in a workbook on each sheet.
    if (head !== undefined) {
      columns = head
      found = true
    } else if (columns !== undefined) {
      const cells = cellsOf(row, columns)
      if (isLine(row, cells)) lines.push({ where: row.where, cells })
    }
  }
  if (!found) {
    const sentence = '没有找到目录表格：表头应当有“一级事项”“公开内容”“公开时限”等列，请下载模板填写'
    throw new Invalid(sentence, { file: sentence })
  }
  return lines
}

/** Which column holds what; `undefined` for a row that is no head, or is the second row of one. */
function headOf(row: GridRow, next: GridRow | undefined): ReadonlyMap<number, CatalogueColumnId> | undefined {
  const first = namesOf(row)
  if (first.size < 3) return undefined
  const columns = new Map(first)
  // Under a spanning cell (公开事项, 公开方式) the second row names the columns; other rows are data.
  const below = next === undefined ? undefined : namesOf(next)
  if (below !== undefined && namesLevels(below)) for (const [column, id] of below) columns.set(column, id)
  const ids = [...columns.values()]
  return ids.includes('content') && namesLevels(columns) ? columns : undefined
}

function namesOf(row: GridRow): ReadonlyMap<number, CatalogueColumnId> {
  const names = new Map<number, CatalogueColumnId>()
  for (const { column, text } of row.cells) {
    const name = text.normalize('NFKC').replace(/[\s*]|\(.*\)/g, '')
    const id = HEADS.find(([words]) => words.test(name))?.[1]
    if (id !== undefined) names.set(column, id)
  }
  return names
}

function namesLevels(names: ReadonlyMap<number, CatalogueColumnId>): boolean {
  const ids = [...names.values()]
  return ids.includes('level1') || ids.includes('level2')
}

function cellsOf(row: GridRow, columns: ReadonlyMap<number, CatalogueColumnId>): CatalogueLine['cells'] {
  const cells: Partial<Record<CatalogueColumnId, string>> = {}
  for (const { column, span, text } of row.cells) {
    for (let at = column; at < column + span; at++) {
      const id = columns.get(at)
      if (id !== undefined && text.trim() !== '') cells[id] ??= text.trim()
    }
  }
  return cells
}

/** Second rows of a head, empty rows and headings across the whole table are no lines. */
function isLine(row: GridRow, cells: CatalogueLine['cells']): boolean {
  if (namesLevels(namesOf(row))) return false
  const filled = row.cells.filter(({ text }) => text.trim() !== '')
  const [only, second] = filled
  if (only === undefined) return false
  if (second === undefined && only.span > 2) return false
  return Object.keys(cells).some((id) => id !== 'number')
}

function sheetOf({ where }: GridRow): string {
  return /^工作表“.*”/.exec(where)?.[0] ?? ''
}

function loneCell(text: string, where: string): GridRow {
  return { where, cells: [{ text, column: 0, span: 1, continued: false, where }] }
}

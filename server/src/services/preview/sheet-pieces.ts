import { type CellObject, type Range, read, utils, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { decodeText } from '@mingfu/report'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { Invalid } from '../../errors.ts'
import type { Piece } from './cut-pages.ts'

const MOST_SHEETS = 20
const MOST_ROWS = 2000
const MOST_COLUMNS = 50
const LONGEST_CELL = 2000
/** A cell merged over more rows than these is written anew: a page may end after them. */
const ROWS_TOGETHER = 20
const LARGEST_PART = 80_000_000
const LARGEST_TOTAL = 150_000_000
const MOST_PARTS = 5000
/** What a sheet shows stands in these parts; comments, caches, links to other books and macros are not even unpacked. */
const SHOWN_PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/theme\/[^/]+\.xml|xl\/worksheets\/[^/]+\.xml)$/

const LIST = '[Content_Types].xml'

type Shown = Readonly<{ pieces: readonly Piece[]; notes: readonly string[] }>

/**
 * 电子表格 → 网页表格: each sheet as its owner sees it, with the letters of its columns and the numbers of its rows. What
 * is hidden — sheets, rows, columns — is not shown, and it is said that something is.
 */
export function sheetPieces(bytes: Uint8Array): Shown {
  const isText = !isZip(bytes) && !isOldOffice(bytes)
  const book = open(bytes)
  const pieces: Piece[] = []
  const notes: string[] = []
  let hidden = false
  let shown = 0
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name]
    if ((book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0) {
      hidden = true
      continue
    }
    if (sheet === undefined) continue
    if ((sheet['!type'] ?? 'sheet') !== 'sheet') {
      notes.push(`工作表“${name}”是图表，不显示`)
      continue
    }
    shown += 1
    if (shown > MOST_SHEETS) continue
    const one = pieceOf(sheet, isText ? '' : `工作表“${name}”`)
    hidden ||= one.hidden
    notes.push(...one.notes)
    pieces.push(one.piece)
  }
  if (shown > MOST_SHEETS) notes.push(`共${shown}张工作表，只显示前${MOST_SHEETS}张`)
  if (hidden) notes.push('隐藏的工作表、行、列不显示')
  return { pieces, notes }
}

function open(bytes: Uint8Array): WorkBook {
  // One row more than is shown tells that there are more.
  const options = { sheetRows: MOST_ROWS + 1, cellStyles: true, cellFormula: false, cellHTML: false } as const
  try {
    if (isZip(bytes)) return read(shownParts(bytes), { ...options, type: 'array' })
    if (isOldOffice(bytes)) return read(bytes, { ...options, type: 'array' })
    // A text says nowhere how many rows it has.
    return read(decodeText(bytes).text, { ...options, sheetRows: 0, type: 'string', raw: true })
  } catch (error) {
    if (error instanceof Invalid) throw error
    const message = error instanceof Error ? error.message : ''
    throw new Invalid(
      /password|encrypt/i.test(message)
        ? '文件设有密码，不能预览'
        : '电子表格已经损坏或者没有传完整，不能预览',
    )
  }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function isOldOffice(bytes: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte)
}

/** Unpacked to the size that the archive states and no further, and packed again without what is not shown. */
function shownParts(bytes: Uint8Array): Uint8Array {
  let total = 0
  let parts = 0
  const kept = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts += 1
      if (parts > MOST_PARTS) throw tooLarge()
      if (!SHOWN_PARTS.test(name)) return false
      total += originalSize
      if (originalSize > LARGEST_PART || total > LARGEST_TOTAL) throw tooLarge()
      return true
    },
  })
  const listed = kept[LIST]
  // What the list of parts names has to be there.
  if (listed !== undefined)
    kept[LIST] = strToU8(
      strFromU8(listed).replace(
        /<Override\b[^>]*?PartName="\/([^"]*)"[^>]*?(?:\/>|><\/Override>)/g,
        (entry, path: string) => (path in kept ? entry : ''),
      ),
    )
  return zipSync(kept, { level: 0 })
}

function tooLarge(): Invalid {
  return new Invalid('文件解压后过大，不能预览')
}

function pieceOf(
  sheet: WorkSheet,
  name: string,
): Readonly<{ piece: Piece; notes: readonly string[]; hidden: boolean }> {
  if (sheet['!ref'] === undefined)
    return { piece: { kind: 'whole', html: `<p>${escaped(name)}（没有内容）</p>` }, notes: [], hidden: false }
  const full = utils.decode_range(sheet['!fullref'] ?? sheet['!ref'])
  const last = Math.min(utils.decode_range(sheet['!ref']).e.r, MOST_ROWS - 1)
  const rows = between(full.s.r, last).filter((row) => !isHidden(sheet['!rows']?.[row], 'hpt'))
  const columns = between(full.s.c, Math.min(full.e.c, full.s.c + MOST_COLUMNS - 1)).filter(
    (column) => !isHidden(sheet['!cols']?.[column], 'width'),
  )
  const hidden =
    rows.length < last - full.s.r + 1 ||
    between(full.s.c, full.e.c).some((column) => isHidden(sheet['!cols']?.[column], 'width'))
  const letters = columns.map((column) => `<th scope="col">${utils.encode_col(column)}</th>`).join('')
  const notes = [
    ...(full.e.r >= MOST_ROWS ? [`${name}共${full.e.r + 1}行，只显示前${MOST_ROWS}行`] : []),
    ...(full.e.c - full.s.c >= MOST_COLUMNS ? [`${name}共${full.e.c + 1}列，只显示前${MOST_COLUMNS}列`] : []),
  ]
  return {
    piece: {
      kind: 'table',
      open: `<table><caption>${escaped(name || '表格')}</caption><thead><tr><td></td>${letters}</tr></thead><tbody>`,
      rows: groupsOf(sheet, rows, columns),
      close: '</tbody></table>',
    },
    notes,
    hidden,
  }
}

/** Rows as HTML; those that a merged cell ties together are one text. */
function groupsOf(sheet: WorkSheet, rows: readonly number[], columns: readonly number[]): readonly string[] {
  const merges = mergesByRow(sheet['!merges'] ?? [], rows.at(-1) ?? 0)
  const groups: string[] = []
  let group = ''
  let tied = 0
  for (const [index, row] of rows.entries()) {
    const block = rows.slice(index, index - (index % ROWS_TOGETHER) + ROWS_TOGETHER)
    const cells: string[] = []
    for (const column of columns) {
      const merge = merges.get(row)?.find(({ s, e }) => column >= s.c && column <= e.c)
      if (merge === undefined) {
        cells.push(`<td>${textOf(sheet, row, column)}</td>`)
        continue
      }
      // Shown where it begins, and again where a page may have begun since.
      const firstColumn = columns.find((each) => each >= merge.s.c)
      const above = rows[index - 1]
      const goesOn = index % ROWS_TOGETHER !== 0 && above !== undefined && above >= merge.s.r
      if (column !== firstColumn || goesOn) continue
      const wide = columns.filter((each) => each >= merge.s.c && each <= merge.e.c).length
      const high = block.filter((each) => each <= merge.e.r).length
      tied = Math.max(tied, high)
      cells.push(
        `<td${wide > 1 ? ` colspan="${wide}"` : ''}${high > 1 ? ` rowspan="${high}"` : ''}>${textOf(sheet, merge.s.r, merge.s.c)}</td>`,
      )
    }
    group += `<tr><th scope="row">${row + 1}</th>${cells.join('')}</tr>`
    tied -= 1
    if (tied > 0) continue
    groups.push(group)
    group = ''
    tied = 0
  }
  return group === '' ? groups : [...groups, group]
}

function mergesByRow(merges: readonly Range[], last: number): ReadonlyMap<number, readonly Range[]> {
  const byRow = new Map<number, Range[]>()
  for (const merge of merges.slice(0, 20_000)) {
    for (let row = merge.s.r; row <= Math.min(merge.e.r, last); row++)
      byRow.set(row, [...(byRow.get(row) ?? []), merge])
  }
  return byRow
}

/** As the format of the cell shows it; a format that shows nothing shows nothing here either. */
function textOf(sheet: WorkSheet, row: number, column: number): string {
  const cell = sheet[utils.encode_cell({ r: row, c: column })] as CellObject | undefined
  if (cell === undefined || cell.t === 'z' || cell.v === undefined) return ''
  const text = (cell.w ?? String(cell.v)).trim()
  const short = text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}……` : text
  return escaped(short).replace(/\r?\n/g, '<br>')
}

function isHidden(of: object | undefined, size: 'hpt' | 'width'): boolean {
  const known = of as Readonly<Record<string, unknown>> | undefined
  return known !== undefined && (known.hidden === true || known[size] === 0)
}

function between(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

function escaped(text: string): string {
  return text
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

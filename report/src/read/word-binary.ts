import { CFB } from '@e965/xlsx'
import { UnreadableFile } from './unreadable-file.ts'

/** A character of a binary Word file and the place in the file that its formatting goes by. */
export type WordCharacter = Readonly<{ character: string; at: number }>

/** The end of a table row: the left edges of its cells and its right edge, and which cells go on from above. */
export type RowEnd = Readonly<{
  edges: readonly number[]
  merges: readonly ('none' | 'start' | 'continue')[]
}>

export type WordBinary = Readonly<{
  /** The text and then the text of boxes, without what is deleted, hidden or the code of a field. */
  text: readonly WordCharacter[]
  rowEnds: ReadonlyMap<number, RowEnd>
  /** Whether the paragraph that ends at a place stands in a table. */
  isInTable: (at: number) => boolean
}>

/** Places in the file information block, [MS-DOC] 2.5. */
const FLAGS = 0x0a
const LENGTHS = 0x4c
const CHARACTER_PAGES = 0xfa
const PARAGRAPH_PAGES = 0x102
const PIECES = 0x1a2
const WORD_97 = 0xc1

/** Property codes, [MS-DOC] 2.6. */
const IN_TABLE = 0x2416
const ROW_END = 0x2417
const ROW_LAYOUT = 0xd608
const DELETED = 0x0800
const HIDDEN = 0x083c
const TAB_CHANGES = 0xc615
/** Properties too long for their page stand in the data stream. */
const ELSEWHERE: ReadonlySet<number> = new Set([0x6645, 0x6646, 0x646b])
const PAGE = 512
const MOST_CHARACTERS = 5_000_000
const MOST_RUNS = 500_000

const BROKEN = 'Word 文件已损坏或没有传完整，请重新取得文件后再试'
const TOO_OLD = '这是很早的 Word 文件，请用 Word 或 WPS 另存为 docx 后再试'

type Run = Readonly<{ from: number; to: number; properties: ReadonlyMap<number, DataView> }>

/** Word 97 至 2003 (doc、wps): the text and the ends of table rows, from the binary file itself. */
export function openWordBinary(bytes: Uint8Array): WordBinary {
  try {
    const container = CFB.read(bytes, { type: 'array' })
    const main = streamOf(container, 'WordDocument')
    if (main === null) throw new UnreadableFile(BROKEN)
    const flags = main.getUint16(FLAGS, true)
    if ((flags & 0x0100) !== 0) throw new UnreadableFile('文件设有密码，请去掉密码后再提供')
    if (main.getUint16(2, true) < WORD_97) throw new UnreadableFile(TOO_OLD)
    const table = streamOf(container, (flags & 0x0200) === 0 ? '0Table' : '1Table')
    if (table === null) throw new UnreadableFile(BROKEN)
    const data = streamOf(container, 'Data')
    const hidden = runsOf(main, table, data, CHARACTER_PAGES).filter(
      ({ properties }) => isOn(properties.get(DELETED)) || isOn(properties.get(HIDDEN)),
    )
    const paragraphs = runsOf(main, table, data, PARAGRAPH_PAGES)
    const ends = paragraphs.filter(({ properties }) => isOn(properties.get(ROW_END)))
    const inTables = paragraphs.filter(({ properties }) => isOn(properties.get(IN_TABLE)))
    return {
      text: withoutFieldCodes(shown(charactersOf(main, table), hidden)),
      rowEnds: new Map(ends.map((run) => [run.from, rowEndOf(run.properties.get(ROW_LAYOUT))])),
      isInTable: within(inTables),
    }
  } catch (error) {
    throw error instanceof UnreadableFile ? error : new UnreadableFile(BROKEN, { cause: error })
  }
}

function streamOf(container: unknown, name: string): DataView | null {
  const found = CFB.find(container, name) as Readonly<{ content?: ArrayLike<number> }> | null
  return found?.content === undefined ? null : viewOf(Uint8Array.from(found.content))
}

/** The pieces of the text in order; each says where in the file it stands and how wide its characters are. */
function charactersOf(main: DataView, table: DataView): readonly WordCharacter[] {
  const lengths = Array.from({ length: 7 }, (_, index) => main.getInt32(LENGTHS + 4 * index, true))
  const body = lengths[0] ?? 0
  const boxesFrom = lengths.slice(0, 6).reduce((sum, length) => sum + length, 0)
  const boxesTo = boxesFrom + (lengths[6] ?? 0)
  const narrow = new TextDecoder('windows-1252')
  const found: WordCharacter[] = []
  let at = main.getUint32(PIECES, true)
  const end = at + main.getUint32(PIECES + 4, true)
  while (at < end && table.getUint8(at) === 1) at += 3 + table.getUint16(at + 1, true)
  const count = (table.getUint32(at + 1, true) - 4) / 12
  const places = at + 5
  for (let piece = 0; piece < count; piece++) {
    const from = table.getUint32(places + 4 * piece, true)
    const to = table.getUint32(places + 4 * (piece + 1), true)
    const place = table.getUint32(places + 4 * (count + 1) + 8 * piece + 2, true)
    const isNarrow = (place & 0x4000_0000) !== 0
    const start = isNarrow ? (place & 0x3fff_ffff) / 2 : place & 0x3fff_ffff
    for (let index = from; index < to; index++) {
      if (index >= body && (index < boxesFrom || index >= boxesTo)) continue
      const where = start + (index - from) * (isNarrow ? 1 : 2)
      const character = isNarrow
        ? narrow.decode(Uint8Array.of(main.getUint8(where)))
        : String.fromCharCode(main.getUint16(where, true))
      found.push({ character, at: where })
      if (found.length > MOST_CHARACTERS) throw new UnreadableFile('文件内容过多，不像是年度报告，没有读取')
    }
  }
  return found
}

/** Runs of one formatting with its properties, from the pages of 512 bytes that a list in the table stream names. */
function runsOf(main: DataView, table: DataView, data: DataView | null, list: number): readonly Run[] {
  const start = main.getUint32(list, true)
  const count = (main.getUint32(list + 4, true) - 4) / 8
  const isParagraph = list === PARAGRAPH_PAGES
  const runs: Run[] = []
  for (let index = 0; index < count; index++) {
    const page = (table.getUint32(start + 4 * (count + 1) + 4 * index, true) & 0x3f_ffff) * PAGE
    const held = main.getUint8(page + PAGE - 1)
    if (runs.length > MOST_RUNS) throw new UnreadableFile(BROKEN)
    for (let run = 0; run < held; run++) {
      const entry = page + 4 * (held + 1) + run * (isParagraph ? 13 : 1)
      const offset = 2 * main.getUint8(entry)
      runs.push({
        from: main.getUint32(page + 4 * run, true),
        to: main.getUint32(page + 4 * (run + 1), true),
        properties: offset === 0 ? new Map() : propertiesAt(main, data, page + offset, isParagraph),
      })
    }
  }
  return runs
}

function propertiesAt(
  main: DataView,
  data: DataView | null,
  place: number,
  isParagraph: boolean,
): ReadonlyMap<number, DataView> {
  let at = place + 1
  let length = main.getUint8(place)
  if (isParagraph && length === 0) length = 2 * main.getUint8(at++)
  else if (isParagraph) length = 2 * length - 1
  // A paragraph names its style first.
  const properties = propertiesIn(main, at + (isParagraph ? 2 : 0), at + length)
  for (const [code, operand] of properties) {
    if (!ELSEWHERE.has(code) || data === null) continue
    const there = operand.getUint32(0, true)
    for (const [other, value] of propertiesIn(data, there + 2, there + 2 + data.getUint16(there, true)))
      properties.set(other, value)
  }
  return properties
}

function propertiesIn(stream: DataView, start: number, end: number): Map<number, DataView> {
  const properties = new Map<number, DataView>()
  let at = start
  while (at + 2 < end) {
    const code = stream.getUint16(at, true)
    const size = operandSize(stream, at + 2, code)
    properties.set(code, new DataView(stream.buffer, stream.byteOffset + at + 2, size))
    at += 2 + size
  }
  return properties
}

function operandSize(main: DataView, at: number, code: number): number {
  const kind = code >> 13
  if (kind === 6) {
    if (code === ROW_LAYOUT) return main.getUint16(at, true) + 1
    const size = main.getUint8(at)
    return code === TAB_CHANGES && size === 255 ? 256 : size + 1
  }
  return [1, 1, 2, 4, 2, 2, 0, 3][kind] ?? 1
}

/** The cells of a row by the edges that Word drew them with, in twentieths of a point. */
function rowEndOf(layout: DataView | undefined): RowEnd {
  if (layout === undefined) return { edges: [], merges: [] }
  const cells = layout.getUint8(2)
  const edges = Array.from({ length: cells + 1 }, (_, index) => layout.getInt16(3 + 2 * index, true))
  const merges = Array.from({ length: cells }, (_, index) => {
    const at = 3 + 2 * (cells + 1) + 20 * index
    const merge = at + 2 <= layout.byteLength ? (layout.getUint16(at, true) >> 5) & 3 : 0
    return merge === 0 ? 'none' : merge === 3 ? 'start' : 'continue'
  })
  return { edges, merges } as RowEnd
}

/** Whether a place lies in one of the runs, which do not overlap. */
function within(runs: readonly Run[]): (at: number) => boolean {
  const sorted = runs.toSorted((a, b) => a.from - b.from)
  return (at) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.from ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return at < (sorted[low - 1]?.to ?? 0)
  }
}

function shown(text: readonly WordCharacter[], hidden: readonly Run[]): readonly WordCharacter[] {
  const isHidden = within(hidden)
  return text.filter(({ at, character }) => character === '\u0007' || !isHidden(at))
}

/** A field stands as its code, a mark and what it shows. */
function withoutFieldCodes(text: readonly WordCharacter[]): readonly WordCharacter[] {
  const codes: boolean[] = []
  return text.filter(({ character }) => {
    if (character === '\u0013') codes.push(true)
    else if (character === '\u0014') codes[codes.length - 1] = false
    else if (character === '\u0015') codes.pop()
    else return !codes.includes(true)
    return false
  })
}

function isOn(operand: DataView | undefined): boolean {
  return operand !== undefined && operand.byteLength > 0 && operand.getUint8(0) === 1
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

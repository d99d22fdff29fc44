import { closeSync, openSync, readdirSync, readSync } from 'node:fs'
import { join } from 'node:path'

type Read = (position: number, length: number) => DataView

/** Font files below a directory. */
export function fontFilesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ttf|otf|ttc|otc)$/i.test(name))
    .sort()
    .map((name) => join(directory, name))
}

/** The code points a font file has glyphs for, read from its `cmap` alone; empty when it is no font. */
export function coverageOf(file: string): ReadonlySet<number> {
  const handle = openSync(file, 'r')
  try {
    const read: Read = (position, length) => {
      const bytes = Buffer.alloc(length)
      readSync(handle, bytes, 0, length, position)
      return new DataView(bytes.buffer, bytes.byteOffset, length)
    }
    const covered = new Set<number>()
    for (const start of fontStarts(read)) addCoverage(read, start, covered)
    return covered
  } finally {
    closeSync(handle)
  }
}

const COLLECTION = 0x74746366 // 'ttcf'
const CMAP = 0x636d6170 // 'cmap'

function fontStarts(read: Read): readonly number[] {
  const head = read(0, 12)
  if (head.getUint32(0) !== COLLECTION) return [0]
  const count = Math.min(head.getUint32(8), 64)
  const offsets = read(12, count * 4)
  return Array.from({ length: count }, (_, index) => offsets.getUint32(index * 4))
}

function addCoverage(read: Read, start: number, covered: Set<number>) {
  const tables = read(start, 12).getUint16(4)
  const directory = read(start + 12, tables * 16)
  for (let index = 0; index < tables; index += 1) {
    if (directory.getUint32(index * 16) !== CMAP) continue
    const cmap = read(directory.getUint32(index * 16 + 8), directory.getUint32(index * 16 + 12))
    const subtables = cmap.getUint16(2)
    for (let entry = 0; entry < subtables; entry += 1) {
      const at = cmap.getUint32(4 + entry * 8 + 4)
      const format = cmap.getUint16(at)
      if (format === 4) addSegments(cmap, at, covered)
      if (format === 12) addGroups(cmap, at, covered)
    }
  }
}

/** Format 4: segments of the basic plane. A glyph of 0 inside a segment is a gap. */
function addSegments(cmap: DataView, at: number, covered: Set<number>) {
  const twice = cmap.getUint16(at + 6)
  for (let offset = 0; offset < twice; offset += 2) {
    const end = cmap.getUint16(at + 14 + offset)
    const start = cmap.getUint16(at + 16 + twice + offset)
    const delta = cmap.getUint16(at + 16 + twice * 2 + offset)
    const rangeAt = at + 16 + twice * 3 + offset
    const range = cmap.getUint16(rangeAt)
    for (let code = start; code <= end && code !== 0xffff; code += 1) {
      const glyph =
        range === 0 ? (code + delta) & 0xffff : cmap.getUint16(rangeAt + range + (code - start) * 2)
      if (glyph !== 0) covered.add(code)
    }
  }
}

/** Format 12: groups over all planes. */
function addGroups(cmap: DataView, at: number, covered: Set<number>) {
  const groups = cmap.getUint32(at + 12)
  for (let group = 0; group < groups; group += 1) {
    const position = at + 16 + group * 12
    const end = cmap.getUint32(position + 4)
    for (let code = cmap.getUint32(position); code <= end; code += 1) covered.add(code)
  }
}

import { readdirSync, readFileSync } from 'node:fs'
import { readReport } from '../read-report.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import type { Choose } from './printed-report.ts'

/** A file for the readers: real, random or a real one spoilt. */
export type FuzzFile = Readonly<{ name: string; bytes: Uint8Array; what: string }>

const FIXTURES = new URL('../../../fixtures/reports/', import.meta.url)
const NAMES = [
  'a.txt',
  'a.html',
  'a.docx',
  'a.xlsx',
  'a.xls',
  'a.pdf',
  'a.json',
  'a.md',
  'a.csv',
  'a.doc',
  'a',
]
const MARKS = [
  'PK\u0003\u0004word/document.xml',
  '%PDF-1.7\n',
  '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1Workbook',
  '<html><table>',
  '{"meta":',
  '\u00ff\u00fe',
]

/** Real files of every kind; the PDF takes longest and comes seldom. */
export function realFiles(): readonly FuzzFile[] {
  return readdirSync(FIXTURES)
    .filter((name) => /\.(?:txt|html|docx|md|pdf|xlsx|xls|doc)$/.test(name))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(new URL(name, FIXTURES))), what: name }))
}

/** One file made by chance: noise, noise behind a known mark, or a real file cut, changed, doubled or shuffled. */
export function fuzzFile(choose: Choose, real: readonly FuzzFile[]): FuzzFile {
  const one = <Item>(items: readonly Item[]) => items[choose(items.length)] as Item
  const noise = (length: number) => Uint8Array.from({ length }, () => choose(256))
  const kind = choose(8)
  if (kind === 0) return { name: one(NAMES), bytes: noise(choose(3000)), what: 'noise' }
  if (kind === 1) {
    const head = Uint8Array.from(one(MARKS), (letter) => letter.charCodeAt(0))
    return {
      name: one(NAMES),
      bytes: Uint8Array.of(...head, ...noise(choose(2000))),
      what: 'noise behind a mark',
    }
  }
  const quick = real.filter(({ name }) => !name.endsWith('.pdf'))
  const file = one(choose(12) === 0 ? real : quick)
  const cut = choose(2) === 0 ? file.bytes.length : 1 + choose(file.bytes.length)
  const bytes = file.bytes.slice(0, cut)
  for (let edits = choose(30); edits > 0; edits--) bytes[choose(bytes.length)] = choose(256)
  if (kind === 2) {
    // A piece of the file written over another place, as a broken download leaves it.
    const from = choose(bytes.length)
    bytes.copyWithin(choose(bytes.length), from, from + choose(4000))
  }
  return { name: choose(10) === 0 ? one(NAMES) : file.name, bytes, what: `${file.name}, spoilt` }
}

/** `null` when the file was read, or refused with a Chinese sentence; else what went wrong. */
export async function faultOf({ name, bytes }: FuzzFile): Promise<string | null> {
  try {
    await readReport(bytes, name)
    return null
  } catch (error) {
    if (error instanceof UnreadableFile && /\p{Script=Han}/u.test(error.message)) return null
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}

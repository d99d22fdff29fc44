import { readdirSync, readFileSync } from 'node:fs'
import { unzipSync, zipSync } from 'fflate'
import { readReport } from '../read-report.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { chooser } from './chooser.ts'
import { encoderOf } from './encoder.ts'
import { MEDIA } from './media.ts'
import { type Choose, figuresThatTie, print } from './printed-report.ts'

/** A file for the readers: real, random or a real one spoilt. */
export type FuzzFile = Readonly<{ name: string; bytes: Uint8Array; what: string }>

const FIXTURES = new URL('../../../fixtures/', import.meta.url)
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
export async function realFiles(): Promise<readonly FuzzFile[]> {
  const names = ['', 'reports/'].flatMap((folder) =>
    readdirSync(new URL(folder, FIXTURES)).map((name) => ({ name, at: `${folder}${name}` })),
  )
  const kept = names
    .filter(({ name }) => /\.(?:txt|html|docx|md|pdf|doc|json)$/.test(name) && name !== 'index.json')
    .map(({ name, at }) => ({ name, bytes: bytesOf(at), what: name }))
  const made = Object.entries(MEDIA)
    .filter(([medium]) => medium !== 'PDF')
    .map(async ([what, medium]) => ({ ...(await medium(print('2021', 2024, FIGURES))), what }))
  return [...kept, ...(await Promise.all(made)), ...pagesInOtherEncodings()]
}

const FIGURES = figuresThatTie('2021', chooser(2024))

/** The page of the fixtures as older sites serve it. */
function pagesInOtherEncodings(): readonly FuzzFile[] {
  const page = new TextDecoder().decode(bytesOf('reports/hangzhou-like-2025.html'))
  const wide = Uint8Array.from(Buffer.from(`\uFEFF${page}`, 'utf16le'))
  return [
    { name: 'gbk.html', bytes: encoderOf('gbk')(page.replace('utf-8', 'gb2312')), what: 'a page in GBK' },
    { name: 'utf-16.html', bytes: wide, what: 'a page in UTF-16' },
  ]
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(path, FIXTURES)))
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
  if (kind === 3 && /\.(?:docx|xlsx)$/.test(file.name)) return spoiltInside(file, choose)
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

/** An office file whose archive is whole and one of whose parts is not. */
function spoiltInside(file: FuzzFile, choose: Choose): FuzzFile {
  const parts = unzipSync(file.bytes)
  const names = Object.keys(parts)
  const name = names[choose(names.length)] as string
  const whole = parts[name] as Uint8Array
  const part = choose(3) === 0 ? whole.slice(0, choose(whole.length + 1)) : whole.slice()
  for (let edits = 1 + choose(20); edits > 0 && part.length > 0; edits--)
    part[choose(part.length)] = choose(2) === 0 ? choose(256) : (MARKUP[choose(MARKUP.length)] as number)
  const bytes = zipSync({ ...parts, [name]: part }, { level: 0, mtime: '2024-01-31' })
  return { name: file.name, bytes, what: `${file.what}, ${name} in it spoilt` }
}

const MARKUP = Array.from('<>/"&; 09', (letter) => letter.charCodeAt(0))

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

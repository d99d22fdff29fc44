import { T3_APPLICANT_HEAD, T3_ORGANISATION_HEAD, T4_LITIGATION_HEAD } from '@mingfu/law'
import type { Block, Source, TextBlock } from '../read/source.ts'
import type { ReportSection, StatPeriod } from '../report.ts'
import type { Field } from './field.ts'
import { foldLabel, foldText } from './fold.ts'
import { isFormLabel } from './form-label.ts'
import { type FoundHeading, findHeading, gluedHeading } from './heading.ts'
import type { LocatedLabel } from './located.ts'
import { isAboveReport, publishedOn, withoutPageFoot } from './page-furniture.ts'
import { paragraphs } from './paragraphs.ts'
import { type FoundTitle, orgTypeOf, readPeriod, readTitle, readTitleInside } from './title.ts'

export type Prose = Readonly<{
  title: string | null
  titled: FoundTitle | null
  /** As the page states it. */
  publishedOn: string | null
  preamble: string
  period: StatPeriod | null
  sections: readonly ReportSection[]
  labels: readonly LocatedLabel[]
}>

type Piece = Readonly<{ text: string; where: string; heading: FoundHeading | null }>

/** Titles stand among the first lines. */
const TITLE_WITHIN = 25

/** 文字部分: title, preamble and the text of the sections, without what belongs to the tables. */
export function readProse(source: Source, used: readonly Iterable<Field>[], fileName = ''): Prose {
  const pieces = piecesOf(source, used)
  const firstHeading = pieces.findIndex((piece) => piece.heading !== null)
  const front = firstHeading < 0 ? pieces.slice(0, TITLE_WITHIN) : pieces.slice(0, firstHeading)
  const titled = titleOf(front, source, fileName)
  const sections: { id: FoundHeading['id']; heading: string; lines: string[] }[] = []
  for (const piece of pieces.slice(Math.max(firstHeading, 0))) {
    if (piece.heading !== null) {
      const { id, heading, rest } = piece.heading
      sections.push({ id, heading, lines: rest === '' ? [] : [rest] })
    } else if (firstHeading >= 0) {
      sections.at(-1)?.lines.push(piece.text)
    }
  }
  const above = front.slice(titled.end).map((piece) => piece.text)
  const preamble = paragraphs(
    above.filter((line) => !isAboveReport(line)),
    source.wrapped,
  )
  const texts = sections.map((section) => ({
    id: section.id,
    heading: section.heading,
    text: paragraphs(
      section === sections.at(-1) ? withoutPageFoot(section.lines) : section.lines,
      source.wrapped,
    ),
  }))
  return {
    title: titled.title,
    titled: titled.found ?? readTitleInside(preamble) ?? readTitleInside(texts[0]?.text ?? ''),
    publishedOn: source.publishedOn ?? publishedOn(front.map((piece) => piece.text)),
    preamble,
    period: readPeriod(preamble) ?? readPeriod(texts.map((section) => section.text).join('\n')),
    sections: texts,
    labels: pieces.flatMap((piece) =>
      piece.heading === null ? [] : [headingLabel(piece.heading, piece.where)],
    ),
  }
}

/** The year that the title above the first heading states: enough to know the format by, without reading the prose. */
export function titledYear(source: Source, fileName = ''): number | null {
  const front: Piece[] = []
  for (const block of source.blocks) {
    const pieces = piecesOfBlock(block)
    const heading = pieces.findIndex((piece) => piece.heading !== null)
    front.push(...(heading < 0 ? pieces : pieces.slice(0, heading)))
    if (heading >= 0) return titleOf(front, source, fileName).found?.year ?? null
  }
  return titleOf(front.slice(0, TITLE_WITHIN), source, fileName).found?.year ?? null
}

function titleOf(front: readonly Piece[], source: Source, fileName: string): Titled {
  return findTitle(front, source.title ?? fileName.replace(/\.[a-z]+$/i, ''))
}

/** What a block says as long as nothing is known of the tables. */
function piecesOfBlock(block: Block): readonly Piece[] {
  if (block.kind !== 'text') return gridText(block)
  return inTable(block, false, false) ? [] : [pieceOf(block.text, block.where)]
}

type Titled = Readonly<{ title: string | null; found: FoundTitle | null; end: number }>

/**
 * The title nearest to the report itself: menus and lists of other years stand further above. It may be broken over
 * up to three lines.
 */
function findTitle(front: readonly Piece[], outside: string | undefined): Titled {
  const lines = front.map((piece) => piece.text.trim().replace(/^(?:正文|标题[:：]?)$/, ''))
  const candidates: Titled[] = []
  for (let end = lines.length; end > 0; end--) {
    for (let count = 1; count <= Math.min(3, end); count++) {
      const text = lines.slice(end - count, end).join('')
      const found = readTitle(text)
      if (found === null || lines[end - count] === '') continue
      candidates.push({ title: text, found, end })
      // A second line names the year, the first the organ: then both are the title.
      if (found.orgName !== null || !isOrgan(lines[end - count - 1])) break
    }
  }
  const whole = candidates.filter(({ found }) => found?.year !== null)
  const named = whole.find(({ found, end }) => found?.orgName !== null && end === whole[0]?.end) ?? whole[0]
  if (named !== undefined) return named
  const found = outside === undefined ? null : readTitle(outside)
  return found?.year == null ? (candidates[0] ?? NO_TITLE) : { title: outside ?? null, found, end: 0 }
}

const NO_TITLE: Titled = { title: null, found: null, end: 0 }

function isOrgan(line: string | undefined): boolean {
  return (
    line !== undefined && line.length <= 40 && !/[，。；：、]/.test(line) && orgTypeOf(line) !== undefined
  )
}

function piecesOf(source: Source, used: readonly Iterable<Field>[]): readonly Piece[] {
  const places = placesOf(used)
  const amid = amidTable(source.blocks, places)
  return source.blocks.flatMap((block, index): readonly Piece[] => {
    if (block.kind === 'image') return []
    if (block.kind === 'text')
      return inTable(block, places.blocks.has(index), amid[index] === true)
        ? []
        : [pieceOf(block.text, block.where)]
    const taken = places.rows.get(index)
    if (block.layout === 'stream') return taken === undefined ? gridText(block) : []
    if (taken === undefined) return gridText(block)
    return block.rows.flatMap((row, number) => {
      const glued = gluedHeading(row.cells.find((cell) => cell.text !== '')?.text ?? '')
      if (glued !== null) return [{ text: glued.heading, where: row.where, heading: glued }]
      if (taken.has(number) || row.cells.filter((cell) => cell.text !== '').length !== 1) return []
      const text = row.cells.map((cell) => cell.text).join('')
      const heading = findHeading(text)
      return heading !== null || text.length > 45 ? [{ text, where: row.where, heading }] : []
    })
  })
}

function gridText(block: Exclude<Block, TextBlock>): readonly Piece[] {
  if (block.kind === 'image') return []
  return block.rows.flatMap((row) => {
    const cells = row.cells.filter((cell) => cell.text !== '' && !cell.continued)
    const text = cells.map((cell) => cell.text).join(block.layout === 'placed' ? ' ' : '\t')
    return text === '' ? [] : [pieceOf(text, row.where)]
  })
}

function pieceOf(text: string, where: string): Piece {
  return { text, where, heading: findHeading(text) }
}

type Places = Readonly<{
  blocks: ReadonlySet<number>
  rows: ReadonlyMap<number, ReadonlySet<number>>
}>

function placesOf(used: readonly Iterable<Field>[]): Places {
  const rows = new Map<number, Set<number>>()
  let last: Field | null = null
  for (const fields of used) {
    for (const field of fields) {
      if (last !== null && field.block === last.block && field.row === last.row) continue
      last = field
      const known = rows.get(field.block)
      if (known === undefined) rows.set(field.block, new Set([field.row]))
      else known.add(field.row)
    }
  }
  return { blocks: new Set(rows.keys()), rows }
}

/** A line that is a field of a table, or a short line between such lines. */
function inTable({ text }: TextBlock, isField: boolean, isAmid: boolean): boolean {
  if (gluedHeading(text) !== null) return false
  if (isField) return true
  if (findHeading(text) !== null) return false
  return isTableWord(text) || (isAmid && !endsTable(text))
}

/** For every block whether fields of a table come before any heading or sentence on both sides of it. */
function amidTable(blocks: readonly Block[], places: Places): readonly boolean[] {
  if (places.blocks.size === 0) return []
  const above = afterTable(blocks, places, [...blocks.keys()])
  const below = afterTable(blocks, places, [...blocks.keys()].reverse())
  return blocks.map((_, index) => above[index] === true && below[index] === true)
}

function afterTable(blocks: readonly Block[], { blocks: used }: Places, order: readonly number[]): boolean[] {
  const after: boolean[] = []
  let open = false
  for (const index of order) {
    after[index] = open
    const block = blocks[index]
    if (used.has(index)) open = true
    else if (block?.kind === 'text' && open) open = !endsTable(block.text) && findHeading(block.text) === null
  }
  return after
}

function endsTable(line: string): boolean {
  const text = line.trim()
  return text.length > 45 || /[。；！？]$/.test(text)
}

const TABLE_WORDS = new Set([T3_APPLICANT_HEAD, T3_ORGANISATION_HEAD, T4_LITIGATION_HEAD])

function isTableWord(text: string): boolean {
  return (
    isFormLabel(text) || TABLE_WORDS.has(foldLabel(text).words) || /本列数据的勾稽关系为/.test(foldText(text))
  )
}

function headingLabel(found: FoundHeading, where: string): LocatedLabel {
  return {
    kind: 'heading',
    id: found.id,
    printed: found.heading,
    canonical: found.canonical,
    matchedBy: found.by,
    where,
  }
}

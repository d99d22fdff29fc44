import { LOST } from '../locate/parse-value.ts'
import type { Rule, Rules } from './pdf-rules.ts'
import { SAME_LINE } from './pdf-rules.ts'
import { type PageText, splitAtSpaces, textOfCell } from './pdf-text.ts'
import type { GridBlock, GridCell, GridRow } from './source.ts'
import { joinLines } from './text-of-cell.ts'

/** A ruled table of a page: where it stands, what it holds, and which text belongs to it. */
export type PageTable = Readonly<{
  grid: GridBlock
  top: number
  bottom: number
  texts: ReadonlySet<PageText>
}>

/** Lines that miss each other by no more than this still meet. */
const REACH = 4

type Box = Readonly<{ left: number; right: number; bottom: number; top: number }>

/** The ruled tables of a page, cells joined where no line parts them. */
export function tablesOfPage(rules: Rules, texts: readonly PageText[], page: number): readonly PageTable[] {
  return componentsOf(rules)
    .flatMap((component) => tableOf(component, texts, page) ?? [])
    .toSorted((a, b) => b.top - a.top)
}

function tableOf(rules: Rules, texts: readonly PageText[], page: number): PageTable | null {
  const box = boxOf(rules)
  const xs = withEdges(places(rules.upright), box.left, box.right)
  const ys = withEdges(places(rules.level), box.bottom, box.top).toReversed()
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 2 || rows < 1 || columns > 60 || rows > 200) return null

  const owners = joinCells(rules, xs, ys)
  const contents = new Map<number, PageText[]>()
  const taken = new Set<PageText>()
  for (const text of texts) {
    const middle = text.y + text.height * 0.35
    if (middle > box.top || middle < box.bottom) continue
    if (text.x + text.width < box.left || text.x > box.right) continue
    const row = intervalOf(ys, middle, true)
    if (row < 0) continue
    taken.add(text)
    for (const piece of crosses(text, xs, owners, row, columns) ? splitAtSpaces(text) : [text]) {
      const column = intervalOf(xs, piece.x + piece.width / 2, false)
      if (column < 0) continue
      const owner = owners[row * columns + column] as number
      const content = contents.get(owner)
      if (content === undefined) contents.set(owner, [piece])
      else content.push(piece)
    }
  }
  if (taken.size === 0) return null
  for (const text of texts) {
    // A cell that the edge of the page cut open: its text stands behind the last line.
    if (text.x <= box.right || taken.has(text)) continue
    const row = intervalOf(ys, text.y + text.height * 0.35, true)
    const owner = owners[row * columns + columns - 1]
    if (row < 0 || owner === undefined || contents.has(owner)) continue
    contents.set(owner, [text])
    taken.add(text)
  }

  const where = `第${page}页`
  const lines = Array.from({ length: rows }, (_, row) => ({
    cells: cellsOfRow(row, columns, owners, contents, `${where}表格第${row + 1}行`),
    where: `${where}表格第${row + 1}行`,
  }))
  const grid: GridBlock = { kind: 'grid', layout: 'exact', rows: withoutCutColumn(lines, columns), where }
  return { grid, top: box.top, bottom: box.bottom, texts: taken }
}

/** Where the edge of the page cut figures of the last column, nobody knows which of its other cells are blank. */
function withoutCutColumn(rows: readonly GridRow[], columns: number): readonly GridRow[] {
  if (!rows.some(({ cells }) => cells.some(({ text }) => text.includes(LOST)))) return rows
  const first = rows.findIndex(({ cells }) => cells.some(({ text }) => text === LOST || /^\d+$/.test(text)))
  return rows.map((row, number) =>
    number < first
      ? row
      : {
          ...row,
          cells: row.cells.map((cell) =>
            cell.text === '' && cell.column + cell.span === columns ? { ...cell, text: LOST } : cell,
          ),
        },
  )
}

function cellsOfRow(
  row: number,
  columns: number,
  owners: readonly number[],
  contents: ReadonlyMap<number, readonly PageText[]>,
  where: string,
): readonly GridCell[] {
  const cells: GridCell[] = []
  let column = 0
  while (column < columns) {
    const owner = owners[row * columns + column] as number
    let span = 1
    while (column + span < columns && owners[row * columns + column + span] === owner) span++
    cells.push({
      text: joinLines(textOfCell(contents.get(owner) ?? [])),
      column,
      span,
      continued: Math.floor(owner / columns) < row,
      where: `${where}第${column + 1}列`,
    })
    column += span
  }
  return cells
}

/** Every elementary cell with the first cell of the area it belongs to. */
function joinCells(rules: Rules, xs: readonly number[], ys: readonly number[]): readonly number[] {
  const columns = xs.length - 1
  const rows = ys.length - 1
  const owners = Array.from({ length: rows * columns }, (_, index) => index)
  const find = (index: number): number => {
    let at = index
    while (owners[at] !== at) at = owners[at] as number
    return at
  }
  const unite = (a: number, b: number): void => {
    const [low, high] = [find(a), find(b)].toSorted((one, other) => one - other) as [number, number]
    owners[high] = low
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column
      const [left, right] = [xs[column] as number, xs[column + 1] as number]
      const [top, bottom] = [ys[row] as number, ys[row + 1] as number]
      if (column + 1 < columns && !isDrawn(rules.upright, right, bottom, top)) unite(index, index + 1)
      if (row + 1 < rows && !isDrawn(rules.level, bottom, left, right)) unite(index, index + columns)
    }
  }
  return owners.map((_, index) => find(index))
}

function isDrawn(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const middle = (from + to) / 2
  return rules.some((rule) => Math.abs(rule.at - at) <= SAME_LINE && rule.from <= middle && rule.to >= middle)
}

/** Whether a text reaches over a border that parts two cells of its row. */
function crosses(
  text: PageText,
  xs: readonly number[],
  owners: readonly number[],
  row: number,
  columns: number,
): boolean {
  const first = Math.max(0, intervalOf(xs, text.x + 1, false))
  const last = intervalOf(xs, text.x + text.width - 1, false)
  return last > first && owners[row * columns + first] !== owners[row * columns + last]
}

function intervalOf(edges: readonly number[], value: number, falling: boolean): number {
  for (let index = 0; index + 1 < edges.length; index++) {
    const [a, b] = [edges[index] as number, edges[index + 1] as number]
    if (falling ? value <= a && value >= b : value >= a && value <= b) return index
  }
  return -1
}

/** Groups of rules that touch one another: each group is a table. */
function componentsOf({ level, upright }: Rules): readonly Rules[] {
  const groups: { level: Rule[]; upright: Rule[] }[] = []
  const groupOf = new Map<Rule, { level: Rule[]; upright: Rule[] }>()
  for (const line of level) {
    const group = { level: [line], upright: [] }
    groups.push(group)
    groupOf.set(line, group)
  }
  for (const post of upright) {
    const met = new Set(level.filter((line) => meet(line, post)).map((line) => groupOf.get(line)))
    const [first, ...others] = [...met].filter((group) => group !== undefined)
    if (first === undefined) continue
    first.upright.push(post)
    for (const other of others) {
      for (const line of other.level) groupOf.set(line, first)
      first.level.push(...other.level)
      first.upright.push(...other.upright)
      other.level = []
      other.upright = []
    }
  }
  return groups.filter((group) => group.level.length >= 2 && group.upright.length >= 2)
}

function meet(line: Rule, post: Rule): boolean {
  return (
    post.at >= line.from - REACH &&
    post.at <= line.to + REACH &&
    line.at >= post.from - REACH &&
    line.at <= post.to + REACH
  )
}

function places(rules: readonly Rule[]): readonly number[] {
  const sorted = rules.map((rule) => rule.at).toSorted((a, b) => a - b)
  const found: number[] = []
  for (const at of sorted) {
    if (found.length === 0 || at - (found.at(-1) as number) > SAME_LINE) found.push(at)
  }
  return found
}

/** Tables without a left or right border still end where their lines end. */
function withEdges(found: readonly number[], low: number, high: number): number[] {
  const edges = [...found]
  if (edges.length === 0 || (edges[0] as number) - low > 2 * REACH) edges.unshift(low)
  if (high - (edges.at(-1) as number) > 2 * REACH) edges.push(high)
  return edges
}

function boxOf({ level, upright }: Rules): Box {
  return {
    left: Math.min(...level.map((rule) => rule.from), ...upright.map((rule) => rule.at)),
    right: Math.max(...level.map((rule) => rule.to), ...upright.map((rule) => rule.at)),
    bottom: Math.min(...upright.map((rule) => rule.from), ...level.map((rule) => rule.at)),
    top: Math.max(...upright.map((rule) => rule.to), ...level.map((rule) => rule.at)),
  }
}

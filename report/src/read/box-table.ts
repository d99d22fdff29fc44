import { isFormLabel } from '../locate/form-label.ts'
import { findHeading } from '../locate/heading.ts'
import { looksLikeValue } from '../locate/parse-value.ts'
import type { MarkupElement } from './markup-node.ts'
import type { GridBlock } from './source.ts'
import { joinLines } from './text-of-cell.ts'

/** Longer texts in a box are prose, not a field; the corner text of table three is the longest field. */
const LONGEST = 100
/** Boxes looked at in one page, so that a hostile page cannot keep the reader busy. */
const MOST_BOXES = 200_000

const BOXES = new Set(['div', 'ul', 'ol', 'li', 'dl', 'dd', 'dt', 'section', 'article', 'p', 'span', 'label'])

type Box = Readonly<{
  node: MarkupElement
  text: (node: MarkupElement) => string
  hidden: (node: MarkupElement) => boolean
}>

/**
 * 用 div 排的表: some site builders draw tables with boxes instead of `table`. A box whose inner boxes are rows of short
 * fields, labels of the form among them, is a table. One finder serves one page.
 */
export function boxTableFinder(
  text: (node: MarkupElement) => string,
  hidden: (node: MarkupElement) => boolean,
): (node: MarkupElement, where: string) => GridBlock | null {
  let seen = 0

  /** The rows of fields inside a box; `null` when there is prose in it. */
  function rowsIn(node: MarkupElement): string[][] | null {
    const rows: string[][] = []
    for (const child of boxesIn({ node, text, hidden })) {
      if (++seen > MOST_BOXES) return null
      const inner = boxesIn({ node: child, text, hidden })
      const fields = inner.length < 2 ? [child] : inner
      if (fields.every((field) => isLeaf({ node: field, text, hidden }))) {
        const row = fields.map((field) => joinLines(text(field)))
        if (row.some(isProse)) return null
        if (row.some((field) => field !== '')) rows.push(row)
        continue
      }
      const below = rowsIn(child)
      if (below === null) return null
      rows.push(...below)
    }
    return rows
  }

  return (node, where) => {
    if (!BOXES.has(node.name) || node.name === 'p' || node.name === 'span') return null
    const rows = rowsIn(node)
    if (rows === null || !isTable(rows)) return null
    return {
      kind: 'grid',
      layout: 'ragged',
      where,
      rows: rows.map((fields, number) => ({
        where: `${where}第${number + 1}行`,
        cells: fields.map((field, column) => ({
          text: field,
          column,
          span: 1,
          continued: false,
          where: `${where}第${number + 1}行第${column + 1}列`,
        })),
      })),
    }
  }
}

function boxesIn({ node, hidden }: Box): readonly MarkupElement[] {
  return node.children.filter(
    (child): child is MarkupElement => child.type === 'tag' && BOXES.has(child.name) && !hidden(child),
  )
}

/** A box that holds one text: no boxes side by side in it. */
function isLeaf(box: Box): boolean {
  let inner = boxesIn(box)
  for (let depth = 0; depth < 4; depth++) {
    if (inner.length === 0) return true
    if (inner.length > 1) return inner.every((node) => node.name === 'span' || node.name === 'p')
    inner = boxesIn({ ...box, node: inner[0] as MarkupElement })
  }
  return false
}

function isProse(field: string): boolean {
  return field.length > LONGEST || findHeading(field) !== null || /[。；]$/.test(field)
}

function isTable(rows: readonly (readonly string[])[]): boolean {
  if (rows.length < 3 || rows.filter((row) => row.length >= 2).length * 2 < rows.length) return false
  const fields = rows.flat()
  const values = fields.filter((field) => field !== '' && looksLikeValue(field)).length
  return values >= 2 && fields.filter((field) => isFormLabel(field)).length >= 3
}

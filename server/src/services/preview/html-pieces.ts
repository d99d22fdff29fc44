import { DomUtils, parseDocument } from 'htmlparser2'
import type { Piece } from './cut-pages.ts'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: unknown }>

/** Clean HTML as pieces: its blocks, and of each table the rows that no merged cell ties to the next. */
export function htmlPieces(html: string): readonly Piece[] {
  return parseDocument(html).children.map((node) =>
    isElement(node) && node.name === 'table' ? tablePiece(node) : { kind: 'whole', html: outer(node) },
  )
}

function tablePiece(table: Element): Piece {
  const rows = rowsOf(table)
  const caption = table.children.find((child) => isElement(child) && child.name === 'caption')
  const heads = rows.findIndex((row) => !cellsOf(row).every(({ name }) => name === 'th'))
  const repeated = heads > 0 && !rows.slice(0, heads).some((row) => reachOf(row) > heads) ? heads : 0
  const head = rows.slice(0, repeated).map(outer).join('')
  return {
    kind: 'table',
    open: `<table>${caption === undefined ? '' : outer(caption)}${head === '' ? '' : `<thead>${head}</thead>`}<tbody>`,
    rows: groupsOf(rows.slice(repeated)),
    close: '</tbody></table>',
  }
}

function groupsOf(rows: readonly Element[]): readonly string[] {
  const groups: string[] = []
  let group = ''
  let tied = 0
  for (const row of rows) {
    group += outer(row)
    tied = Math.max(tied, reachOf(row)) - 1
    if (tied > 0) continue
    groups.push(group)
    group = ''
  }
  return group === '' ? groups : [...groups, group]
}

/** How many rows the tallest cell of a row covers, its own included. */
function reachOf(row: Element): number {
  return Math.max(1, ...cellsOf(row).map(({ attribs }) => Number(attribs.rowspan ?? 1) || 1))
}

function rowsOf(element: Element): readonly Element[] {
  return element.children.flatMap((child) => {
    if (!isElement(child)) return []
    if (child.name === 'tr') return [child]
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsOf(child) : []
  })
}

function cellsOf(row: Element): readonly Element[] {
  return row.children.filter((child): child is Element => isElement(child))
}

function isElement(node: Node): node is Element {
  return 'attribs' in node
}

function outer(node: Node): string {
  return DomUtils.getOuterHTML(node, { encodeEntities: 'utf8' })
}

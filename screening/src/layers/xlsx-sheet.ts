import { addHidden, addText, type FileLayers } from './layer.ts'
import { attribute, child, elements, type MarkupNode, textOf } from './markup.ts'
import type { Sheet } from './xlsx-layers.ts'

type Book = Readonly<{ strings: readonly string[]; used: Set<number>; looks: ReadonlySet<number> }>
type Line = string[]

/** A sheet as lines of cells with tabs between; what is hidden in it stands in layers of its own. */
export function readSheet(layers: FileLayers, { name, hidden, root }: Sheet, book: Book): void {
  const where = hidden ? `隐藏的工作表“${name}”` : `工作表“${name}”`
  const columns = hiddenColumns(root)
  const seen: string[] = []
  const rows: string[] = []
  const cells: string[] = []
  const white: string[] = []
  const formulas: string[] = []
  for (const row of elements(root, 'row')) {
    const rowHidden = isOn(attribute(row, 'hidden')) || Number(attribute(row, 'ht') ?? '1') === 0
    const line: Line = []
    const below: Line = []
    for (const cell of elements(row, 'c')) {
      const text = cellText(cell, book)
      const formula = child(cell, 'f')
      if (formula !== undefined) formulas.push(textOf(formula))
      if (text === '') continue
      const column = columnOf(attribute(cell, 'r') ?? '')
      if (rowHidden) below.push(text)
      else if (columns.some(([from, to]) => column >= from && column <= to)) cells.push(text)
      else if (book.looks.has(Number(attribute(cell, 's') ?? '0'))) white.push(text)
      else line.push(text)
    }
    if (line.length > 0) seen.push(line.join('\t'))
    if (below.length > 0) rows.push(below.join('\t'))
  }
  const body = seen.join('\n')
  if (hidden) addHidden(layers, where, body === '' ? name : body, '有隐藏的工作表，请删除后再上传')
  else addText(layers, where, body)
  addHidden(layers, `${where}的隐藏行`, rows.join('\n'), '有隐藏的行，请删除后再上传')
  addHidden(layers, `${where}的隐藏列`, cells.join('\n'), '有隐藏的列，请删除后再上传')
  addHidden(layers, `${where}的白色文字`, white.join('\n'), '有与底色同色或者不显示的单元格，请删除后再上传')
  addText(layers, `${where}的公式`, formulas.join('\n'))
  addText(layers, `${where}的页眉页脚和提示`, besides(root))
}

function besides(root: MarkupNode): string {
  const heads = [
    ...elements(root, 'oddHeader', 'oddFooter', 'evenHeader', 'evenFooter', 'firstHeader', 'firstFooter'),
  ].map(textOf)
  const prompts = [...elements(root, 'dataValidation')].flatMap((rule) => [
    ...['promptTitle', 'prompt', 'errorTitle', 'error'].map((key) => attribute(rule, key) ?? ''),
    textOf(rule),
  ])
  const links = [...elements(root, 'hyperlink')].flatMap((link) => [
    attribute(link, 'display') ?? '',
    attribute(link, 'tooltip') ?? '',
    attribute(link, 'location') ?? '',
  ])
  const conditions = [
    ...elements(root, 'conditionalFormatting', 'extLst', 'scenario', 'inputCells', 'legacyDrawingHF'),
  ].map(
    (node) =>
      `${attribute(node, 'name') ?? ''}\n${attribute(node, 'comment') ?? ''}\n${attribute(node, 'val') ?? ''}\n${textOf(node)}`,
  )
  return [...heads, ...prompts, ...links, ...conditions].filter((text) => text.trim() !== '').join('\n')
}

function cellText(cell: MarkupNode, { strings, used }: Book): string {
  const kind = attribute(cell, 't')
  if (kind === 'inlineStr') return textOf(child(cell, 'is') ?? cell)
  const value = textOf(child(cell, 'v') ?? { type: 'none' }).trim()
  if (kind !== 's') return plainNumber(value)
  used.add(Number(value))
  return strings[Number(value)] ?? ''
}

/** `1.3812345678E10` is a mobile number that somebody typed as a figure. */
function plainNumber(value: string): string {
  return /^\d(?:\.\d+)?E\+?\d{1,2}$/i.test(value) && Number.isInteger(Number(value))
    ? BigInt(Number(value)).toString()
    : value
}

function hiddenColumns(root: MarkupNode): readonly (readonly [number, number])[] {
  return [...elements(root, 'col')]
    .filter((column) => isOn(attribute(column, 'hidden')) || Number(attribute(column, 'width') ?? '1') === 0)
    .map((column) => [Number(attribute(column, 'min')), Number(attribute(column, 'max'))] as const)
}

function columnOf(reference: string): number {
  return [...(/^[A-Z]+/.exec(reference)?.[0] ?? '')].reduce(
    (sum, letter) => sum * 26 + letter.charCodeAt(0) - 64,
    0,
  )
}

function isOn(value: string | undefined): boolean {
  return value === '1' || value === 'true'
}

import type { FormRow, SimpleField } from '@mingfu/law'

/**
 * Rows out of text with tabs between cells. A first line that names columns says which is which; without one they stand
 * in the order of the form. A cell in quotes may hold line feeds, as spreadsheets copy it.
 */
export function readRows(columns: Readonly<Record<string, SimpleField>>, text: string): readonly FormRow[] {
  const lines = cellsOf(text).filter((cells) => cells.some((cell) => cell !== ''))
  const names = Object.keys(columns)
  const [first = []] = lines
  const heads = first.map((cell) => names.find((name) => bare(columns[name]?.label ?? '') === bare(cell)))
  const hasHead = heads.filter((name) => name !== undefined).length >= Math.min(2, names.length)
  const order = hasHead ? heads : names
  return (hasHead ? lines.slice(1) : lines).map((cells) =>
    Object.fromEntries(
      order.flatMap((name, at) => {
        const cell = cells[at] ?? ''
        return name === undefined || cell === '' ? [] : [[name, cell]]
      }),
    ),
  )
}

function cellsOf(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]]
  for (const [, quoted, plain, end] of `${text.replace(/\r\n?/g, '\n')}\n`.matchAll(
    /(?:"((?:[^"]|"")*)"(?=[\t\n])|([^\t\n]*))([\t\n])/g,
  )) {
    lines.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    if (end === '\n') lines.push([])
  }
  return lines
}

function bare(label: string): string {
  return label.replace(/[\s（）()*＊]/g, '')
}

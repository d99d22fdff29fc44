import type { FormatId } from '@mingfu/law'
import type { ReadReport } from '../../locate/locate-report.ts'
import { TABLE_IDS } from '../../report.ts'
import { readReport } from '../read-report.ts'
import { chooser } from './chooser.ts'
import { DAMAGES } from './damage.ts'
import { LAYOUTS } from './layouts.ts'
import { MEDIA } from './media.ts'
import { figuresThatTie, type PrintedReport, print, truthOf } from './printed-report.ts'

/**
 * A report printed with some kinds of damage, in one layout or file form, and perhaps, if it is text, cut after a
 * `share` of it.
 */
export type DamagedReport = Readonly<{
  seed: number
  format: FormatId
  layout: string
  damages: readonly string[]
  share?: number
}>

/** Where the head is gone, nothing can tell that its columns had been exchanged or that one is missing. */
const UNKNOWABLE = [
  ['head of table two lost', 'columns exchanged under their heads'],
  ['head of table three lost', 'two classes of organisations exchanged'],
  ['head of table three lost', 'a column of table three lost'],
  ['head of table three lost', 'a subtotal of organisations'],
]

/** Damage that can be told from what a cut does to a file. */
const BESIDE_A_CUT = /zeros|digits|totals/

export function isKnowable({ damages }: DamagedReport): boolean {
  return !UNKNOWABLE.some((pair) => pair.every((name) => damages.includes(name)))
}

/** A random case: up to three kinds of damage, or a cut. */
export function damagedReport(seed: number): DamagedReport {
  const choose = chooser(seed)
  const one = <Item>(items: readonly Item[]) => items[choose(items.length)] as Item
  const names = Object.keys(DAMAGES)
  const damages = [...new Set(Array.from({ length: choose(4) }, () => one(names)))]
  const share = choose(3) === 0 ? (100 + choose(900)) / 1000 : null
  return {
    seed,
    format: one(['2019', '2021']),
    layout: one(Object.keys(LAYOUTS)),
    damages,
    ...(share === null ? {} : { share }),
  }
}

/** A random case in one of the file forms that are not text; a PDF takes longest and comes seldom. */
export function damagedFile(seed: number): DamagedReport {
  const choose = chooser(seed)
  const { share: _, ...one } = damagedReport(seed)
  const quick = Object.keys(MEDIA).filter((name) => name !== 'PDF')
  return { ...one, layout: choose(20) === 0 ? 'PDF' : (quick[choose(quick.length)] as string) }
}

/** The file of a case, and what a reader may give for each cell of it. */
export async function printDamaged(
  one: DamagedReport,
): Promise<Readonly<{ printed: PrintedReport; name: string; bytes: Uint8Array }>> {
  const choose = chooser(one.seed)
  const printed = print(one.format, one.format === '2019' ? 2020 : 2024, figuresThatTie(one.format, choose))
  const names = one.share === undefined ? one.damages : one.damages.filter((name) => BESIDE_A_CUT.test(name))
  for (const name of names) DAMAGES[name]?.(printed, choose)
  const medium = MEDIA[one.layout]
  if (medium !== undefined) return { printed, ...(await medium(printed)) }
  const layout = LAYOUTS[one.layout]
  if (layout === undefined) throw new Error(`no layout ${one.layout}`)
  const { name, text } = layout(printed, chooser(one.seed))
  const left = one.share === undefined ? text : text.slice(0, Math.ceil(text.length * one.share))
  return { printed, name, bytes: new TextEncoder().encode(left) }
}

/** 读错的单元格: cells read otherwise than printed, in words; unread ones are allowed. */
export async function wrongCellsOf(one: DamagedReport): Promise<readonly string[]> {
  const { printed, name, bytes } = await printDamaged(one)
  return wrongCells(await readReport(bytes, name), printed)
}

function wrongCells(read: ReadReport, printed: PrintedReport): readonly string[] {
  const truth = truthOf(printed)
  const repeated = TABLE_IDS.flatMap((table) => read.report.tables[table]?.repeatedRows ?? [])
  const cried = printsTwice(printed) ? [] : repeated.map(({ row }) => `${row} is said to be printed twice`)
  const wrong = Object.entries(read.cells).flatMap(([id, cell]) => {
    const expected = truth[id]
    if (expected === undefined) return [`${id} was never printed, read ${cell.raw}`]
    if (expected === null)
      return cell.raw === '' || isLikeItsRow(id, cell.raw, printed)
        ? []
        : [`${id} was lost, read ${cell.raw}`]
    return numberOf(expected) === cell.value ? [] : [`${id} is ${expected}, read ${cell.raw}`]
  })
  return [...wrong, ...cried]
}

function printsTwice({ rows }: PrintedReport): boolean {
  const names = rows.flatMap(({ table, id }) => (id === null ? [] : [`${table} ${id}`]))
  return new Set(names).size < names.length
}

/** In a row of nothing but zeros that lost one, each of the others may be taken for its neighbour. */
function isLikeItsRow(id: string, raw: string, printed: PrintedReport): boolean {
  const row = printed.rows.find((one) => one.id !== null && id.startsWith(`${one.table}.${one.id}.`))
  return row?.values.slice(0, -1).every((value) => value === null || value === raw) ?? false
}

/** The number behind the printed text, by the simplest means. */
function numberOf(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/件|万元|,/, '')
    .replace('减', '-')
  return /^-?\d+$/.test(plain) ? Number(plain) : null
}

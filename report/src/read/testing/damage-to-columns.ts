import { T3_COLUMNS } from '@mingfu/law'
import type { Damage } from './damage.ts'
import type { Choose, PrintedReport, PrintedRow } from './printed-report.ts'

const COLUMNS = T3_COLUMNS.map(({ id }) => id).join()

/** Kinds of damage that change which columns table three has, and in which order. */
export const DAMAGES_TO_COLUMNS: Readonly<Record<string, Damage>> = {
  'a column of table three lost': once((report, choose) => {
    const at = 1 + choose(5)
    for (const row of rowsOfThree(report)) {
      row.values.splice(at, 1)
      row.columns.splice(at, 1)
    }
    report.headThree[2]?.splice(at - 1, 1)
  }),
  'two classes of organisations exchanged': once((report, choose) => {
    const [one, other] = twoOf(choose)
    for (const row of rowsOfThree(report)) {
      exchange(row.values, one + 1, other + 1)
      exchange(row.columns, one + 1, other + 1)
    }
    const heads = report.headThree[2]
    if (heads !== undefined) exchange(heads, one, other)
  }),
  'a subtotal of organisations': once((report, choose) => {
    const at = choose(2) === 0 ? 1 : 6
    for (const row of rowsOfThree(report)) {
      const five = row.values.slice(1, 6)
      const sum = five.reduce<number>((total, value) => total + (Number(value) || 0), 0)
      row.values.splice(at, 0, five.includes(null) ? null : String(sum))
      row.columns.splice(at, 0, 'organisations')
    }
    report.headThree[2]?.splice(at - 1, 0, '小计')
  }),
  'head of table three lost': (report) => {
    report.headThree = []
  },
}

/** One change of columns to a report: what two of them would leave is no damage that anybody has seen. */
function once(damage: Damage): Damage {
  return (report, choose) => {
    const changed = rowsOfThree(report).some((row) => row.columns.join() !== COLUMNS)
    if (!changed) damage(report, choose)
  }
}

function rowsOfThree({ rows }: PrintedReport): readonly PrintedRow[] {
  return rows.filter((row) => row.table === 't3' && row.id !== null)
}

function twoOf(choose: Choose): readonly [number, number] {
  const one = choose(5)
  return [one, (one + 1 + choose(4)) % 5]
}

function exchange<Item>(items: Item[], one: number, other: number): void {
  const [a, b] = [items[one], items[other]]
  if (a === undefined || b === undefined) return
  items[one] = b
  items[other] = a
}

import { T4_BLOCKS } from '../table-four.ts'
import { T3_COLUMNS } from '../table-three.ts'
import type { OpeningFigures } from './roll-forward.ts'

/** An organ whose powers another one took over, with the closing figures of its last report. */
export type Predecessor = Readonly<{ name: string; opening: OpeningFigures<number> }>

/**
 * 机构合并、分立 (CR-15): the opening figures of the organ that took over: its own and those of every predecessor,
 * added. A figure that one of them does not know stays unknown; it is not taken as 0.
 */
export function takeOver(
  own: OpeningFigures<number>,
  predecessors: readonly Predecessor[],
): OpeningFigures<number> {
  const all = [own, ...predecessors.map(({ opening }) => opening)]
  const carriedIn = T3_COLUMNS.map(
    ({ id }) =>
      [`t3.carried_in.${id}`, sumKnown(all.map((each) => each.carriedIn[`t3.carried_in.${id}`]))] as const,
  )
  const pending = T4_BLOCKS.map(({ id }) => [id, sumKnown(all.map((each) => each.pending[id]))] as const)
  const inForce = (['regulations', 'normative_documents'] as const).map(
    (row) => [row, sumKnown(all.map((each) => each.inForce?.[row]))] as const,
  )
  return {
    carriedIn: known(carriedIn),
    inForce: all.some((each) => each.inForce === null) ? null : known(inForce),
    pending: known(pending),
  }
}

/** The sentence for section six that explains why the balance with last year's report does not hold by itself. */
export function takeOverText(name: string, predecessors: readonly Predecessor[]): string {
  const parts = predecessors.map(({ name: before, opening }) => {
    const cases = opening.carriedIn['t3.carried_in.total']
    return `${before}${cases === undefined ? '未办结的政府信息公开申请' : `结转的政府信息公开申请${cases}件`}`
  })
  return `因机构改革，${parts.join('、')}由${name}继续办理，已计入“上年结转”。`
}

function sumKnown(values: readonly (number | undefined)[]): number | undefined {
  return values.reduce<number | undefined>(
    (total, value) => (total === undefined || value === undefined ? undefined : total + value),
    0,
  )
}

function known<Key extends string>(entries: readonly (readonly [Key, number | undefined])[]) {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<
    Record<Key, number>
  >
}

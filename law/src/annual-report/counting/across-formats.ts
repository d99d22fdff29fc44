import type { CellId } from '../cell-id.ts'
import { cellsOf, isCellId } from '../report-format.ts'
import { T3_COLUMNS } from '../table-three.ts'

/** How a cell of the format in force relates to the trial format. */
export type Bridge = 'same' | 'merged' | 'caution' | 'none'

export type BridgedCell = Readonly<{
  /** The cell of the format in force; for a merge, the group `t3.other` as the trial format has it. */
  id: CellId
  from: readonly CellId[]
  bridge: Bridge
  note: string | null
}>

/**
 * Looks alike and is not: a chart that joins these jumps for no reason. Read as: 2021 cell, 2019 cell, why.
 */
export const NOT_CONTINUOUS: readonly (readonly [in2021: CellId, in2019: CellId, why: string])[] = [
  ['t2.regulations.in_force', 't2.regulations.total_disclosed', '对外公开总数量不是现行有效件数'],
  [
    't2.normative_documents.in_force',
    't2.normative_documents.total_disclosed',
    '对外公开总数量不是现行有效件数',
  ],
  [
    't2.administrative_fees.fee_amount',
    't2.administrative_fees.prior_year_items',
    '收费项目数量不是收费金额',
  ],
]

const CLOSE_IN_MEANING: Readonly<Partial<Record<CellId, CellId>>> = {
  't2.regulations.issued': 't2.regulations.newly_made',
  't2.normative_documents.issued': 't2.normative_documents.newly_made',
}

/** Every cell of the format in force, and what of the trial format it may be compared with. */
export const BRIDGE_FROM_2019: readonly BridgedCell[] = [
  ...cellsOf('2021')
    .filter(({ id }) => !id.startsWith('t3.other.'))
    .map(({ id }) => bridge(id)),
  ...T3_COLUMNS.map(
    ({ id }): BridgedCell => ({
      id: `t3.other.${id}`,
      from: [`t3.other.${id}`],
      bridge: 'merged',
      note: '2021年格式的三个小项合并后，与试行格式的“（六）其他处理”比较；不能反过来拆分',
    }),
  ),
]

/**
 * The cells of a trial-format report that may stand beside the format in force: the same cells under their ids, and
 * 其他处理 as the one row it was. Nothing is invented for cells that have no counterpart.
 */
export function mapFrom2019<Value>(
  cells: Readonly<Partial<Record<CellId, Value>>>,
): Partial<Record<CellId, Value>> {
  const mapped: Partial<Record<CellId, Value>> = {}
  for (const { id, from, bridge } of BRIDGE_FROM_2019) {
    const [source] = from
    const value = source === undefined ? undefined : cells[source]
    if ((bridge === 'same' || bridge === 'merged') && value !== undefined) mapped[id] = value
  }
  return mapped
}

/** 其他处理 of a report in force as the one row of the trial format; `undefined` unless all three parts are known. */
export function mergeOther(
  figureOf: (cell: CellId) => number | null | undefined,
  column: (typeof T3_COLUMNS)[number]['id'],
): number | undefined {
  const parts = (['not_corrected', 'fee_unpaid', 'misc'] as const).map((part) =>
    figureOf(`t3.other.${part}.${column}`),
  )
  return parts.reduce<number | undefined>(
    (total, part) => (total === undefined || part === undefined || part === null ? undefined : total + part),
    0,
  )
}

function bridge(id: CellId): BridgedCell {
  const alike = CLOSE_IN_MEANING[id]
  if (alike !== undefined)
    return {
      id,
      from: [alike],
      bridge: 'caution',
      note: '“新制作”与“制发”含义相近，措辞不同，比较时应当说明',
    }

  const trap = NOT_CONTINUOUS.find(([in2021]) => in2021 === id)
  if (trap !== undefined) return { id, from: [], bridge: 'none', note: trap[2] }
  return isCellId('2019', id)
    ? { id, from: [id], bridge: 'same', note: null }
    : { id, from: [], bridge: 'none', note: '试行格式没有这一项' }
}

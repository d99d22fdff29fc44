import type { CellId, T3CellId } from '../cell-id.ts'
import type { FormatId } from '../report-format.ts'
import { T4_BLOCKS } from '../table-four.ts'
import { T3_COLUMNS } from '../table-three.ts'

/** What the closing figures of one report fix in the next one. */
export type OpeningFigures<Value> = Readonly<{
  /** 上年结转, column by column: equal to last year's 结转下年度继续办理. */
  carriedIn: Readonly<Partial<Record<T3CellId, Value>>>
  /** 现行有效 at the start of the year; null after a trial-format year, which did not count it. */
  inForce: Readonly<Partial<Record<'regulations' | 'normative_documents', Value>>> | null
  /** 尚未审结 at the start of the year: each must show up again in the block's 总计. */
  pending: Readonly<Partial<Record<(typeof T4_BLOCKS)[number]['id'], Value>>>
}>

/** 年度衔接: the opening figures of the year after a report. */
export function rollForward<Value>(
  cells: Readonly<Partial<Record<CellId, Value>>>,
  format: FormatId,
): OpeningFigures<Value> {
  const carriedIn = T3_COLUMNS.map(
    ({ id }) => [`t3.carried_in.${id}`, cells[`t3.carried_out.${id}`]] as const,
  )
  const pending = T4_BLOCKS.map(({ id }) => [id, cells[`t4.${id}.pending`]] as const)
  const inForce = (['regulations', 'normative_documents'] as const).map(
    (row) => [row, cells[`t2.${row}.in_force`]] as const,
  )
  return {
    carriedIn: known(carriedIn),
    inForce: format === '2021' ? known(inForce) : null,
    pending: known(pending),
  }
}

function known<Key extends string, Value>(entries: readonly (readonly [Key, Value | undefined])[]) {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as Partial<Record<Key, Value>>
}

import type { CellId } from '../cell-id.ts'
import { cellName } from '../cell-name.ts'
import type { FormatId } from '../report-format.ts'
import { add, compare, type Decimal, decimalText, parseDecimal, shift, subtract, ZERO } from './decimal.ts'
import { type Assessment, failed, found, unassessed } from './finding.ts'
import type { ReadCells } from './report-facts.ts'
import type { RuleId } from './report-rules.ts'

/** A cell of an identity, added or taken away. */
export type IdentityTerm = Readonly<{ cell: CellId; sign: 1 | -1 }>

/** 勾稽关系: two sums of cells and what must hold between them. An empty side is zero. */
export type Identity = Readonly<{
  rule: RuleId
  left: readonly IdentityTerm[]
  relation: '=' | '<=' | '>='
  right: readonly IdentityTerm[]
  /** What the two sides are called, in words, such as 新收加上年结转. */
  leftName: string
  rightName: string
  /** Which line of which table, such as 表三“自然人”列. */
  where: string
  /** Blank counts as 0 in a sum of many; in a relation of two or three figures every one of them is needed. */
  needsEvery: boolean
}>

export const plusCells = (...cells: readonly CellId[]): readonly IdentityTerm[] =>
  cells.map((cell) => ({ cell, sign: 1 }))
export const minusCells = (...cells: readonly CellId[]): readonly IdentityTerm[] =>
  cells.map((cell) => ({ cell, sign: -1 }))

/** The cells of an identity, left side first. */
export function cellsOfIdentity({ left, right }: Identity): readonly CellId[] {
  return [...left, ...right].map(({ cell }) => cell)
}

/**
 * Holds, fails, or cannot be assessed. It cannot when a needed row or column is missing, or when a whole side is
 * blank; a blank beside figures counts as 0 and marks a failure as one to look at.
 */
export function checkIdentity(
  identity: Identity,
  cells: ReadCells,
  unreachable: ReadonlySet<CellId>,
  format: FormatId,
): Assessment {
  const all = cellsOfIdentity(identity)
  const gone = all.filter((id) => unreachable.has(id))
  if (gone.length > 0) return unassessed(identity.rule, `${identity.where}：缺少${names(format, gone)}`, all)

  const blank = all.filter((id) => numberIn(cells, id) === undefined)
  const sides = [identity.left, identity.right].filter((side) => side.length > 0)
  const wholeSideBlank = sides.some((side) => side.every(({ cell }) => blank.includes(cell)))
  if (wholeSideBlank || (identity.needsEvery && blank.length > 0)) {
    return unassessed(identity.rule, `${identity.where}：${names(format, blank)}没有填写数字`, all)
  }

  const left = total(identity.left, cells)
  const right = total(identity.right, cells)
  if (holds(identity.relation, compare(left, right))) return failed()
  return failed(
    found(identity.rule, {
      cells: all,
      message: failure(identity, left, right, blank, format),
      expected: `${identity.relation === '=' ? '' : identity.relation === '<=' ? '不大于' : '不小于'}${decimalText(right)}`,
      actual: decimalText(left),
      where: identity.where,
      needsLook: blank.length > 0,
    }),
  )
}

/** The number in a cell, amounts in 万元 even where the cell says 元; `undefined` when there is none. */
export function numberIn(cells: ReadCells, id: CellId): Decimal | undefined {
  const cell = cells[id]
  if (cell === undefined || cell.value === null) return undefined
  const number = parseDecimal(cell.value)
  return number !== undefined && cell.unit === '元' ? shift(number, -4) : number
}

function total(side: readonly IdentityTerm[], cells: ReadCells): Decimal {
  return side.reduce((sum, { cell, sign }) => {
    const value = numberIn(cells, cell) ?? ZERO
    return sign === 1 ? add(sum, value) : subtract(sum, value)
  }, ZERO)
}

function holds(relation: Identity['relation'], order: number): boolean {
  switch (relation) {
    case '=':
      return order === 0
    case '<=':
      return order <= 0
    case '>=':
      return order >= 0
  }
}

const SHOULD: Readonly<Record<Identity['relation'], string>> = {
  '=': '应当等于',
  '<=': '不应大于',
  '>=': '不应小于',
}

function failure(
  identity: Identity,
  left: Decimal,
  right: Decimal,
  blank: readonly CellId[],
  format: FormatId,
): string {
  const { leftName, rightName, relation, where } = identity
  const difference = decimalText(subtract(left, right)).replace('-', '')
  const note = blank.length === 0 ? '' : `其中${names(format, blank)}没有填写，按0计算，请先核实。`
  if (identity.right.length === 0)
    return `${where}：${leftName}得${decimalText(left)}，即${rightName}为负数，请核对这几个数字。${note}`
  const beside = `${rightName}（${decimalText(right)}）`
  return `${where}：${leftName}（${decimalText(left)}）${SHOULD[relation]}${beside}，相差${difference}。${note}`
}

function names(format: FormatId, cells: readonly CellId[]): string {
  const shown = cells.slice(0, 3).map((id) => cellName(format, id))
  return cells.length > shown.length ? `${shown.join('、')}等${cells.length}个单元格` : shown.join('、')
}

import type { CellId } from '../cell-id.ts'
import { cellName, rowName } from '../cell-name.ts'
import { cellsOf, type FormatId, type ReportCell } from '../report-format.ts'
import { compare, decimalOf, parseDecimal } from './decimal.ts'
import { type Assessment, type Finding, failed, found, mergeAssessments } from './finding.ts'
import type { Presence } from './presence.ts'
import type { ReadCell } from './read-cell.ts'
import type { ReadCells, ReportFacts } from './report-facts.ts'

/** AR-18 to AR-22: every cell holds a plain number of its kind. */
export function checkCells({ format, cells }: ReportFacts, { unreachable }: Presence): Assessment {
  const reachable = cellsOf(format).filter(({ id }) => !isPlain(cells[id]) && !unreachable.has(id))
  return mergeAssessments([
    failed(...missingNumbers(format, reachable, cells)),
    failed(...reachable.flatMap((cell) => checkNumber(format, cell, cells[cell.id]))),
  ])
}

/** One finding a row, so that an empty form does not give two hundred. */
function missingNumbers(format: FormatId, reachable: readonly ReportCell[], cells: ReadCells): Finding[] {
  const empty = reachable.filter(({ id }) => {
    const cell = cells[id]
    return cell === undefined || cell.status === 'blank' || cell.status === 'placeholder'
  })
  const rows = Map.groupBy(empty, ({ table, row }) => `${table}.${row}`)
  return [...rows.values()].flatMap((ofRow) => {
    const blank = ofRow.filter(({ id }) => cells[id] === undefined || cells[id].status === 'blank')
    const placeholder = ofRow.filter(({ id }) => cells[id]?.status === 'placeholder')
    return [...blankFinding(format, blank), ...placeholderFinding(format, placeholder, cells)]
  })
}

function blankFinding(format: FormatId, blank: readonly ReportCell[]): Finding[] {
  const [first] = blank
  if (first === undefined) return []
  const name = rowName(format, first.table, first.row)
  const message = `${name}有${blank.length}个单元格没有填写。空白不等于0，请确认后填写数字，没有的填0；核验时按0计算。`
  return [found('AR-18', { cells: ids(blank), message, expected: '数字', actual: '空白', where: name })]
}

function placeholderFinding(
  format: FormatId,
  placeholders: readonly ReportCell[],
  cells: ReadCells,
): Finding[] {
  const [first] = placeholders
  if (first === undefined) return []
  const name = rowName(format, first.table, first.row)
  const marks = [...new Set(placeholders.map(({ id }) => cells[id]?.raw.trim() ?? ''))]
  const message = `${name}有${placeholders.length}个单元格填的是“${marks.join('”“')}”，请改填数字，没有的填0；核验时按0计算。`
  return [
    found('AR-19', {
      cells: ids(placeholders),
      message,
      expected: '数字',
      actual: marks.join(' '),
      where: name,
    }),
  ]
}

function checkNumber(format: FormatId, cell: ReportCell, read: ReadCell | undefined): Finding[] {
  if (read === undefined || read.status === 'blank' || read.status === 'placeholder') return []
  const place = { cells: [cell.id], actual: read.raw, where: cellName(format, cell.id) }
  return cell.valueType === 'amount' ? checkAmount(read, place) : checkCount(cell, read, place)
}

/** A whole number that is printed as such, right in every kind of cell. */
function isPlain(cell: ReadCell | undefined): boolean {
  if (cell === undefined) return false
  const { status, value, raw } = cell
  return status === 'number' && value === raw && /^\d+$/.test(raw)
}

type Place = Readonly<{ cells: readonly CellId[]; actual: string; where: string }>

function checkCount({ valueType }: ReportCell, read: ReadCell, place: Place): Finding[] {
  const expected = valueType === 'signedCount' ? '整数' : '非负整数'
  const isNumber = read.status === 'number' && read.value !== null
  const isWhole = isNumber && /^-?\d+$/.test(read.value ?? '')
  if (!isWhole || (valueType === 'count' && read.value?.startsWith('-'))) {
    return [
      found('AR-20', {
        ...place,
        expected,
        message: `${place.where}填的是“${read.raw}”，应当填${expected}。`,
      }),
    ]
  }
  return read.unit === null && read.note === null ? [] : [besideNumber(read, place)]
}

function checkAmount(read: ReadCell, place: Place): Finding[] {
  const value = read.status === 'number' && read.value !== null ? parseDecimal(read.value) : undefined
  if (value === undefined || compare(value, decimalOf(0)) < 0) {
    return [
      found('AR-21', {
        ...place,
        expected: '非负数',
        message: `${place.where}填的是“${read.raw}”，应当填以万元为单位的非负数。`,
      }),
    ]
  }
  const findings: Finding[] = []
  if (read.unit !== null && read.unit !== '万元' && read.unit !== '万') {
    const message = `${place.where}填的是“${read.raw}”，该栏单位为万元，请换算后填写。`
    return [found('AR-21', { ...place, expected: '以万元为单位', message })]
  }
  if (read.unit !== null || read.note !== null) findings.push(besideNumber(read, place))
  if (decimalsOf(read.raw) > 4) {
    const message = `${place.where}的小数超过四位，万元的四位小数正好是一元，请核对。`
    findings.push(found('AR-22', { ...place, expected: '最多四位小数', message }))
  }
  return findings
}

function besideNumber(read: ReadCell, place: Place): Finding {
  const what = read.unit === null ? '文字' : `单位“${read.unit}”`
  return found('AR-22', {
    ...place,
    expected: read.value ?? '',
    message: `${place.where}的数字后带有${what}，请只填数字。`,
  })
}

function decimalsOf(raw: string): number {
  return /\.(\d+)/.exec(raw.normalize('NFKC'))?.[1]?.length ?? 0
}

function ids(cells: readonly ReportCell[]): readonly CellId[] {
  return cells.map(({ id }) => id)
}

import { type CellId, t3Cell } from '../cell-id.ts'
import { rowName } from '../cell-name.ts'
import { type FormatId, REPORT_FORMATS } from '../report-format.ts'
import { T3_APPLICANT_COLUMNS, T3_COLUMNS, type T3GroupId } from '../table-three.ts'
import { compare, decimalText, isPositive, parseDecimal, sum, ZERO } from './decimal.ts'
import { type Assessment, failed, found, mergeAssessments, unassessed } from './finding.ts'
import { numberIn } from './identity.ts'
import type { Presence } from './presence.ts'
import type { ReadCell } from './read-cell.ts'
import type { ReportFacts } from './report-facts.ts'

/** AR-27 to AR-29: printed subtotals of table three, and totals that stand alone. */
export function checkTableThree(facts: ReportFacts, presence: Presence): Assessment {
  return mergeAssessments([
    groupSubtotals(facts),
    organisationSubtotals(facts),
    totalsWithoutApplicants(facts, presence),
  ])
}

function groupSubtotals({ format, cells, groupSubtotals: printed = {} }: ReportFacts): Assessment {
  const { groups, rows } = REPORT_FORMATS[format].t3
  return mergeAssessments(
    groups.flatMap((group) => {
      const subtotals = printed[group.id]
      if (subtotals === undefined) return []
      const members = rows.filter((row) => belongsTo(row.id, group.id))
      return T3_COLUMNS.map(({ id, label }) =>
        subtotal(
          'AR-27',
          `表三“${group.label}”小计行“${label}”列`,
          subtotals[id],
          members.map((row) => t3Cell(row.id, id)),
          cells,
        ),
      )
    }),
  )
}

function belongsTo(row: string, group: T3GroupId): boolean {
  return row.startsWith(`${group}.`)
}

function organisationSubtotals({
  format,
  cells,
  organisationSubtotals: printed = {},
}: ReportFacts): Assessment {
  const members = T3_APPLICANT_COLUMNS.filter((column) => column !== 'natural_person')
  return mergeAssessments(
    REPORT_FORMATS[format].t3.rows
      .filter((row) => printed[row.id] !== undefined)
      .map((row) =>
        subtotal(
          'AR-28',
          `${rowName(format, 't3', row.id)}“法人或其他组织”小计`,
          printed[row.id],
          members.map((column) => t3Cell(row.id, column)),
          cells,
        ),
      ),
  )
}

function subtotal(
  rule: 'AR-27' | 'AR-28',
  where: string,
  printed: ReadCell | undefined,
  members: readonly CellId[],
  cells: ReportFacts['cells'],
): Assessment {
  if (printed === undefined) return failed()
  const target = printed.value === null ? undefined : parseDecimal(printed.value)
  const numbers = members.map((id) => numberIn(cells, id))
  if (target === undefined || numbers.every((number) => number === undefined)) {
    return unassessed(rule, `${where}没有可以比较的数字`, members)
  }
  const total = sum(numbers.map((number) => number ?? ZERO))
  if (compare(target, total) === 0) return failed()
  return failed(
    found(rule, {
      cells: members,
      message: `${where}印为${decimalText(target)}，所属各项之和为${decimalText(total)}，请核对。`,
      expected: decimalText(total),
      actual: decimalText(target),
      where,
      needsLook: numbers.includes(undefined),
    }),
  )
}

const ROWS = { 2019: rowsOf('2019'), 2021: rowsOf('2021') } as const

function rowsOf(format: FormatId) {
  return REPORT_FORMATS[format].t3.rows.map(({ id }) => ({
    id,
    total: t3Cell(id, 'total'),
    applicants: T3_APPLICANT_COLUMNS.map((column) => t3Cell(id, column)),
  }))
}

function totalsWithoutApplicants({ format, cells }: ReportFacts, { unreachable }: Presence): Assessment {
  const rows = ROWS[format].filter(({ total }) => isPositive(numberIn(cells, total)))
  return mergeAssessments(
    rows.map(({ id, applicants }) => {
      if (applicants.every((cell) => unreachable.has(cell)))
        return unassessed('AR-29', `${rowName(format, 't3', id)}没有申请人各列`, applicants)
      if (applicants.some((cell) => numberIn(cells, cell) !== undefined)) return failed()
      const where = rowName(format, 't3', id)
      const message = `${where}只填了总计，没有填各类申请人的件数，无法核验，请补齐。`
      return failed(
        found('AR-29', {
          cells: [t3Cell(id, 'total'), ...applicants],
          message,
          expected: '至少一类申请人的件数',
          actual: '均未填写',
          where,
        }),
      )
    }),
  )
}

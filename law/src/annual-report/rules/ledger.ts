import type { PlainDate } from '../../plain-date.ts'
import { type CellId, t3Cell, t4Cell } from '../cell-id.ts'
import { cellName } from '../cell-name.ts'
import { countRows, type RowFact } from '../counting/applications.ts'
import { countDisputes, type DisputeFact } from '../counting/disputes.ts'
import { type FormatId, REPORT_FORMATS } from '../report-format.ts'
import { T4_BLOCKS } from '../table-four.ts'
import { T3_APPLICANT_COLUMNS, type T3ApplicantColumnId, type T3ResultRowId } from '../table-three.ts'
import { decimalText } from './decimal.ts'
import { type Assessment, type Finding, failed, found, mergeAssessments, unassessed } from './finding.ts'
import { numberIn } from './identity.ts'
import type { ReadCells } from './report-facts.ts'
import type { RuleId } from './report-rules.ts'

/** A line of a ledger (台账) as it was kept, right or wrong. */
export type LedgerApplication = Readonly<{
  id?: string
  /** Column ids of table three; exactly one when the ledger is in order. */
  applicantCategories: readonly string[]
  receivedOn: PlainDate
  decidedOn: PlainDate | null
  /** Row ids of table three; one when closed, none when open. */
  results: readonly string[]
}>

export type LedgerFacts = Readonly<{
  format: FormatId
  reportYear: number
  cells: ReadCells
  applications?: readonly LedgerApplication[]
  disputes?: readonly DisputeFact[]
}>

const APPLICATION_RULES: readonly RuleId[] = ['AR-69', 'AR-70', 'AR-71', 'AR-72', 'AR-73']

/** 台账核验: AR-69 to AR-74, the report against the cases it is made of. */
export function checkLedger(facts: LedgerFacts): Assessment {
  return mergeAssessments([checkApplications(facts), checkDisputes(facts)])
}

function checkApplications(facts: LedgerFacts): Assessment {
  const { applications } = facts
  if (applications === undefined) {
    return mergeAssessments(APPLICATION_RULES.map((rule) => unassessed(rule, '没有申请台账')))
  }
  return mergeAssessments([
    failed(...applications.flatMap(categoryFault)),
    failed(
      ...duplicateIds(applications),
      ...applications.flatMap((line, index) => resultFault(facts.format, line, index)),
    ),
    totals(facts, applications),
  ])
}

function nameOf({ id }: LedgerApplication, index: number): string {
  return id === undefined ? `台账第${index + 1}件` : `申请${id}`
}

function categoryFault(line: LedgerApplication, index: number): Finding[] {
  const known = new Set(line.applicantCategories.filter(isApplicantColumn))
  if (line.applicantCategories.length === 1 && known.size === 1) return []
  const where = nameOf(line, index)
  const actual = line.applicantCategories.join('、')
  const message = `${where}的申请人类别${actual === '' ? '没有填写' : `填为“${actual}”`}，应当且只应当归入六类之一。`
  return [
    found('AR-69', { message, expected: '一类申请人', actual: actual === '' ? '没有填写' : actual, where }),
  ]
}

function duplicateIds(applications: readonly LedgerApplication[]): Finding[] {
  const times = new Map<string, number>()
  for (const { id } of applications) if (id !== undefined) times.set(id, (times.get(id) ?? 0) + 1)
  return [...times]
    .filter(([, count]) => count > 1)
    .map(([id, count]) =>
      found('AR-70', {
        message: `申请${id}在台账中出现${count}次，请删去重复的登记。`,
        expected: '1次',
        actual: `${count}次`,
        where: `申请${id}`,
      }),
    )
}

function resultFault(format: FormatId, line: LedgerApplication, index: number): Finding[] {
  const where = nameOf(line, index)
  const { decidedOn, receivedOn, results } = line
  const actual =
    results.length === 0 ? '没有填写' : results.map((result) => nameOfResult(format, result)).join('、')
  const fault = (message: string, expected: string) => [found('AR-70', { message, expected, actual, where })]

  if (decidedOn === null)
    return results.length === 0
      ? []
      : fault(`${where}没有办结日期却填有办理结果，请补填日期或者删去结果。`, '没有结果')
  if (results.length !== 1)
    return fault(
      `${where}已办结，应当有且只有一种办理结果，${results.length === 0 ? '现在没有填写' : `现在填了${results.length}种`}。`,
      '一种结果',
    )
  if (!results.every((result) => isResultRow(format, result)))
    return fault(`${where}的办理结果“${actual}”不在报告格式之内。`, '格式内的办理结果')
  if (decidedOn < receivedOn)
    return fault(`${where}的办结日期${decidedOn}早于收到日期${receivedOn}，请核对。`, `不早于${receivedOn}`)
  return []
}

/** The printed name of a result row; what is none stands as it was given. */
function nameOfResult(format: FormatId, result: string): string {
  return REPORT_FORMATS[format].t3.rows.find(({ id }) => id === result)?.label ?? result
}

function totals(facts: LedgerFacts, applications: readonly LedgerApplication[]): Assessment {
  const { format, reportYear } = facts
  const { cells } = countRows(
    applications.map((line, index) => rowFact(format, line, index)),
    reportYear,
    format,
  )
  const compareTotal = (rule: RuleId, row: Parameters<typeof t3Cell>[0]) => {
    const id = t3Cell(row, 'total')
    return compareWithLedger(facts, rule, id, cells[id] ?? 0)
  }
  const results = REPORT_FORMATS[format].t3.rows.filter(({ role }) => role === 'result')
  return mergeAssessments([
    compareTotal('AR-71', 'new_received'),
    compareTotal('AR-72', 'carried_in'),
    compareTotal('AR-72', 'carried_out'),
    ...results.map(({ id }) => compareTotal('AR-73', id)),
  ])
}

function checkDisputes(facts: LedgerFacts): Assessment {
  const { disputes, reportYear } = facts
  if (disputes === undefined) return unassessed('AR-74', '没有复议、诉讼台账')
  const { cells } = countDisputes(disputes, reportYear)
  return mergeAssessments(
    T4_BLOCKS.map(({ id: block }) => {
      const id = t4Cell(block, 'total')
      return compareWithLedger(facts, 'AR-74', id, cells[id])
    }),
  )
}

function compareWithLedger(
  { cells, format }: LedgerFacts,
  rule: RuleId,
  id: CellId,
  counted: number,
): Assessment {
  const printed = numberIn(cells, id)
  const where = cellName(format, id)
  if (printed === undefined) return unassessed(rule, `${where}没有填写`, [id])
  if (decimalText(printed) === String(counted)) return failed()
  const message = `${where}为${decimalText(printed)}件，台账中为${counted}件，请逐件核对。`
  return failed(
    found(rule, { cells: [id], message, expected: String(counted), actual: decimalText(printed), where }),
  )
}

/** A line as the counting sees it; the unknown category of a faulty line still stands in the totals. */
function rowFact(format: FormatId, line: LedgerApplication, index: number): RowFact {
  const [result] = line.results
  return {
    id: line.id ?? String(index + 1),
    column: line.applicantCategories.find(isApplicantColumn) ?? 'other_org',
    receivedOn: line.receivedOn,
    concludedOn: line.decidedOn,
    row: result !== undefined && isResultRow(format, result) ? result : null,
  }
}

function isApplicantColumn(text: string): text is T3ApplicantColumnId {
  return (T3_APPLICANT_COLUMNS as readonly string[]).includes(text)
}

function isResultRow(format: FormatId, text: string): text is T3ResultRowId {
  return REPORT_FORMATS[format].t3.rows.some(({ id, role }) => id === text && role === 'result')
}

import {
  type Assessment,
  checkLedger,
  type DisputeFact,
  type FormatId,
  isPlainDate,
  type LedgerFacts,
  mergeAssessments,
  T4_BLOCKS,
  T4_COLUMNS,
  unassessed,
} from '@mingfu/law'
import type { LedgerApplication, LedgerDispute, ReportLedger } from '../report.ts'

/** 台账与报告: AR-69 to AR-74. A line whose dates cannot be read makes every count wrong; the rules then stay open. */
export function checkReportedLedger(
  { applications, disputes }: ReportLedger,
  format: FormatId,
  reportYear: number,
  cells: LedgerFacts['cells'],
): Assessment {
  const noDate = (applications ?? []).findIndex((line) => dayIn(line.receivedOn) === undefined)
  const badDispute = (disputes ?? []).findIndex((line) => disputeFact(line, 0) === undefined)
  const facts: LedgerFacts = {
    format,
    reportYear,
    cells,
    ...(applications === undefined || noDate >= 0
      ? {}
      : { applications: applications.flatMap((line) => applicationFact(line) ?? []) }),
    ...(disputes === undefined || badDispute >= 0
      ? {}
      : { disputes: disputes.flatMap((line, index) => disputeFact(line, index) ?? []) }),
  }
  const open: Assessment[] = []
  if (noDate >= 0) {
    const why = `台账第${noDate + 1}件申请的收到日期（receivedOn）不是“2024-01-31”这样的日期，没有逐件核对`
    for (const rule of ['AR-69', 'AR-70', 'AR-71', 'AR-72', 'AR-73'] as const)
      open.push(unassessed(rule, why))
  }
  if (badDispute >= 0) {
    open.push(
      unassessed(
        'AR-74',
        `台账第${badDispute + 1}件复议、诉讼案件的日期（filedOn）或者类别（block）不可用，没有逐件核对`,
      ),
    )
  }
  const { findings, notAssessable } = checkLedger(facts)
  // Where a sentence says what to mend, “there is no ledger” would be wrong beside it.
  const told = new Set(open.flatMap((each) => each.notAssessable.map(({ rule }) => rule)))
  return mergeAssessments([
    { findings, notAssessable: notAssessable.filter(({ rule }) => !told.has(rule)) },
    ...open,
  ])
}

function applicationFact(line: LedgerApplication) {
  const { id, applicantCategory, decidedOn, result } = line
  const receivedOn = dayIn(line.receivedOn)
  if (receivedOn === undefined) return undefined
  return {
    ...(typeof id === 'string' ? { id } : {}),
    applicantCategories: marks(applicantCategory),
    receivedOn,
    decidedOn: dayIn(decidedOn) ?? null,
    results: marks(result),
  }
}

function disputeFact(line: LedgerDispute, index: number): DisputeFact | undefined {
  const { id, filedOn, concludedOn, outcome, role } = line
  const day = dayIn(filedOn)
  const block = T4_BLOCKS.find(({ id: known }) => known === line.block)?.id
  if (day === undefined || block === undefined) return undefined
  const known = T4_COLUMNS.find((column) => column.id === outcome)?.id
  return {
    id: typeof id === 'string' ? id : String(index + 1),
    block,
    filedOn: day,
    concludedOn: dayIn(concludedOn) ?? null,
    outcome: known === undefined || known === 'total' || known === 'pending' ? null : known,
    role: role === 'co-defendant-reviewer' ? role : 'original',
  }
}

function dayIn(value: unknown) {
  return typeof value === 'string' && isPlainDate(value) ? value : undefined
}

/** A ledger of another system may hold several marks where one belongs; AR-69 and AR-70 then say so. */
function marks(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.filter((mark) => typeof mark === 'string')
  return typeof value === 'string' && value !== '' ? [value] : []
}

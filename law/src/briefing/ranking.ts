import type { PlainDate } from '../plain-date.ts'
import type { ScoreKind, ScoreTable } from './score-table.ts'

export type SubmittedFact = Readonly<{ unitId: string; submittedOn: PlainDate }>
export type CreditFact = Readonly<{ unitId: string; on: PlainDate; kind: ScoreKind; points: number }>

/** 通报 of one unit: what it handed in, what became of it, and its points, each counted from records. */
export type UnitStanding = Readonly<{
  unitId: string
  rank: number
  submitted: number
  adopted: number
  instructions: number
  basePoints: number
  creditPoints: number
  deductions: number
  total: number
}>

/**
 * 排名: the units of a period by points, the same points sharing a rank and the next one left out (1, 2, 2, 4).
 * Units that handed in nothing stand in it too. `months` are the months of the period, `YYYY-MM`.
 */
export function rankUnits(
  unitIds: readonly string[],
  months: readonly string[],
  facts: Readonly<{ submitted: readonly SubmittedFact[]; credits: readonly CreditFact[] }>,
  { base }: ScoreTable,
): readonly UnitStanding[] {
  const standings = unitIds.map((unitId) => {
    const own = facts.submitted.filter((fact) => fact.unitId === unitId && inMonths(fact.submittedOn, months))
    const credits = facts.credits.filter((fact) => fact.unitId === unitId && inMonths(fact.on, months))
    const sum = (of: readonly CreditFact[]) => of.reduce((total, { points }) => total + points, 0)
    const full = months.filter(
      (month) =>
        base.itemsAMonth > 0 &&
        own.filter(({ submittedOn }) => inMonths(submittedOn, [month])).length >= base.itemsAMonth,
    )
    const basePoints = full.length * base.points
    const deductions = sum(credits.filter(({ kind }) => kind === 'deduction'))
    const creditPoints = sum(credits) - deductions
    return {
      unitId,
      submitted: own.length,
      adopted: credits.filter(({ kind }) => kind === 'adoption').length,
      instructions: credits.filter(({ kind }) => kind === 'instruction').length,
      basePoints,
      creditPoints,
      deductions,
      total: basePoints + creditPoints + deductions,
    }
  })
  return standings
    .map((one) => ({ ...one, rank: 1 + standings.filter(({ total }) => total > one.total).length }))
    .toSorted((a, b) => a.rank - b.rank)
}

function inMonths(on: PlainDate, months: readonly string[]): boolean {
  return months.some((month) => on.startsWith(`${month}-`))
}

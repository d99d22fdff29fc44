import { FAILED_STEPS, type FailedStep, yearOf } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readableDisputes, readDisputes, type StoredDispute } from './dispute-store.ts'

/** 败诉、被纠正案件分析: which step failed how often, year by year, and the cases behind the figures. */
export type Lessons = Readonly<{
  years: readonly number[]
  steps: readonly Readonly<{ step: FailedStep; counts: readonly number[]; total: number }>[]
  cases: readonly StoredDispute[]
  /** Corrected cases nobody has analysed yet. */
  unexplained: number
}>

/** First instance and appeal of one lawsuit are one case, as table four counts them: by the latest instance. */
export async function listLessons(ctx: Context, { agencyId }: { agencyId: string }): Promise<Lessons> {
  allow(ctx.actor, 'read-requests')
  const { all, known } = await tx(ctx, async (t) => ({
    all: await readDisputes(t, agencyId),
    known: new Set((await readableDisputes(t, ctx, agencyId)).map(({ id }) => id)),
  }))
  const latest = new Map<string, StoredDispute>()
  for (const dispute of all.toReversed())
    latest.set(`${dispute.block} ${dispute.caseId ?? dispute.id}`, dispute)
  const cases = [...latest.values()]
    .reverse()
    .filter(({ outcome, role }) => outcome === 'corrected' && role === 'original')
  const yearOfCase = ({ concludedOn, filedOn }: StoredDispute) => yearOf(concludedOn ?? filedOn)
  const years = [...new Set(cases.map(yearOfCase))].sort((a, b) => a - b)
  const steps = (Object.keys(FAILED_STEPS) as FailedStep[]).map((step) => {
    const failed = cases.filter(({ failedStep }) => failedStep === step)
    return {
      step,
      counts: years.map((year) => failed.filter((one) => yearOfCase(one) === year).length),
      total: failed.length,
    }
  })
  return {
    years,
    steps: steps.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total),
    // The figures count every case; named are those that the reader may know.
    cases: cases.filter(({ id }) => known.has(id)),
    unexplained: cases.filter(({ lesson }) => lesson === '').length,
  }
}

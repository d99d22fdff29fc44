import { type CellId, type FormatId, formatForYear } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readFigures, type Waiver } from './annual-report-store.ts'
import { yearInHand } from './draft-of.ts'
import { type JudgedFinding, judge } from './judge.ts'
import { measuresOf } from './yearly-measure.ts'

export type AnnualReport = Readonly<{
  year: number
  format: FormatId
  title: string
  state: 'not-begun' | 'draft' | 'published'
  version: number
  publishedAt: Date | null
  sections: readonly Readonly<{
    id: 's1' | 's2' | 's3' | 's4' | 's5' | 's6'
    heading: string
    text: string
  }>[]
  cells: readonly Readonly<{ id: CellId; value: string; members: number | null }>[]
  figures: readonly Readonly<{
    measure: string
    label: string
    unit: string
    value: string | null
    source: string
  }>[]
  findings: readonly JudgedFinding[]
  notAssessable: readonly Readonly<{ rule: string; why: string }>[]
  waivers: readonly Waiver[]
}>

/** 年度报告 of a year in hand, with its figures, its findings and what a person said of them. */
export function getAnnualReport(
  ctx: Context,
  {
    agencyId,
    year,
    format = formatForYear(year),
  }: { agencyId: string; year: number; format?: FormatId | undefined },
): Promise<AnnualReport> {
  allow(ctx.actor, 'read-annual-report')
  return tx(ctx, async (t) => {
    const agency = await getAgency(t, agencyId)
    const { report, counted, stored } = await yearInHand(t, agency, year, format, ctx.countingPractice)
    const recorded = await readFigures(t, agencyId, year)
    const waivers = stored?.waivers ?? []
    return {
      year,
      format,
      title: report.title ?? '',
      state: stored === undefined ? 'not-begun' : stored.state,
      version: stored?.version ?? 0,
      publishedAt: stored?.publishedAt ?? null,
      sections: report.sections ?? [],
      cells: [...counted.cells].map(([id, value]) => ({
        id,
        value,
        members: counted.members.get(id)?.length ?? null,
      })),
      figures: measuresOf(format).map(([measure, { label, unit }]) => ({
        measure,
        label,
        unit,
        value: recorded.get(measure)?.value ?? null,
        source: recorded.get(measure)?.source ?? '',
      })),
      ...judge(report, waivers),
      waivers,
    }
  })
}

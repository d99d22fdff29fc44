import { type FormatId, formatForYear, type ReportSectionId } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { changeReport, lockReport } from './annual-report-store.ts'
import { assembleReport, textsOf } from './assemble-report.ts'

export type SaveReportSections = Readonly<{
  agencyId: string
  year: number
  /** 0 before anything was saved. */
  version: number
  sections: readonly Readonly<{ id: ReportSectionId; text: string }>[]
  format?: FormatId
}>

/** 保存报告的文字部分: sections not named keep their text; the figures are never typed. */
export async function saveReportSections(ctx: Context, input: SaveReportSections): Promise<number> {
  allow(ctx.actor, 'compile-annual-report')
  const { agencyId, year, version, sections, format = formatForYear(year) } = input
  return tx(ctx, async (t) => {
    const agency = await getAgency(t, agencyId)
    const stored = await lockReport(t, ctx, agencyId, year, format)
    if (stored.state === 'published') throw new Invalid('报告已经发布，不能再修改；确需更正的，请先办理更正')
    if (version !== 0 && version !== stored.version) throw new Stale('报告')
    const texts = {
      ...textsOf(stored.content),
      ...Object.fromEntries(sections.map(({ id, text }) => [id, text])),
    }
    const content = assembleReport(agency, year, stored.format, new Map(), texts, undefined)
    return changeReport(
      t,
      ctx,
      agencyId,
      stored,
      { kind: 'sections-saved', facts: { sections: sections.map(({ id }) => id) } },
      { content },
    )
  })
}

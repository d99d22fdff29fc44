import { cellsOf, cite, type FormatId, formatForYear, yearOf } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Refused, Stale } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { changeReport, lockReport } from './annual-report-store.ts'
import { yearInHand } from './draft-of.ts'
import { judge } from './judge.ts'

export type PublishAnnualReport = Readonly<{
  agencyId: string
  year: number
  version: number
  format?: FormatId
}>

/** 发布年度报告: fixes what was counted on this day. Unexplained errors, missing figures and empty prose stop it. */
export async function publishAnnualReport(
  ctx: Context,
  { agencyId, year, version, format = formatForYear(year) }: PublishAnnualReport,
): Promise<{ version: number; publishedAt: Date }> {
  allow(ctx.actor, 'publish-annual-report')
  return tx(ctx, async (t) => {
    const agency = await getAgency(t, agencyId)
    const stored = await lockReport(t, ctx, agencyId, year, format)
    if (stored.state === 'published') throw new Invalid(`${year}年度报告已经发布`)
    if (version !== 0 && version !== stored.version) throw new Stale('报告')
    if (year >= yearOf(ctx.today)) {
      throw new Refused({
        code: 'year-not-over',
        reason: `${year}年还没有结束，年度报告应当在次年发布`,
        basis: cite('regulation', 49, 1),
      })
    }
    const { report, counted } = await yearInHand(t, agency, year, stored.format, ctx.countingPractice)
    const missing = cellsOf(stored.format).filter(({ id }) => !counted.cells.has(id))
    if (missing.length > 0) {
      throw new Invalid(`还有${missing.length}个单元格没有数据，请先登记年度数据（没有发生的填0）`)
    }
    const { findings } = judge(report, stored.waivers)
    const open = findings.filter(({ severity, waivedBy }) => severity === 'error' && waivedBy === null)
    if (open.length > 0) {
      throw new Refused({
        code: 'report-has-errors',
        reason: `报告还有${open.length}处错误没有改正，也没有说明：${open.map(({ rule }) => rule).join('、')}`,
        basis: cite('regulation', 50),
      })
    }
    const publishedAt = ctx.now
    const next = await changeReport(
      t,
      ctx,
      agencyId,
      stored,
      { kind: 'published', facts: { cells: counted.cells.size } },
      { content: report, state: 'published', publishedAt },
    )
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'publish-annual-report',
      objectKind: 'annual-report',
      objectId: stored.reportId,
      detail: { year },
    })
    return { version: next, publishedAt }
  })
}

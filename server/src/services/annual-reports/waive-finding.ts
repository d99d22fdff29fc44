import { formatForYear } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import { actorName, type Context } from '../context.ts'
import { changeReport, lockReport } from './annual-report-store.ts'
import { yearInHand } from './draft-of.ts'
import { judge } from './judge.ts'

export type WaiveFinding = Readonly<{
  agencyId: string
  year: number
  /** Of the finding as it stands now. */
  fingerprint: string
  verdict: 'confirmed' | 'explained'
  reason: string
}>

/** 对校验结果作出判定: a person answers for a finding, by name and in words; the figures stay as they are. */
export async function waiveFinding(ctx: Context, input: WaiveFinding): Promise<number> {
  allow(ctx.actor, 'publish-annual-report')
  const { agencyId, year, fingerprint, verdict, reason } = input
  return tx(ctx, async (t) => {
    const agency = await getAgency(t, agencyId)
    const stored = await lockReport(t, ctx, agencyId, year, formatForYear(year))
    if (stored.state === 'published') throw new Invalid('报告已经发布，不需要再作判定')
    const { report } = await yearInHand(t, agency, year, stored.format, ctx.countingPractice)
    const finding = judge(report, []).findings.find((each) => each.fingerprint === fingerprint)
    if (finding === undefined) throw new Stale('这条校验结果')
    const { rule, cells } = finding
    const waiver = { rule, cells, reason, by: actorName(ctx.actor), on: ctx.today, fingerprint, verdict }
    const others = stored.waivers.filter((each) => each.fingerprint !== fingerprint)
    return changeReport(
      t,
      ctx,
      agencyId,
      stored,
      { kind: verdict === 'explained' ? 'finding-explained' : 'finding-confirmed', facts: waiver },
      { waivers: [...others, waiver] },
    )
  })
}

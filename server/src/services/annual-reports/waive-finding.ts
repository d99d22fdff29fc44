import { formatForYear } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { actorName, type Context } from '../context.ts'
import { changeReport, lockReport } from './annual-report-store.ts'

export type WaiveFinding = Readonly<{
  agencyId: string
  year: number
  rule: string
  cells: readonly string[]
  reason: string
}>

/** 对校验结果作出说明: a person answers for a finding, by name and with a reason; the figures stay as they are. */
export async function waiveFinding(ctx: Context, input: WaiveFinding): Promise<number> {
  allow(ctx.actor, 'publish-annual-report')
  const { agencyId, year, rule, cells, reason } = input
  return tx(ctx, async (t) => {
    const stored = await lockReport(t, ctx, agencyId, year, formatForYear(year))
    if (stored.state === 'published') throw new Invalid('报告已经发布，不需要再作说明')
    const waiver = { rule, cells, reason, by: actorName(ctx.actor), on: ctx.today }
    const others = stored.waivers.filter((each) => each.rule !== rule || each.cells.join() !== cells.join())
    return changeReport(
      t,
      ctx,
      agencyId,
      stored,
      { kind: 'finding-explained', facts: waiver },
      { waivers: [...others, waiver] },
    )
  })
}

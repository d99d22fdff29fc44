import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { lockDispute } from './dispute-store.ts'

export type ConcludeDispute = Readonly<{
  agencyId: string
  disputeId: string
  outcome: 'upheld' | 'corrected' | 'other'
  concludedOn: string
  note?: string | null
}>

/** 登记审结结果: 结果维持、结果纠正或者其他结果, on the day of the decision or judgment. */
export async function concludeDispute(ctx: Context, input: ConcludeDispute): Promise<void> {
  allow(ctx.actor, 'record-dispute')
  const { agencyId, disputeId, outcome, concludedOn } = input
  await tx(ctx, async (t) => {
    const dispute = await lockDispute(t, agencyId, disputeId)
    if (dispute.concludedOn !== null) throw new Invalid('这件案件已经登记过审结结果')
    const wrong =
      concludedOn < dispute.filedOn
        ? '审结日期不能早于收到日期'
        : concludedOn > ctx.today
          ? '审结日期不能晚于今天'
          : undefined
    if (wrong !== undefined) throw new Invalid(wrong, { concludedOn: wrong })
    await t
      .updateTable('dispute')
      .set({ outcome, concluded_on: concludedOn, ...(input.note ? { note: input.note } : {}) })
      .where('agency_id', '=', agencyId)
      .where('dispute_id', '=', disputeId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'conclude-dispute',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { outcome, concludedOn },
    })
  })
}

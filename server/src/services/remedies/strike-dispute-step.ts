import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { strikeOut } from './dispute-step-store.ts'
import { lockDispute } from './dispute-store.ts'

export type StrikeDisputeStep = Readonly<{ agencyId: string; disputeId: string; stepId: string }>

/** 划去登记错的进展; the row stays, and so does who struck it. */
export async function strikeDisputeStep(ctx: Context, input: StrikeDisputeStep): Promise<void> {
  allow(ctx.actor, 'record-dispute')
  const { agencyId, disputeId, stepId } = input
  await tx(ctx, async (t) => {
    await lockDispute(t, ctx, agencyId, disputeId)
    if (!(await strikeOut(t, ctx, agencyId, disputeId, stepId))) throw new NotFound('这项进展')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'strike-dispute-step',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { stepId },
    })
  })
}

import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { lockDispute } from './dispute-store.ts'
import { checkDays, checkRequest, type DisputeEntry, entryColumns } from './record-dispute.ts'

export type AmendDispute = DisputeEntry & Readonly<{ agencyId: string; disputeId: string; version: number }>

/** 更正案件登记: what was not known at first, or was entered wrongly; answers the new version. */
export async function amendDispute(ctx: Context, input: AmendDispute): Promise<number> {
  allow(ctx.actor, 'record-dispute')
  const { agencyId, disputeId } = input
  checkDays(ctx, input)
  return tx(ctx, async (t) => {
    const dispute = await lockDispute(t, ctx, agencyId, disputeId)
    if (dispute.version !== input.version) throw new Stale('这件案件')
    if (dispute.concludedOn !== null && dispute.block !== input.block) {
      throw new Invalid('已经审结的案件不能改变类别，请核对', { block: '已经审结的案件不能改变类别，请核对' })
    }
    await checkRequest(t, ctx, agencyId, input)
    const version = dispute.version + 1
    await t
      .updateTable('dispute')
      .set({ ...entryColumns(input), version })
      .where('agency_id', '=', agencyId)
      .where('dispute_id', '=', disputeId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'amend-dispute',
      objectKind: 'dispute',
      objectId: disputeId,
    })
    return version
  })
}

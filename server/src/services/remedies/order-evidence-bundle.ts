import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { lockDispute } from './dispute-store.ts'
import { insertBundle } from './evidence-bundle-store.ts'

export type OrderEvidenceBundle = Readonly<{
  agencyId: string
  disputeId: string
  /** Whether proofs of identity go in, and the number unmasked. */
  withIdentity: boolean
}>

/** 生成举证材料: has the whole file of the application in dispute bound together; answers the bundle's id. */
export async function orderEvidenceBundle(ctx: Context, input: OrderEvidenceBundle): Promise<string> {
  allow(ctx.actor, 'record-dispute')
  allow(ctx.actor, 'reveal-applicant')
  const { agencyId, disputeId, withIdentity } = input
  return tx(ctx, async (t) => {
    const { requestId } = await lockDispute(t, ctx, agencyId, disputeId)
    if (requestId === null) {
      throw new Invalid('这件案件没有关联的申请，没有案卷可以装订。请先在“补充、更正登记”中关联申请')
    }
    const bundleId = await insertBundle(t, ctx, { agencyId, disputeId, requestId, withIdentity })
    await enqueue(t, 'make-evidence-bundle', { agencyId, bundleId })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'order-evidence-bundle',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { bundleId, withIdentity },
    })
    return bundleId
  })
}

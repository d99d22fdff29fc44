import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import type { Applicant } from './applicant.ts'
import { openCase } from './reading/open-case.ts'
import { readApplicant } from './request-store.ts'

export type RevealApplicant = Readonly<{ agencyId: string; requestId: string; reason: string }>

/** 查看申请人信息: unmasked, for whom the work needs it; who looked, when and why stays in the audit trail. */
export async function revealApplicant(
  ctx: Context,
  { agencyId, requestId, reason }: RevealApplicant,
): Promise<Applicant> {
  allow(ctx.actor, 'reveal-applicant')
  return tx(ctx, async (t) => {
    const request = await openCase(t, ctx, { agencyId, requestId }, 'identity')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'reveal-applicant',
      objectKind: 'request',
      objectId: requestId,
      detail: { number: request.number, reason },
    })
    return readApplicant(t, ctx, request)
  })
}

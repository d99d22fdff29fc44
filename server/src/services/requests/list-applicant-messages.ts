import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type ApplicantMessage, readMessages, readWaitingMessages } from './applicant-message-store.ts'
import { openCase } from './reading/open-case.ts'

export type { ApplicantMessage } from './applicant-message-store.ts'

/** 申请人来信 of one request, oldest first. */
export async function listApplicantMessages(
  ctx: Context,
  which: Readonly<{ agencyId: string; requestId: string }>,
): Promise<readonly ApplicantMessage[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    await openCase(t, ctx, { agencyId: which.agencyId, requestId: which.requestId })
    return readMessages(t, ctx, which)
  })
}

/** 待处理的申请人来信 of an agency, oldest first. */
export async function listWaitingMessages(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly (ApplicantMessage & { number: string })[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, (t) => readWaitingMessages(t, ctx, agencyId))
}

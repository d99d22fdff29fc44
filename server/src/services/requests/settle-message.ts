import { tx } from '../../db/transaction.ts'
import { Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { notifyApplicant } from '../notifications/notify-applicant.ts'
import { settleMessage as settle } from './applicant-message-store.ts'
import { openCase } from './reading/open-case.ts'

export type SettleMessage = Readonly<{
  agencyId: string
  requestId: string
  messageId: string
  /** What the applicant reads on the page of his application; empty when nothing is to be said. */
  answer: string
}>

/** 处理申请人来信: dealt with, and answered where there is something to say. */
export async function settleMessage(ctx: Context, input: SettleMessage): Promise<void> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, requestId, messageId } = input
  const answer = input.answer.trim()
  await tx(ctx, async (t) => {
    const request = await openCase(t, ctx, { agencyId, requestId })
    if (!(await settle(t, ctx, { agencyId, requestId, messageId }, answer))) throw new Stale('这件来信')
    if (answer !== '') await notifyApplicant(t, ctx, request, 'message-answered')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'settle-message',
      objectKind: 'request',
      objectId: requestId,
      detail: { number: request.number, answered: answer !== '' },
    })
  })
}

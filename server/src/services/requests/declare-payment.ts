import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { lockClaimed } from './claim.ts'
import { type Said, tellOffice } from './tell-office.ts'

/** 缴费说明: when and how the applicant paid, with the slip; the office records the payment when the money is there. */
export async function declarePayment(ctx: Context, said: Said): Promise<void> {
  allow(ctx.actor, 'file-request')
  await tx(ctx, async (t) => tellOffice(t, ctx, await lockClaimed(t, ctx, said), 'payment', said, false))
}

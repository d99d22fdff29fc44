import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { lockClaimed } from './claim.ts'
import { type Said, tellOffice } from './tell-office.ts'

/** 请求解释说明: asks the office why, before or after the answer; it touches neither state nor deadline. */
export async function askExplanation(ctx: Context, said: Said): Promise<void> {
  allow(ctx.actor, 'file-request')
  await tx(ctx, async (t) => tellOffice(t, ctx, await lockClaimed(t, ctx, said), 'explanation', said, false))
}

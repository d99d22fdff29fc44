import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { lockClaimed } from './claim.ts'
import { type Said, tellOffice } from './tell-office.ts'

/** 说明理由 (条例 第三十五条): the applicant's own words; whether they are reasonable, a person judges. */
export async function stateReasons(ctx: Context, said: Said): Promise<void> {
  allow(ctx.actor, 'file-request')
  await tx(ctx, async (t) => tellOffice(t, ctx, await lockClaimed(t, ctx, said), 'reasons', said, false))
}

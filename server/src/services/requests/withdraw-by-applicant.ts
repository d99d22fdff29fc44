import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { checkLastFour, lockClaimed } from './claim.ts'
import { recordEvent } from './record-event.ts'
import { type Said, tellOffice } from './tell-office.ts'

export type WithdrawByApplicant = Said & Readonly<{ lastFour: string }>

/** 申请人撤回: his own written word ends the request, once it is sure that it is his. */
export async function withdrawByApplicant(ctx: Context, input: WithdrawByApplicant): Promise<void> {
  allow(ctx.actor, 'file-request')
  await tx(ctx, async (t) => {
    const locked = await lockClaimed(t, ctx, input)
    await checkLastFour(t, ctx, locked.request, input.lastFour, '撤回')
    const statement = input.text.trim() === '' ? '申请人在网上撤回申请，没有写明原因' : input.text
    if (await tellOffice(t, ctx, locked, 'withdrawal', { ...input, text: statement }, true)) {
      await recordEvent(t, ctx, locked, { kind: 'withdrawn', on: ctx.today }, { note: statement })
    }
  })
}

import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { lockClaimed } from './claim.ts'
import { recordEvent } from './record-event.ts'
import { type Said, tellOffice } from './tell-office.ts'

/**
 * 网上补正: the corrected application is received at once, and the count starts anew (条例 第三十条). One that comes
 * after the period waits for a person, who judges whether there was a good reason; the program refuses nothing.
 */
export async function answerCorrection(ctx: Context, said: Said): Promise<Readonly<{ late: boolean }>> {
  allow(ctx.actor, 'file-request')
  return tx(ctx, async (t) => {
    const locked = await lockClaimed(t, ctx, said)
    const { respondBy } = locked.fold.clock
    const late = respondBy !== null && ctx.today > respondBy
    const isNew = await tellOffice(t, ctx, locked, 'correction', said, !late)
    if (isNew && !late) {
      const event = { kind: 'correction-received', on: ctx.today, channel: 'online' } as const
      await recordEvent(t, ctx, locked, event, { office: { text: said.text.trim() } })
    }
    return { late }
  })
}

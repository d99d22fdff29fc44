import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { MESSAGE_CHANNELS, type MessageChannel } from '../notifications/messengers.ts'
import { type Claim, lockClaimed } from './claim.ts'
import { readApplicant } from './request-store.ts'

export type ChooseReminders = Claim & Readonly<{ by: MessageChannel | null }>

/** 进度提醒: by mail, by SMS, or none. Refused where nothing could be sent, so that nobody waits for it. */
export async function chooseReminders(ctx: Context, { by, ...claim }: ChooseReminders): Promise<void> {
  allow(ctx.actor, 'file-request')
  await tx(ctx, async (t) => {
    const { request } = await lockClaimed(t, ctx, claim)
    if (by !== null) {
      const { contact } = await readApplicant(t, ctx, request)
      if (ctx.messengers[by] === null) throw new Invalid(`本站没有开通${MESSAGE_CHANNELS[by]}提醒`)
      if ((by === 'mail' ? contact.email : contact.phone) === '') {
        throw new Invalid(
          `申请时没有填写${by === 'mail' ? '电子邮箱' : '联系电话'}，不能用${MESSAGE_CHANNELS[by]}提醒`,
        )
      }
    }
    await t
      .updateTable('request')
      .set({ notify_by: by })
      .where('agency_id', '=', request.agencyId)
      .where('request_id', '=', request.requestId)
      .execute()
  })
}

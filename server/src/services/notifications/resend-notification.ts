import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { MESSAGE_CHANNELS, type MessageChannel } from './messengers.ts'
import { lockNotification, writeTry } from './notification-store.ts'

export type ResendNotification = Readonly<{ agencyId: string; notificationId: string }>

/** 重发: puts a message that failed, or was not sent, on the queue again. */
export async function resendNotification(ctx: Context, which: ResendNotification): Promise<void> {
  allow(ctx.actor, 'manage-messages')
  const { agencyId, notificationId } = which
  await tx(ctx, async (t) => {
    const row = await lockNotification(t, agencyId, notificationId)
    if (row === undefined) throw new NotFound('这条提醒')
    if (row.state === 'sent' || row.state === 'waiting') {
      throw new Invalid(row.state === 'sent' ? '这条提醒已经发出' : '这条提醒正在等待发送')
    }
    if (row.to_sealed.length === 0) throw new Invalid('收件地址已经按保存期限清除，不能重发')
    const channel = row.channel as MessageChannel
    if (ctx.messengers[channel] === null)
      throw new Invalid(`没有配置${MESSAGE_CHANNELS[channel]}发送服务，请先配置`)
    await writeTry(t, agencyId, notificationId, { state: 'waiting', at: ctx.now, attempts: 0 })
    await enqueue(t, 'send-notification', which)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'resend-notification',
      objectKind: 'notification',
      objectId: notificationId,
    })
  })
}

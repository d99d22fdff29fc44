import { maskEmail, maskPhone } from '@mingfu/law'
import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { readMessageSettings } from './message-settings.ts'
import { messageText } from './message-text.ts'
import { MESSAGE_CHANNELS, type MessageChannel } from './messengers.ts'
import { insertNotification } from './notification-store.ts'

export type SendTestMessage = Readonly<{ agencyId: string; channel: MessageChannel; to: string }>

/** 试发: one message to an address of one's own, to see that the service works. */
export async function sendTestMessage(ctx: Context, input: SendTestMessage): Promise<void> {
  allow(ctx.actor, 'manage-messages')
  const { agencyId, channel, to } = input
  if (ctx.messengers[channel] === null)
    throw new Invalid(`没有配置${MESSAGE_CHANNELS[channel]}发送服务，不能试发`)
  await tx(ctx, async (t) => {
    const settings = await readMessageSettings(t, agencyId)
    const { name } = await getAgency(t, agencyId)
    const text = messageText(channel, { number: null, link: null, signature: settings.signature || name })
    const notificationId = await insertNotification(t, {
      agencyId,
      requestId: null,
      channel,
      occasion: 'test',
      on: ctx.today,
      toSealed: ctx.seal.seal(to),
      toMasked: channel === 'mail' ? maskEmail(to) : maskPhone(to),
      ...text,
      state: 'waiting',
      error: null,
      at: ctx.now,
    })
    if (notificationId !== undefined) await enqueue(t, 'send-notification', { agencyId, notificationId })
    await recordAudit(t, ctx, { agencyId, action: 'send-test-message', detail: { channel } })
  })
}

import { maskEmail, maskPhone } from '@mingfu/law'
import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { oneself } from '../agencies/oneself.ts'
import { readStaffContact } from '../agencies/staff-contact/staff-contact.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { readMessageSettings } from './message-settings.ts'
import { messageText } from './message-text.ts'
import { MESSAGE_CHANNELS, type MessageChannel } from './messengers.ts'
import { insertNotification, readOutcome, type SendOutcome } from './notification-store.ts'
import { tryToSend } from './send-notification.ts'

export type SendTestMessage = Readonly<{ agencyId: string; channel: MessageChannel; to: string }>

/** Should the program end between the record and the try, the record is not left waiting for ever. */
const LEFT_OVER_MS = 5 * 60_000

/**
 * 试发: one message to an address that one says, at once, to see that the service works. Answers what the carrier
 * said, and the record keeps it: a try that failed is told as failed.
 */
export async function sendTestMessage(ctx: Context, input: SendTestMessage): Promise<SendOutcome> {
  allow(ctx.actor, 'manage-messages')
  return send(ctx, input)
}

/** 试发给自己: to the address that one has on file. */
export async function sendTestToMyself(
  ctx: Context,
  { channel }: Readonly<{ channel: MessageChannel }>,
): Promise<SendOutcome> {
  const actor = oneself(ctx)
  const contact = await tx(ctx, (t) => readStaffContact(t, ctx, actor))
  const to = (channel === 'mail' ? contact?.mail : contact?.mobile) ?? null
  if (to === null) throw new Invalid(`请先填写并保存${channel === 'mail' ? '邮箱' : '手机号码'}，再试发`)
  return send(ctx, { agencyId: actor.agencyId, channel, to })
}

async function send(ctx: Context, { agencyId, channel, to }: SendTestMessage): Promise<SendOutcome> {
  if (ctx.messengers[channel] === null)
    throw new Invalid(`没有配置${MESSAGE_CHANNELS[channel]}发送服务，不能试发`)
  const notificationId = await tx(ctx, async (t) => {
    const settings = await readMessageSettings(t, agencyId)
    const { name } = await getAgency(t, agencyId)
    const id = await insertNotification(t, {
      agencyId,
      requestId: null,
      channel,
      occasion: 'test',
      on: ctx.today,
      toSealed: ctx.seal.seal(to),
      toMasked: channel === 'mail' ? maskEmail(to) : maskPhone(to),
      ...messageText(channel, { number: null, link: null, signature: settings.signature || name }),
      number: null,
      link: null,
      state: 'waiting',
      error: null,
      at: ctx.now,
    })
    if (id === undefined) throw new Error('a message without a request is never the second of its kind')
    const after = new Date(ctx.now.getTime() + LEFT_OVER_MS)
    await enqueue(t, 'send-notification', { agencyId, notificationId: id }, { after })
    await recordAudit(t, ctx, { agencyId, action: 'send-test-message', detail: { channel } })
    return id
  })
  return tx(ctx, async (t) => {
    await tryToSend(t, ctx, { agencyId, notificationId }, 1)
    return readOutcome(t, agencyId, notificationId)
  })
}

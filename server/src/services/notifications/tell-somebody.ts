import { maskEmail, maskPhone } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { readMessageSettings } from './message-settings.ts'
import { feedbackMessage } from './message-text.ts'
import { MESSAGE_CHANNELS, type MessageChannel } from './messengers.ts'
import { insertNotification } from './notification-store.ts'
import { statusLink } from './notify-applicant.ts'

type Told = Readonly<{
  agencyId: string
  subjectId: string
  channel: MessageChannel
  contact: string
  occasion: 'feedback-answered' | 'opinions-weighed'
  number: string
  path: (slug: string) => string
}>

/** One message about something that was sent in, in the transaction of its cause; what is not sent says why. */
export async function tellSomebody(t: Tx, ctx: Context, told: Told): Promise<void> {
  const { agencyId, channel, contact, occasion, number } = told
  const to = addressIn(contact, channel) ?? ''
  const agency = await getAgency(t, agencyId)
  const settings = await readMessageSettings(t, agencyId)
  const home = statusLink(ctx.publicUrl, agency.siteDomain)?.replace(/\/apply\/status$/, '') ?? null
  const why =
    ctx.messengers[channel] === null
      ? `没有配置${MESSAGE_CHANNELS[channel]}发送服务`
      : !settings[channel]
        ? `本机关没有启用${MESSAGE_CHANNELS[channel]}提醒`
        : to === ''
          ? '来信人没有留下相应的联系方式'
          : null
  const link = home === null ? null : `${home}${told.path(agency.slug)}`
  const { subject, body } = feedbackMessage(channel, occasion, {
    number,
    link,
    signature: settings.signature || agency.name,
  })
  const notificationId = await insertNotification(t, {
    agencyId,
    requestId: null,
    subjectId: told.subjectId,
    channel,
    occasion,
    on: ctx.today,
    toSealed: ctx.seal.seal(to),
    toMasked: channel === 'mail' ? maskEmail(to) : maskPhone(to),
    subject,
    body,
    number,
    link,
    state: why === null ? 'waiting' : 'not-sent',
    error: why,
    at: ctx.now,
  })
  if (why === null && notificationId !== undefined) {
    await enqueue(t, 'send-notification', { agencyId, notificationId })
  }
}

/** The address of a kind in what somebody wrote as 联系方式. */
export function addressIn(contact: string, channel: MessageChannel): string | undefined {
  const pattern = channel === 'mail' ? /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/ : /(?<!\d)1[3-9]\d{9}(?!\d)/
  return pattern.exec(contact.normalize('NFKC'))?.[0]
}

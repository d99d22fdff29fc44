import { maskEmail, maskPhone } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { readMessageSettings } from './message-settings.ts'
import { messageText } from './message-text.ts'
import { MESSAGE_CHANNELS, type MessageChannel } from './messengers.ts'
import { insertNotification } from './notification-store.ts'
import type { Occasion } from './occasions.ts'

type About = Readonly<{
  agencyId: string
  requestId: string
  number: string
}>

/**
 * 提醒申请人, if he wanted that: one message an occasion and day, in the transaction of its cause. Without a configured
 * service or an address nothing is sent, and the record says so.
 */
export async function notifyApplicant(
  t: Tx,
  ctx: Context,
  { agencyId, requestId, number }: About,
  occasion: Occasion,
): Promise<void> {
  const wanted = await wantedWay(t, agencyId, requestId)
  if (wanted === null) return
  const to = await addressOf(t, ctx, agencyId, requestId, wanted)
  const agency = await getAgency(t, agencyId)
  const settings = await readMessageSettings(t, agencyId)
  const why = whyNot(ctx, settings, wanted, to)
  const link = statusLink(ctx.publicUrl, agency.siteDomain)
  const { subject, body } = messageText(wanted, {
    number,
    link,
    signature: settings.signature || agency.name,
  })
  const notificationId = await insertNotification(t, {
    agencyId,
    requestId,
    channel: wanted,
    occasion,
    on: ctx.today,
    toSealed: ctx.seal.seal(to),
    toMasked: wanted === 'mail' ? maskEmail(to) : maskPhone(to),
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

/** 查询办理进度 of this site; `null` when nobody has told the program its address. */
export function statusLink(publicUrl: string | null, siteDomain: string | null): string | null {
  const home = publicUrl ?? (siteDomain === null ? null : `https://${siteDomain}`)
  return home === null ? null : `${home.replace(/\/+$/, '')}/apply/status`
}

function whyNot(
  { messengers }: Context,
  settings: Readonly<Record<MessageChannel, boolean>>,
  channel: MessageChannel,
  to: string,
): string | null {
  if (messengers[channel] === null) return `没有配置${MESSAGE_CHANNELS[channel]}发送服务`
  if (!settings[channel]) return `本机关没有启用${MESSAGE_CHANNELS[channel]}提醒`
  return to === '' ? '申请人没有留下相应的联系方式' : null
}

async function wantedWay(t: Tx, agencyId: string, requestId: string): Promise<MessageChannel | null> {
  const row = await t
    .selectFrom('request')
    .select('notify_by')
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  return (row?.notify_by as MessageChannel | null | undefined) ?? null
}

async function addressOf(
  t: Tx,
  ctx: Context,
  agencyId: string,
  requestId: string,
  channel: MessageChannel,
): Promise<string> {
  const row = await t
    .selectFrom('applicant')
    .select('contact_sealed')
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirst()
  if (row === undefined) return ''
  const contact = JSON.parse(ctx.seal.open(row.contact_sealed)) as Readonly<Record<string, string>>
  return (channel === 'mail' ? contact.email : contact.phone)?.trim() ?? ''
}

import { maskEmail, maskPhone } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { LEVELS, type Level, readStaffContact } from '../agencies/staff-contact/staff-contact.ts'
import type { Context } from '../context.ts'
import { type MessageSettings, readMessageSettings } from './message-settings.ts'
import { MESSAGE_CHANNELS, type MessageChannel } from './messengers.ts'
import { insertNotification } from './notification-store.ts'
import type { StaffOccasion } from './occasions.ts'
import { staffMessageText } from './staff-message-text.ts'

/** One thing somebody is told of: how pressing, and the number it goes by; `null` where it has none. */
export type Matter = Readonly<{ level: Level; number: string | null }>

type Notice = Readonly<{
  occasion: StaffOccasion
  matters: readonly Matter[]
  /** Where in the console it is seen to, `/requests/…`. */
  path: string
}>

/**
 * 提醒工作人员 by mail and SMS, as the person has chosen: one message for all that is told at once, with a number and
 * a link and nothing of the matter. What is less pressing than the person wants to be written to about stays in the
 * console. Where a carrier is missing the record says so; where no address is on file there is nothing to record.
 */
export async function notifyStaff(
  t: Tx,
  ctx: Context,
  to: Readonly<{ agencyId: string; staffId: string }>,
  { occasion, matters, path }: Notice,
): Promise<void> {
  const contact = await readStaffContact(t, ctx, to)
  if (contact === undefined) return
  const least = LEVELS.indexOf(contact.leastLevel)
  const pressing = matters.filter(({ level }) => LEVELS.indexOf(level) <= least)
  if (pressing.length === 0) return
  const settings = await readMessageSettings(t, to.agencyId)
  const agency = await getAgency(t, to.agencyId)
  const link = consoleLink(ctx.publicUrl, agency.siteDomain, path)
  const numbers = pressing.flatMap(({ number }) => number ?? [])
  const ways: readonly (readonly [MessageChannel, string | null])[] = [
    ['mail', contact.byMail ? contact.mail : null],
    ['sms', contact.bySms ? contact.mobile : null],
  ]
  for (const [channel, address] of ways) {
    if (address === null) continue
    const why = whyNot(ctx, settings, channel)
    const notificationId = await insertNotification(t, {
      agencyId: to.agencyId,
      requestId: null,
      staffId: to.staffId,
      channel,
      occasion,
      on: ctx.today,
      toSealed: ctx.seal.seal(address),
      toMasked: channel === 'mail' ? maskEmail(address) : maskPhone(address),
      ...staffMessageText(channel, {
        occasion,
        numbers,
        count: pressing.length,
        link,
        signature: settings.signature || agency.name,
      }),
      number: numbers[0] ?? null,
      link,
      state: why === null ? 'waiting' : 'not-sent',
      error: why,
      at: ctx.now,
    })
    if (why === null && notificationId !== undefined)
      await enqueue(t, 'send-notification', { agencyId: to.agencyId, notificationId })
  }
}

/** The address of a page of the console; `null` when nobody has told the program its own. */
export function consoleLink(
  publicUrl: string | null,
  siteDomain: string | null,
  path: string,
): string | null {
  const home = publicUrl ?? (siteDomain === null ? null : `https://${siteDomain}`)
  return home === null ? null : `${home.replace(/\/+$/, '')}/console${path}`
}

function whyNot({ messengers }: Context, settings: MessageSettings, channel: MessageChannel): string | null {
  if (messengers[channel] === null) return `没有配置${MESSAGE_CHANNELS[channel]}发送服务`
  if (!settings.staff) return '本机关没有启用对工作人员的提醒'
  return settings[channel] ? null : `本机关没有启用${MESSAGE_CHANNELS[channel]}提醒`
}

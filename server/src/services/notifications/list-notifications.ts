import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type MessageSettings, readMessageSettings } from './message-settings.ts'
import type { MessageChannel } from './messengers.ts'
import { type Notification, type NotificationState, readNotifications } from './notification-store.ts'

export type NotificationList = Readonly<{
  notifications: readonly Notification[]
  settings: MessageSettings
  /** Which services the installation has; without one nothing is sent. */
  configured: Readonly<Record<MessageChannel, boolean>>
}>

const SHOWN = 200

/** 提醒记录 of an agency, newest first, with what may be sent at all. */
export async function listNotifications(
  ctx: Context,
  {
    agencyId,
    state,
    to,
  }: Readonly<{ agencyId: string; state?: NotificationState; to?: 'applicants' | 'staff' }>,
): Promise<NotificationList> {
  allow(ctx.actor, 'read-messages')
  return tx(ctx, async (t) => ({
    notifications: await readNotifications(t, agencyId, ctx, {
      limit: SHOWN,
      ...(state === undefined ? {} : { state }),
      ...(to === undefined ? {} : { to }),
    }),
    settings: await readMessageSettings(t, agencyId),
    configured: { mail: ctx.messengers.mail !== null, sms: ctx.messengers.sms !== null },
  }))
}

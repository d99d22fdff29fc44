import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import type { MessageChannel } from './messengers.ts'
import type { Occasion } from './occasions.ts'

export type NotificationState = 'waiting' | 'sent' | 'failed' | 'not-sent'

/** 提醒记录: what went to whom, when, and with what result. The address is masked; it lies sealed beside. */
export type Notification = Readonly<{
  notificationId: string
  requestNumber: string | null
  channel: MessageChannel
  occasion: Occasion
  to: string
  subject: string
  body: string
  state: NotificationState
  attempts: number
  createdAt: Date
  sentAt: Date | null
  reference: string | null
  error: string | null
}>

type NewNotification = Readonly<{
  agencyId: string
  requestId: string | null
  /** What else it is about: a message from the public, an opinion on a draft. */
  subjectId?: string
  channel: MessageChannel
  occasion: Occasion
  on: string
  toSealed: Buffer
  toMasked: string
  subject: string
  body: string
  state: 'waiting' | 'not-sent'
  error: string | null
  at: Date
}>

/** Enters a message; `undefined` when the same occasion of the same day has its message already. */
export async function insertNotification(t: Tx, message: NewNotification): Promise<string | undefined> {
  const row = await t
    .insertInto('notification')
    .values({
      agency_id: message.agencyId,
      notification_id: newId(),
      request_id: message.requestId,
      subject_id: message.subjectId ?? null,
      channel: message.channel,
      occasion: message.occasion,
      occasion_on: message.on,
      to_sealed: message.toSealed,
      to_masked: message.toMasked,
      subject: message.subject,
      body: message.body,
      state: message.state,
      error: message.error,
      created_at: message.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('notification_id')
    .executeTakeFirst()
  return row?.notification_id
}

export async function lockNotification(t: Tx, agencyId: string, notificationId: string) {
  return t
    .selectFrom('notification')
    .select(['channel', 'to_sealed', 'subject', 'body', 'state', 'attempts', 'request_id'])
    .where('agency_id', '=', agencyId)
    .where('notification_id', '=', notificationId)
    .forUpdate()
    .executeTakeFirst()
}

/** Writes what became of a try. */
export async function writeTry(
  t: Tx,
  agencyId: string,
  notificationId: string,
  outcome: Readonly<{
    state: NotificationState
    at: Date
    reference?: string
    error?: string
    /** 0 when a person has it sent anew. */
    attempts?: number
  }>,
): Promise<void> {
  await t
    .updateTable('notification')
    .set((row) => ({
      state: outcome.state,
      attempts: outcome.attempts ?? row('attempts', '+', 1),
      tried_at: outcome.at,
      sent_at: outcome.state === 'sent' ? outcome.at : null,
      reference: outcome.reference ?? null,
      error: outcome.error ?? null,
    }))
    .where('agency_id', '=', agencyId)
    .where('notification_id', '=', notificationId)
    .execute()
}

export async function readNotifications(
  t: Tx,
  agencyId: string,
  { state, limit }: Readonly<{ state?: NotificationState; limit: number }>,
): Promise<readonly Notification[]> {
  const rows = await t
    .selectFrom('notification')
    .leftJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'notification.agency_id')
        .onRef('request.request_id', '=', 'notification.request_id'),
    )
    .select([
      'notification.notification_id',
      'notification.channel',
      'notification.occasion',
      'notification.to_masked',
      'notification.subject',
      'notification.body',
      'notification.state',
      'notification.attempts',
      'notification.created_at',
      'notification.sent_at',
      'notification.reference',
      'notification.error',
      'request.number',
    ])
    .where('notification.agency_id', '=', agencyId)
    .$if(state !== undefined, (query) => query.where('notification.state', '=', state ?? ''))
    .orderBy('notification.created_at', 'desc')
    .orderBy('notification.notification_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    notificationId: row.notification_id,
    requestNumber: row.number,
    channel: row.channel as MessageChannel,
    occasion: row.occasion as Occasion,
    to: row.to_masked,
    subject: row.subject,
    body: row.body,
    state: row.state as NotificationState,
    attempts: row.attempts,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    reference: row.reference,
    error: row.error,
  }))
}

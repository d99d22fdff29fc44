import type { ExpressionBuilder } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import type { Database } from '../../db/rows.ts'
import { may } from '../allow.ts'
import { actorId, type Context } from '../context.ts'
import { readable } from '../requests/reading/readable-cases.ts'
import type { MessageChannel } from './messengers.ts'
import type { Occasion, StaffOccasion } from './occasions.ts'

export type NotificationState = 'waiting' | 'sent' | 'failed' | 'not-sent'

/** 提醒记录: what went to whom, when, and with what result. The address is masked; it lies sealed beside. */
export type Notification = Readonly<{
  notificationId: string
  /** Of the application, or of what a member of staff is told of. */
  number: string | null
  /** The member of staff it went to; `null` for an applicant. */
  staffName: string | null
  channel: MessageChannel
  occasion: Occasion | StaffOccasion
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
  staffId?: string
  channel: MessageChannel
  occasion: Occasion | StaffOccasion
  on: string
  toSealed: Buffer
  toMasked: string
  subject: string
  body: string
  number: string | null
  link: string | null
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
      staff_id: message.staffId ?? null,
      subject_id: message.subjectId ?? null,
      channel: message.channel,
      occasion: message.occasion,
      occasion_on: message.on,
      to_sealed: message.toSealed,
      to_masked: message.toMasked,
      subject: message.subject,
      body: message.body,
      number: message.number,
      link: message.link,
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
    .select([
      'channel',
      'to_sealed',
      'subject',
      'body',
      'number',
      'link',
      'state',
      'attempts',
      'request_id',
      'staff_id',
    ])
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

/** All of an agency for who runs its messages; for the others those of cases that they may read, and their own. */
export async function readNotifications(
  t: Tx,
  agencyId: string,
  ctx: Context,
  { state, to, limit }: Readonly<{ state?: NotificationState; to?: 'applicants' | 'staff'; limit: number }>,
): Promise<readonly Notification[]> {
  const rows = await t
    .selectFrom('notification')
    .leftJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'notification.agency_id')
        .onRef('request.request_id', '=', 'notification.request_id'),
    )
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.agency_id', '=', 'notification.agency_id')
        .onRef('staff.staff_id', '=', 'notification.staff_id'),
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
      'request.number as request_number',
      'notification.number',
      'staff.name as staff_name',
    ])
    .where('notification.agency_id', '=', agencyId)
    .$if(!may(ctx.actor, 'manage-messages'), (query) => query.where(forReader(ctx)))
    .$if(state !== undefined, (query) => query.where('notification.state', '=', state ?? ''))
    .$if(to === 'staff', (query) => query.where('notification.staff_id', 'is not', null))
    .$if(to === 'applicants', (query) => query.where('notification.staff_id', 'is', null))
    .orderBy('notification.created_at', 'desc')
    .orderBy('notification.notification_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    notificationId: row.notification_id,
    number: row.request_number ?? row.number,
    staffName: row.staff_name,
    channel: row.channel as MessageChannel,
    occasion: row.occasion as Occasion | StaffOccasion,
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

function forReader(ctx: Context) {
  return (eb: ExpressionBuilder<Database, 'notification' | 'request'>) =>
    eb.and([
      eb.or([eb('notification.request_id', 'is', null), readable(ctx)(eb)]),
      eb.or([eb('notification.staff_id', 'is', null), eb('notification.staff_id', '=', actorId(ctx.actor))]),
    ])
}

export type SendOutcome = Readonly<{
  state: NotificationState
  reference: string | null
  error: string | null
}>

/** What became of one message. */
export async function readOutcome(t: Tx, agencyId: string, notificationId: string): Promise<SendOutcome> {
  const row = await t
    .selectFrom('notification')
    .select(['state', 'reference', 'error'])
    .where('agency_id', '=', agencyId)
    .where('notification_id', '=', notificationId)
    .executeTakeFirstOrThrow()
  return { state: row.state as NotificationState, reference: row.reference, error: row.error }
}

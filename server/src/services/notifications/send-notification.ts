import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { endOfQuiet, isQuiet } from '../agencies/staff-contact/quiet-hours.ts'
import { readStaffContact } from '../agencies/staff-contact/staff-contact.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readOfficeRules } from '../requests/office-rules/office-rules.ts'
import { type MessageChannel, Undeliverable } from './messengers.ts'
import { lockNotification, writeTry } from './notification-store.ts'

type Which = Readonly<{ agencyId: string; notificationId: string }>

/** Tries before a message is given up: minutes to hours apart, as the queue spaces them. */
const TRIES = 6

/**
 * 发送提醒: hands one message to its carrier and writes down what became of it. A failure that may pass is thrown
 * on, so that the queue tries again; one that will not, or the last, stays in the record for a person. In the quiet
 * hours of a member of staff the message waits for their end.
 */
export async function sendNotification(ctx: Context, which: Which): Promise<void> {
  allow(ctx.actor, 'send-messages')
  const failed = await tx(ctx, (t) => tryToSend(t, ctx, which, TRIES))
  if (failed !== null) throw new Error(failed)
}

/** One try; answers why it should be tried again, or `null` when nothing is left to do now. */
export async function tryToSend(
  t: Tx,
  ctx: Context,
  { agencyId, notificationId }: Which,
  tries: number,
): Promise<string | null> {
  const row = await lockNotification(t, agencyId, notificationId)
  if (row === undefined || row.state !== 'waiting') return null
  const note = (outcome: Omit<Parameters<typeof writeTry>[3], 'at'>) =>
    writeTry(t, agencyId, notificationId, { ...outcome, at: ctx.now })
  const messenger = ctx.messengers[row.channel as MessageChannel]
  if (messenger === null) {
    await note({ state: 'not-sent', error: '发送服务已经停用' })
    return null
  }
  if (row.staff_id !== null) {
    const standing = await standingOf(t, ctx, { agencyId, staffId: row.staff_id })
    if (standing === 'gone') {
      await note({ state: 'not-sent', error: '账户已经停用' })
      return null
    }
    if (standing !== 'ready') {
      await enqueue(t, 'send-notification', { agencyId, notificationId }, { after: standing.quietUntil })
      return null
    }
  }
  try {
    const { reference } = await messenger.send({
      id: notificationId,
      to: ctx.seal.open(row.to_sealed),
      subject: row.subject,
      body: row.body,
      about: {
        audience: row.staff_id === null ? 'applicant' : 'staff',
        number: row.number ?? row.subject,
        link: row.link ?? '',
      },
    })
    await note({ state: 'sent', reference })
    return null
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const last = error instanceof Undeliverable || row.attempts + 1 >= tries
    await note({ state: last ? 'failed' : 'waiting', error: message })
    return last ? null : message
  }
}

type Standing = 'ready' | 'gone' | Readonly<{ quietUntil: Date }>

/** Whether a member of staff may be written to at this moment; quiet hours of one's own go before the office's. */
async function standingOf(
  t: Tx,
  ctx: Context,
  of: Readonly<{ agencyId: string; staffId: string }>,
): Promise<Standing> {
  const staff = await t
    .selectFrom('staff')
    .select('disabled_at')
    .where('agency_id', '=', of.agencyId)
    .where('staff_id', '=', of.staffId)
    .executeTakeFirst()
  if (staff === undefined || staff.disabled_at !== null) return 'gone'
  const contact = await readStaffContact(t, ctx, of)
  const own =
    contact === undefined || contact.quietFrom === null || contact.quietTo === null
      ? undefined
      : { quietFrom: contact.quietFrom, quietTo: contact.quietTo }
  const hours = own ?? (await readOfficeRules(t, of.agencyId))
  return isQuiet(ctx.now, hours) ? { quietUntil: endOfQuiet(ctx.now, hours) } : 'ready'
}

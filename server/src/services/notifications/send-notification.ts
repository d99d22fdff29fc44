import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type MessageChannel, Undeliverable } from './messengers.ts'
import { lockNotification, writeTry } from './notification-store.ts'

type Which = Readonly<{ agencyId: string; notificationId: string }>

/** Tries before a message is given up: minutes to hours apart, as the queue spaces them. */
const TRIES = 6

/**
 * 发送提醒: hands one message to its carrier and writes down what became of it. A failure that may pass is thrown
 * on, so that the queue tries again; one that will not, or the last, stays in the record for a person.
 */
export async function sendNotification(ctx: Context, { agencyId, notificationId }: Which): Promise<void> {
  allow(ctx.actor, 'send-messages')
  const failed = await tx(ctx, async (t) => {
    const row = await lockNotification(t, agencyId, notificationId)
    if (row === undefined || row.state !== 'waiting') return null
    const messenger = ctx.messengers[row.channel as MessageChannel]
    const note = (outcome: Omit<Parameters<typeof writeTry>[3], 'at'>) =>
      writeTry(t, agencyId, notificationId, { ...outcome, at: ctx.now })
    if (messenger === null) {
      await note({ state: 'not-sent', error: '发送服务已经停用' })
      return null
    }
    try {
      const to = ctx.seal.open(row.to_sealed)
      const { subject, body } = row
      const { reference } = await messenger.send({ id: notificationId, to, subject, body })
      await note({ state: 'sent', reference })
      return null
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      const last = error instanceof Undeliverable || row.attempts + 1 >= TRIES
      await note({ state: last ? 'failed' : 'waiting', error: message })
      return last ? null : message
    }
  })
  if (failed !== null) throw new Error(failed)
}

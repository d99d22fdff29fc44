import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'

export type SubscriptionMail = Readonly<{
  topicText: string
  occasion: 'confirm' | 'digest'
  documents: number
  state: 'sent' | 'failed'
  sentAt: Date
  reference: string | null
  error: string | null
}>

export type SubscriptionRecord = Readonly<{
  active: number
  waiting: number
  /** Whether mails can be sent at all. */
  configured: boolean
  mails: readonly SubscriptionMail[]
}>

const SHOWN = 200

/** 邮件订阅: how many there are, and the receipts of what was sent; nobody's address is among it. */
export async function listSubscriptionMails(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<SubscriptionRecord> {
  allow(ctx.actor, 'read-messages')
  return tx(ctx, async (t) => {
    const counts = await t
      .selectFrom('subscription')
      .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
      .where('agency_id', '=', agencyId)
      .groupBy('state')
      .execute()
    const of = (state: string) => Number(counts.find((row) => row.state === state)?.count ?? 0)
    const rows = await t
      .selectFrom('subscription_mail')
      .select(['topic_text', 'occasion', 'documents', 'state', 'sent_at', 'reference', 'error'])
      .where('agency_id', '=', agencyId)
      .orderBy('sent_at', 'desc')
      .limit(SHOWN)
      .execute()
    return {
      active: of('active'),
      waiting: of('waiting'),
      configured: ctx.messengers.mail !== null,
      mails: rows.map((row) => ({
        topicText: row.topic_text,
        occasion: row.occasion as SubscriptionMail['occasion'],
        documents: row.documents.length,
        state: row.state as SubscriptionMail['state'],
        sentAt: row.sent_at,
        reference: row.reference,
        error: row.error,
      })),
    }
  })
}

import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import type { Frequency, Topic } from './subscription.ts'

export type Subscription = Readonly<{
  topic: Topic
  frequency: Frequency
  addressSealed: Buffer
  state: 'waiting' | 'active'
  createdAt: Date
  seenUntil: Date
  mailedOn: string | null
}>

export async function lockSubscription(
  t: Tx,
  agencyId: string,
  subscriptionId: string,
): Promise<Subscription | undefined> {
  const row = await t
    .selectFrom('subscription')
    .select(['topic', 'frequency', 'address_sealed', 'state', 'created_at', 'seen_until', 'mailed_on'])
    .where('agency_id', '=', agencyId)
    .where('subscription_id', '=', subscriptionId)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      topic: row.topic as Topic,
      frequency: row.frequency as Frequency,
      addressSealed: row.address_sealed,
      state: row.state as Subscription['state'],
      createdAt: row.created_at,
      seenUntil: row.seen_until,
      mailedOn: row.mailed_on,
    }
  )
}

type Mail = Readonly<{
  topicText: string
  occasion: 'confirm' | 'digest'
  documents: readonly string[]
  at: Date
  outcome: Readonly<{ reference: string }> | Readonly<{ error: string }>
}>

/** 回执: what went out, and not to whom. */
export async function recordMail(
  t: Tx,
  agencyId: string,
  { topicText, occasion, documents, at, outcome }: Mail,
) {
  const error = 'error' in outcome ? outcome.error : null
  await t
    .insertInto('subscription_mail')
    .values({
      agency_id: agencyId,
      mail_id: newId(),
      topic_text: topicText,
      occasion,
      documents: [...documents],
      state: error === null ? 'sent' : 'failed',
      sent_at: at,
      reference: 'reference' in outcome ? outcome.reference : null,
      error,
    })
    .execute()
}

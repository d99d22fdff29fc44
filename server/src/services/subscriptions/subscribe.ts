import { enqueue } from '../../db/enqueue.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { type Agency, getAgency, listAgencies } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { FREQUENCIES, type Frequency, siteHome, type Topic } from './subscription.ts'

export type Subscribe = Readonly<{
  /** Who sends the mails: the agency of the topic, or the host of the site. */
  agencyId: string
  topic: Topic
  address: string
  frequency: string
}>

/** So many questions whether he wants this may lie in one mailbox; others could fill it otherwise. */
const WAITING_AT_MOST = 3
const ACTIVE_AT_MOST = 30

/** 邮件订阅能否使用: a mail service, and an address of the site that links in mails can lead to. */
export function canSubscribe(ctx: Context, agency: Agency, agencies: readonly Agency[]): boolean {
  return ctx.messengers.mail !== null && siteHome(ctx, agency, agencies) !== null
}

/**
 * 订阅: nothing is sent but one question whether the owner of the mailbox wants it. The answer is the same whether the
 * address was known before or not.
 */
export async function subscribe(ctx: Context, input: Subscribe): Promise<void> {
  allow(ctx.actor, 'subscribe')
  const { agencyId, topic } = input
  const address = input.address.trim()
  if (!/^[^\s@<>",;:]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/.test(address) || address.length > 200) {
    throw new Invalid('请填写电子邮箱', { address: '请填写电子邮箱，例如 name@example.com' })
  }
  if (!(input.frequency in FREQUENCIES))
    throw new Invalid('请选择多久发送一次', { frequency: '请选择多久发送一次' })
  const frequency = input.frequency as Frequency
  const addressIndex = ctx.seal.index(`subscription address ${address.toLowerCase()}`)
  await tx(ctx, async (t) => {
    const agency = await getAgency(t, agencyId)
    if (!canSubscribe(ctx, agency, await listAgencies(t)))
      throw new Invalid('本站没有开通邮件订阅，可以使用RSS订阅')
    const held = await t
      .selectFrom('subscription')
      .select(['subscription_id', 'state', 'topic'])
      .where('agency_id', '=', agencyId)
      .where('address_index', '=', addressIndex)
      .execute()
    const waiting = held.filter(({ state }) => state === 'waiting')
    if (waiting.length >= WAITING_AT_MOST || held.length - waiting.length >= ACTIVE_AT_MOST) return
    const subscriptionId = newId()
    const entered = await t
      .insertInto('subscription')
      .values({
        agency_id: agencyId,
        subscription_id: subscriptionId,
        topic: JSON.stringify(topic),
        frequency,
        address_sealed: ctx.seal.seal(address),
        address_index: addressIndex,
        state: 'waiting',
        created_at: ctx.now,
        seen_until: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('subscription_id')
      .executeTakeFirst()
    if (entered !== undefined) await enqueue(t, 'ask-subscriber', { agencyId, subscriptionId })
  })
}

/** 最近一小时的订阅: for the door, which asks a question when there are many. */
export async function recentSubscriptions(ctx: Context, agencyId: string): Promise<number> {
  allow(ctx.actor, 'subscribe')
  const hour = new Date(ctx.now.getTime() - 3_600_000)
  return tx(ctx, async (t) => {
    const { count } = await t
      .selectFrom('subscription')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('agency_id', '=', agencyId)
      .where('state', '=', 'waiting')
      .where('created_at', '>', hour)
      .executeTakeFirstOrThrow()
    return Number(count)
  })
}

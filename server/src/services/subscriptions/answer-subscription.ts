import { timingSafeEqual } from 'node:crypto'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { listAgencies } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { keyOf, topicText } from './subscription.ts'
import { lockSubscription } from './subscription-store.ts'

export type AnswerSubscription = Readonly<{
  agencyId: string
  subscriptionId: string
  key: string
}>

/** 确认订阅: by the link in the mail and by nothing else. Answers what is now sent. */
export async function confirmSubscription(ctx: Context, input: AnswerSubscription): Promise<string> {
  allow(ctx.actor, 'subscribe')
  const { agencyId, subscriptionId } = withKey(ctx, 'confirm', input)
  return tx(ctx, async (t) => {
    const subscription = await lockSubscription(t, agencyId, subscriptionId)
    if (subscription === undefined) throw new NotFound('这项订阅：可能已经退订，或者超过两天没有确认')
    if (subscription.state === 'waiting') {
      await t
        .updateTable('subscription')
        .set({ state: 'active', confirmed_at: ctx.now, seen_until: ctx.now })
        .where('agency_id', '=', agencyId)
        .where('subscription_id', '=', subscriptionId)
        .execute()
    }
    return topicText(subscription.topic, await listAgencies(t))
  })
}

/** 退订: the subscription and the address with it are deleted; a second time changes nothing. */
export async function endSubscription(ctx: Context, input: AnswerSubscription): Promise<void> {
  allow(ctx.actor, 'subscribe')
  const { agencyId, subscriptionId } = withKey(ctx, 'end', input)
  await tx(ctx, (t) =>
    t
      .deleteFrom('subscription')
      .where('agency_id', '=', agencyId)
      .where('subscription_id', '=', subscriptionId)
      .execute(),
  )
}

function withKey(
  ctx: Context,
  act: 'confirm' | 'end',
  { agencyId, subscriptionId, key }: AnswerSubscription,
) {
  const expected = Buffer.from(
    /^[0-9a-f-]{36}$/.test(subscriptionId) ? keyOf(ctx, act, subscriptionId) : 'none',
  )
  const given = Buffer.from(key)
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new NotFound('这项订阅，请从邮件里的网址进入')
  }
  return { agencyId, subscriptionId }
}

import { type PlainDate, plainDateText } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { type Agency, getAgency, listAgencies } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Undeliverable } from '../notifications/messengers.ts'
import { IN_ONE_MAIL, type NewItem, newItems } from './new-items.ts'
import { keyOf, siteHome, type Topic, topicQuery, topicText } from './subscription.ts'
import { lockSubscription, recordMail, type Subscription } from './subscription-store.ts'

type Which = Readonly<{ agencyId: string; subscriptionId: string }>

/** What was published in the last minutes waits for the next mail: it may not stand in the search index yet. */
const INDEXED_WITHIN_MS = 15 * 60_000

/** 发送订阅: queues the mails that are due today; of all agencies at once. */
export async function sendDigests(ctx: Context): Promise<void> {
  allow(ctx.actor, 'send-messages')
  if (ctx.messengers.mail === null) return
  await tx({ ...ctx, scope: 'all' }, async (t) => {
    const rows = await t
      .selectFrom('subscription')
      .select(['agency_id', 'subscription_id'])
      .where('state', '=', 'active')
      .where((eb) =>
        eb.or([
          eb('mailed_on', 'is', null),
          eb.and([eb('frequency', '=', 'daily'), eb('mailed_on', '<', ctx.today)]),
          eb('mailed_on', '<=', weekBefore(ctx.today)),
        ]),
      )
      .execute()
    for (const { agency_id: agencyId, subscription_id: subscriptionId } of rows) {
      await enqueue(t, 'send-digest', { agencyId, subscriptionId }, { once: subscriptionId })
    }
  })
}

function weekBefore(day: PlainDate): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 7 * 86_400_000).toISOString().slice(0, 10)
}

/** 订阅邮件: one mail with what is new, or none where nothing is; once a day at most, however often it is called. */
export async function sendDigest(ctx: Context, { agencyId, subscriptionId }: Which): Promise<void> {
  allow(ctx.actor, 'send-messages')
  const until = new Date(ctx.now.getTime() - INDEXED_WITHIN_MS)
  await tx({ ...ctx, scope: agencyId }, async (t) => {
    const subscription = await lockSubscription(t, agencyId, subscriptionId)
    const { mail } = ctx.messengers
    if (subscription?.state !== 'active' || subscription.mailedOn === ctx.today || mail === null) return
    const agencies = await listAgencies(t)
    const items = await newItems(ctx, subscription.topic, agencies, { after: subscription.seenUntil, until })
    if (items.length === 0) return
    const agency = await getAgency(t, agencyId)
    const home = siteHome(ctx, agency, agencies)
    if (home === null) return
    const what = topicText(subscription.topic, agencies)
    const note = (outcome: Parameters<typeof recordMail>[2]['outcome']) =>
      recordMail(t, agencyId, {
        topicText: what,
        occasion: 'digest',
        documents: items.slice(0, IN_ONE_MAIL).map(({ documentId }) => documentId),
        at: ctx.now,
        outcome,
      })
    const unsubscribe = `${home}/${agency.slug}/subscribe/end?id=${subscriptionId}&key=${keyOf(ctx, 'end', subscriptionId)}`
    try {
      const { reference } = await mail.send({
        // The same however often this day's mail is tried.
        id: `${subscriptionId}.${ctx.today}`,
        to: ctx.seal.open(subscription.addressSealed),
        subject: `${what}：${countText(items)}`,
        body: digestText({ home, agency, agencies, items, what, topic: subscription.topic, unsubscribe }),
        unsubscribe,
      })
      await note({ reference })
      await moveOn(t, ctx, { agencyId, subscriptionId }, subscription, until)
    } catch (error) {
      if (!(error instanceof Undeliverable)) throw error
      // The mailbox is gone: nothing is sent there again, and its address is not kept.
      await note({ error: error.message })
      await t
        .deleteFrom('subscription')
        .where('agency_id', '=', agencyId)
        .where('subscription_id', '=', subscriptionId)
        .execute()
    }
  })
}

async function moveOn(t: Tx, ctx: Context, which: Which, { seenUntil }: Subscription, until: Date) {
  await t
    .updateTable('subscription')
    .set({ mailed_on: ctx.today, seen_until: until > seenUntil ? until : seenUntil })
    .where('agency_id', '=', which.agencyId)
    .where('subscription_id', '=', which.subscriptionId)
    .execute()
}

/** `2条新信息、1条更正`. */
function countText(items: readonly NewItem[]): string {
  const corrected = items.filter(({ correctedAt }) => correctedAt !== null).length
  const fresh = items.length - corrected
  return [fresh > 0 ? `${fresh}条新信息` : '', corrected > 0 ? `${corrected}条更正` : '']
    .filter(Boolean)
    .join('、')
}

type Digest = Readonly<{
  home: string
  agency: Agency
  agencies: readonly Agency[]
  items: readonly NewItem[]
  what: string
  topic: Topic
  unsubscribe: string
}>

function digestText({ home, agency, agencies, items, what, topic, unsubscribe }: Digest): string {
  const lines = items.slice(0, IN_ONE_MAIL).map((item, at) => {
    const of = agencies.find(({ agencyId }) => agencyId === item.agencyId) ?? agency
    const when =
      item.correctedAt === null
        ? `${plainDateText(chinaDay(item.publishedAt))}发布`
        : `${plainDateText(chinaDay(item.correctedAt))}更正，更正说明见网页`
    return `${at + 1}. ${item.correctedAt === null ? '' : '【更正】'}${item.title}
   ${of.shortName}，${when}
   ${home}/${of.slug}/documents/${item.documentId}`
  })
  const rest = items.length - lines.length
  const all =
    topic.q === null
      ? `${home}/${topic.agency === null ? '' : `${topic.agency}/statutory`}`
      : `${home}/search?${topicQuery(topic)}&order=date`
  return `您订阅的“${what}”有${countText(items)}：

${lines.join('\n\n')}

${rest > 0 ? `另有${rest}条，请在网站查看：` : '在网站查看：'}
${all}

退订（打开后点“退订”，邮箱地址随即删除）：
${unsubscribe}

${agency.name}
（系统自动发送，请勿回复）`
}

function chinaDay(moment: Date): PlainDate {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as PlainDate
}

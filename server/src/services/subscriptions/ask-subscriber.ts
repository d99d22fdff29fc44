import { tx } from '../../db/transaction.ts'
import { getAgency, listAgencies } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { Undeliverable } from '../notifications/messengers.ts'
import { FREQUENCIES, keyOf, siteHome, topicText } from './subscription.ts'
import { lockSubscription, recordMail } from './subscription-store.ts'

type Which = Readonly<{ agencyId: string; subscriptionId: string }>

/** 确认邮件: asks the owner of a mailbox whether he wants the mails. A failure that may pass is tried again. */
export async function askSubscriber(ctx: Context, { agencyId, subscriptionId }: Which): Promise<void> {
  allow(ctx.actor, 'send-messages')
  await tx(ctx, async (t) => {
    const subscription = await lockSubscription(t, agencyId, subscriptionId)
    const { mail } = ctx.messengers
    if (subscription?.state !== 'waiting' || mail === null) return
    const agency = await getAgency(t, agencyId)
    const agencies = await listAgencies(t)
    const home = siteHome(ctx, agency, agencies)
    if (home === null) return
    const what = topicText(subscription.topic, agencies)
    const link = `${home}/${agency.slug}/subscribe/confirm?id=${subscriptionId}&key=${keyOf(ctx, 'confirm', subscriptionId)}`
    const record = (outcome: Parameters<typeof recordMail>[2]['outcome']) =>
      recordMail(t, agencyId, { topicText: what, occasion: 'confirm', documents: [], at: ctx.now, outcome })
    try {
      const { reference } = await mail.send({
        id: subscriptionId,
        to: ctx.seal.open(subscription.addressSealed),
        subject: `请确认邮件订阅：${what}`,
        body: `有人用这个邮箱在${agency.name}政府信息公开网站订阅：

  ${what}（${FREQUENCIES[subscription.frequency]}，没有新信息时不发送）

是您本人的，请在两天内打开下面的网址确认：
${link}

不是您本人的，不必理会。没有确认的，不会再收到邮件，邮箱地址在两天后删除。

${agency.name}
（系统自动发送，请勿回复）`,
      })
      await record({ reference })
    } catch (error) {
      if (!(error instanceof Undeliverable)) throw error
      await record({ error: error.message })
    }
  })
}

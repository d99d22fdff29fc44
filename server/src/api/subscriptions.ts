import { subscriptions as contract } from '@mingfu/contract'
import { listSubscriptionMails } from '../services/subscriptions/list-subscription-mails.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function subscriptionRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx }) => {
    const { mails, ...rest } = await listSubscriptionMails(ctx, { agencyId: agencyOf(ctx) })
    return { ...rest, mails: mails.map((mail) => ({ ...mail, sentAt: mail.sentAt.toISOString() })) }
  })
}

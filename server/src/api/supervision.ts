import { supervision as contract } from '@mingfu/contract'
import { OUTCOMES } from '@mingfu/law'
import { compareAnswers } from '../services/oversight/compare-answers.ts'
import { issueOrder } from '../services/oversight/issue-order.ts'
import { listOrders } from '../services/oversight/list-orders.ts'
import { oversee } from '../services/oversight/oversee.ts'
import { replyOrder } from '../services/oversight/reply-order.ts'
import { settleOrder } from '../services/oversight/settle-order.ts'
import { listSupervision, recordSupervision } from '../services/oversight/supervision-records.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function supervisionRoutes(api: Api): void {
  api.route(contract.standings, async ({ ctx, query }) => oversee(ctx, { agencyId: agencyOf(ctx), ...query }))
  api.route(contract.sameMatters, async ({ ctx, query }) => {
    const found = await compareAnswers(ctx, { agencyId: agencyOf(ctx), ...query })
    return found.map(({ answers, ...matter }) => ({
      ...matter,
      answers: answers.map(({ outcome, ...answer }) => ({
        ...answer,
        outcomeLabel: outcome === null ? null : OUTCOMES[outcome].label,
      })),
    }))
  })
  api.route(contract.listOrders, async ({ ctx }) => listOrders(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.issueOrder, async ({ ctx, body }) =>
    issueOrder(ctx, { agencyId: agencyOf(ctx), ...body }),
  )
  api.route(contract.replyOrder, async ({ ctx, params, body }) => ({
    version: await replyOrder(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.settleOrder, async ({ ctx, params, body }) => ({
    version: await settleOrder(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.listRecords, async ({ ctx }) => listSupervision(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.record, async ({ ctx, body }) => ({
    recordId: await recordSupervision(ctx, { agencyId: agencyOf(ctx), ...body }),
  }))
}

import { remedies as contract } from '@mingfu/contract'
import { concludeDispute } from '../services/remedies/conclude-dispute.ts'
import { listDisputes } from '../services/remedies/list-disputes.ts'
import { recordDispute } from '../services/remedies/record-dispute.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function remedyRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx }) => [...(await listDisputes(ctx, agencyOf(ctx)))])
  api.route(contract.record, async ({ ctx, body }) => ({
    disputeId: await recordDispute(ctx, { agencyId: agencyOf(ctx), ...body }),
  }))
  api.route(contract.conclude, async ({ ctx, params, body }) => {
    await concludeDispute(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
}

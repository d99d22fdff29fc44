import { requests as contract } from '@mingfu/contract'
import { abuseFacts } from '../services/requests/abuse-facts.ts'
import { listSetAside } from '../services/requests/list-set-aside.ts'
import { restoreRequest } from '../services/requests/restore-request.ts'
import { setAsideRequest } from '../services/requests/set-aside-request.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function requestAbuseRoutes(api: Api): void {
  api.route(contract.abuseFacts, ({ ctx, params }) => abuseFacts(ctx, { agencyId: agencyOf(ctx), ...params }))
  api.route(contract.setAside, async ({ ctx, params, body }) => {
    await setAsideRequest(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.restore, async ({ ctx, params }) => {
    await restoreRequest(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.listSetAside, async ({ ctx }) =>
    (await listSetAside(ctx, { agencyId: agencyOf(ctx) })).map(({ at, ...one }) => ({
      ...one,
      at: at.toISOString(),
    })),
  )
}

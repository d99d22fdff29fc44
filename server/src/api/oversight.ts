import { oversight as contract } from '@mingfu/contract'
import { amendActivity } from '../services/oversight/amend-activity.ts'
import { listActivities } from '../services/oversight/list-activities.ts'
import { recordActivity } from '../services/oversight/record-activity.ts'
import { withdrawActivity } from '../services/oversight/withdraw-activity.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function oversightRoutes(api: Api): void {
  api.route(contract.listActivities, async ({ ctx, query }) =>
    listActivities(ctx, { agencyId: agencyOf(ctx), year: query.year }),
  )
  api.route(contract.recordActivity, async ({ ctx, body }) => ({
    activityId: await recordActivity(ctx, { agencyId: agencyOf(ctx), ...body }),
  }))
  api.route(contract.amendActivity, async ({ ctx, params, body }) => {
    await amendActivity(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.withdrawActivity, async ({ ctx, params, body }) => {
    await withdrawActivity(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
}

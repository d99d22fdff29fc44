import { retention as contract } from '@mingfu/contract'
import { showRetention } from '../services/retention/show-retention.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function retentionRoutes(api: Api): void {
  api.route(contract.show, async ({ ctx }) => {
    const { lines, runs } = await showRetention(ctx, { agencyId: agencyOf(ctx) })
    return { lines, runs: runs.map(({ at, removed }) => ({ at: at.toISOString(), removed })) }
  })
}

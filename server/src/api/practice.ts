import { practice as contract } from '@mingfu/contract'
import { changePractice } from '../services/requests/change-practice.ts'
import { showPractice } from '../services/requests/show-practice.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

/** `reload` makes changed regions known here at once; other processes read them within a minute. */
export function practiceRoutes(api: Api, reload: () => Promise<void>): void {
  api.route(contract.show, async ({ ctx }) => showPractice(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.change, async ({ ctx, body }) => {
    await changePractice(ctx, { agencyId: agencyOf(ctx), settings: body })
    await reload()
    return {}
  })
}

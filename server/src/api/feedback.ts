import { feedback as contract } from '@mingfu/contract'
import { draftAnswer } from '../services/feedback/draft-answer.ts'
import { listFeedback } from '../services/feedback/list-feedback.ts'
import { reviewAnswer } from '../services/feedback/review-answer.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function feedbackRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx, query: { state } }) => {
    const items = await listFeedback(ctx, {
      agencyId: agencyOf(ctx),
      ...(state === undefined ? {} : { state }),
    })
    return items.map(({ receivedAt, answeredAt, ...item }) => ({
      ...item,
      receivedAt: receivedAt.toISOString(),
      answeredAt: answeredAt?.toISOString() ?? null,
    }))
  })
  api.route(contract.draft, ({ ctx, params, body }) =>
    draftAnswer(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.review, ({ ctx, params, body }) =>
    reviewAnswer(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
}

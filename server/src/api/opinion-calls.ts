import { opinionCalls as contract } from '@mingfu/contract'
import { changeOpinionCall } from '../services/feedback/opinion-calls/change-call.ts'
import { recordOpinion } from '../services/feedback/opinion-calls/leave-opinion.ts'
import { getCall, listCalls, revealOpinion } from '../services/feedback/opinion-calls/list-calls.ts'
import { openCall } from '../services/feedback/opinion-calls/open-call.ts'
import type { OpinionCall } from '../services/feedback/opinion-calls/opinion-call.ts'
import { draftResult, reviewResult } from '../services/feedback/opinion-calls/publish-result.ts'
import { weighOpinion } from '../services/feedback/opinion-calls/weigh-opinion.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function opinionCallRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx }) =>
    (await listCalls(ctx, { agencyId: agencyOf(ctx) })).map((line) => ({ ...line, ...momentsOf(line) })),
  )
  api.route(contract.get, async ({ ctx, params }) => {
    const file = await getCall(ctx, { agencyId: agencyOf(ctx), ...params })
    return { ...file, call: { ...file.call, ...momentsOf(file.call) }, opinions: [...file.opinions] }
  })
  api.route(contract.open, ({ ctx, body }) => openCall(ctx, { agencyId: agencyOf(ctx), ...body }))
  api.route(contract.extend, ({ ctx, params, body }) =>
    changeOpinionCall(ctx, { agencyId: agencyOf(ctx), ...params, ...body, act: 'extend' }),
  )
  api.route(contract.cancel, ({ ctx, params, body }) =>
    changeOpinionCall(ctx, { agencyId: agencyOf(ctx), ...params, ...body, act: 'cancel' }),
  )
  api.route(contract.linkFinal, ({ ctx, params, body }) =>
    changeOpinionCall(ctx, { agencyId: agencyOf(ctx), ...params, ...body, act: 'link-final' }),
  )
  api.route(contract.record, ({ ctx, params, body }) =>
    recordOpinion(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.reveal, ({ ctx, params }) => revealOpinion(ctx, { agencyId: agencyOf(ctx), ...params }))
  api.route(contract.weigh, ({ ctx, params, body }) =>
    weighOpinion(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.draftResult, ({ ctx, params, body }) =>
    draftResult(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.reviewResult, ({ ctx, params, body }) =>
    reviewResult(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
}

function momentsOf({ resultPublishedAt }: OpinionCall) {
  return { resultPublishedAt: resultPublishedAt?.toISOString() ?? null }
}

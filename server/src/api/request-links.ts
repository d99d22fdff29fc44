import { requests as contract } from '@mingfu/contract'
import { linkRequests } from '../services/requests/link/link-requests.ts'
import { splitRequest } from '../services/requests/link/split-request.ts'
import { decidePublication } from '../services/requests/publication/decide-publication.ts'
import { proposePublication } from '../services/requests/publication/propose-publication.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

/** 关联、合并、拆分, and 转主动公开. */
export function requestLinks(api: Api): void {
  api.route(contract.link, async ({ ctx, params, body }) => {
    await linkRequests(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.split, async ({ ctx, params, body }) => {
    const made = await splitRequest(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return made.map(({ requestId, number, queryCode }) => ({ requestId, number, queryCode }))
  })
  api.route(contract.proposePublication, async ({ ctx, params, body }) => ({
    proposalId: await proposePublication(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.decidePublication, async ({ ctx, params, body }) => ({
    documentId: await decidePublication(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
}

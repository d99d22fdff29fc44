import { requests as contract } from '@mingfu/contract'
import {
  type ApplicantMessage,
  listApplicantMessages,
  listWaitingMessages,
} from '../services/requests/list-applicant-messages.ts'
import { settleMessage } from '../services/requests/settle-message.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function requestMessageRoutes(api: Api): void {
  api.route(contract.messages, async ({ ctx, params }) =>
    (await listApplicantMessages(ctx, { agencyId: agencyOf(ctx), ...params })).map(presentMessage),
  )
  api.route(contract.waitingMessages, async ({ ctx }) =>
    (await listWaitingMessages(ctx, { agencyId: agencyOf(ctx) })).map((message) => ({
      ...presentMessage(message),
      number: message.number,
    })),
  )
  api.route(contract.settleMessage, async ({ ctx, params, body }) => {
    await settleMessage(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
}

function presentMessage(message: ApplicantMessage) {
  const { messageId, requestId, kind, text, answer, settledBy } = message
  return {
    messageId,
    requestId,
    kind,
    text,
    fileIds: [...message.fileIds],
    saidAt: message.saidAt.toISOString(),
    answer,
    settledAt: message.settledAt?.toISOString() ?? null,
    settledBy,
  }
}

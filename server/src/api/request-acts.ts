import { requests as contract } from '@mingfu/contract'
import { answerConsultation } from '../services/requests/answer-consultation.ts'
import { approveDecision } from '../services/requests/approve-decision.ts'
import { askReasons } from '../services/requests/ask-reasons.ts'
import { closeRequest } from '../services/requests/close-request.ts'
import { confirmReceipt } from '../services/requests/confirm-receipt.ts'
import { deliverConsultation } from '../services/requests/deliver-consultation.ts'
import { draftDecision } from '../services/requests/draft-decision.ts'
import { extendDeadline } from '../services/requests/extend-deadline.ts'
import { askExtension } from '../services/requests/extension/ask-extension.ts'
import { decideExtension } from '../services/requests/extension/decide-extension.ts'
import { fixDelayedReply } from '../services/requests/fix-delayed-reply.ts'
import { keepAttachment } from '../services/requests/keep-attachment.ts'
import { lapseConsultation } from '../services/requests/lapse-consultation.ts'
import { lapseCorrection } from '../services/requests/lapse-correction.ts'
import { lapseFee } from '../services/requests/lapse-fee.ts'
import { lapseReasons } from '../services/requests/lapse-reasons.ts'
import { noticeFee } from '../services/requests/notice-fee.ts'
import { openConsultation } from '../services/requests/open-consultation.ts'
import { orderAgain } from '../services/requests/order-again.ts'
import { receiveCorrection } from '../services/requests/receive-correction.ts'
import { receiveReasons } from '../services/requests/receive-reasons.ts'
import { recordDelivery } from '../services/requests/record-delivery.ts'
import { recordPayment } from '../services/requests/record-payment.ts'
import { recordServiceFailure } from '../services/requests/record-service-failure.ts'
import { replyOnSpot } from '../services/requests/reply-on-spot.ts'
import { requestCorrection } from '../services/requests/request-correction.ts'
import { returnDecision } from '../services/requests/return-decision.ts'
import { serveDecision } from '../services/requests/serve-decision.ts'
import { signOffDraft } from '../services/requests/sign-off/sign-off-draft.ts'
import { startReview } from '../services/requests/start-review.ts'
import { withdrawRequest } from '../services/requests/withdraw-request.ts'
import { agencyOf } from './agencies.ts'
import { decisionItems } from './decision-items.ts'
import type { Api } from './route.ts'

/** The steps of handling a request: each unpacks, calls its verb, answers where the case now stands. */
export function requestActs(api: Api): void {
  api.route(contract.confirm, ({ ctx, params, body }) =>
    confirmReceipt(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.startReview, ({ ctx, params, body }) =>
    startReview(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.requestCorrection, ({ ctx, params, body }) =>
    requestCorrection(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.receiveCorrection, async ({ ctx, params, body, files }) => {
    const attachments = []
    for (const { name, bytes } of files) attachments.push(await keepAttachment(ctx, { name, bytes }))
    return receiveCorrection(ctx, { agencyId: agencyOf(ctx), ...params, ...body, attachments })
  })
  api.route(contract.lapseCorrection, ({ ctx, params, body }) =>
    lapseCorrection(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.extend, ({ ctx, params, body }) =>
    extendDeadline(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.askExtension, ({ ctx, params, body }) =>
    askExtension(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.decideExtension, ({ ctx, params, body }) =>
    decideExtension(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.signOff, ({ ctx, params, body }) =>
    signOffDraft(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.openConsultation, ({ ctx, params, body }) =>
    openConsultation(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.deliverConsultation, ({ ctx, params, body }) =>
    deliverConsultation(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.answerConsultation, ({ ctx, params, body }) =>
    answerConsultation(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.lapseConsultation, ({ ctx, params, body }) =>
    lapseConsultation(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.askReasons, ({ ctx, params, body }) =>
    askReasons(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.receiveReasons, ({ ctx, params, body }) =>
    receiveReasons(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.lapseReasons, ({ ctx, params, body }) =>
    lapseReasons(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.fixDelayedReply, ({ ctx, params, body }) =>
    fixDelayedReply(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.noticeFee, ({ ctx, params, body }) =>
    noticeFee(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.recordPayment, ({ ctx, params, body }) =>
    recordPayment(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.lapseFee, ({ ctx, params, body }) =>
    lapseFee(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.draft, ({ ctx, params, body }) => {
    const { main, version, items } = body
    return draftDecision(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      version,
      items: decisionItems(items),
      ...(main === undefined ? {} : { main }),
    })
  })
  api.route(contract.returnDraft, ({ ctx, params, body }) =>
    returnDecision(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.approve, ({ ctx, params, body }) =>
    approveDecision(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.replyOnSpot, ({ ctx, params, body }) =>
    replyOnSpot(ctx, { agencyId: agencyOf(ctx), ...params, ...body, items: decisionItems(body.items) }),
  )
  api.route(contract.serve, ({ ctx, params, body }) =>
    serveDecision(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.failService, ({ ctx, params, body }) =>
    recordServiceFailure(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.deliver, ({ ctx, params, body }) =>
    recordDelivery(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.close, ({ ctx, params, body }) =>
    closeRequest(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.withdraw, ({ ctx, params, body }) =>
    withdrawRequest(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.orderAgain, ({ ctx, params, body }) =>
    orderAgain(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
}

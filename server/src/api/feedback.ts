import { feedback as contract } from '@mingfu/contract'
import { Invalid } from '../errors.ts'
import { draftAnswer } from '../services/feedback/draft-answer.ts'
import { forwardComplaint } from '../services/feedback/forward-complaint.ts'
import { importPlatformErrors } from '../services/feedback/import-platform-errors.ts'
import { linkPublished } from '../services/feedback/link-published.ts'
import { listFeedback } from '../services/feedback/list-feedback.ts'
import { recordPlatformError } from '../services/feedback/record-platform-error.ts'
import { revealSender } from '../services/feedback/reveal-sender.ts'
import { reviewAnswer } from '../services/feedback/review-answer.ts'
import { setAsideFeedback } from '../services/feedback/set-aside-feedback.ts'
import { takeUpComplaint } from '../services/feedback/take-up-complaint.ts'
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
  courseRoutes(api)
}

/** What becomes of a message beside its answer. */
function courseRoutes(api: Api): void {
  api.route(contract.reveal, ({ ctx, params }) => revealSender(ctx, { agencyId: agencyOf(ctx), ...params }))
  api.route(contract.setAside, ({ ctx, params, body }) =>
    setAsideFeedback(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.linkPublished, ({ ctx, params, body }) =>
    linkPublished(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.order, ({ ctx, params, body: { version, subject, ...about } }) =>
    takeUpComplaint(ctx, { agencyId: agencyOf(ctx), ...params, version, subject, about }),
  )
  api.route(contract.problem, ({ ctx, params, body }) =>
    takeUpComplaint(ctx, { agencyId: agencyOf(ctx), ...params, ...body, about: 'own' }),
  )
  api.route(contract.forward, ({ ctx, params, body }) =>
    forwardComplaint(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.recordPlatformError, ({ ctx, body }) =>
    recordPlatformError(ctx, { agencyId: agencyOf(ctx), ...body }),
  )
  api.route(contract.importPlatformErrors, ({ ctx, files: [file] }) => {
    if (file === undefined) throw new Invalid('请选择一份表格', { file: '请选择一份表格' })
    return importPlatformErrors(ctx, { agencyId: agencyOf(ctx), name: file.name, bytes: file.bytes })
  })
}

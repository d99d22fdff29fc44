import { requests as contract } from '@mingfu/contract'
import type { Context } from '../services/context.ts'
import { addNote } from '../services/requests/add-note.ts'
import { addRequestFile } from '../services/requests/add-request-file.ts'
import { assignHandler } from '../services/requests/assign-handler.ts'
import { countQueue } from '../services/requests/count-queue.ts'
import type { OutgoingFile } from '../services/requests/draw-letter.ts'
import { explainDeadline } from '../services/requests/explain-deadline.ts'
import { recordRefund } from '../services/requests/fee/record-refund.ts'
import { fetchReceipt } from '../services/requests/fetch-paper.ts'
import { getRequest } from '../services/requests/get-request.ts'
import { listRequests } from '../services/requests/list-requests.ts'
import { openLetter } from '../services/requests/open-letter.ts'
import { openRequestFile, previewRequestFile } from '../services/requests/open-request-file.ts'
import { previewReply } from '../services/requests/preview-reply.ts'
import { setReadScope } from '../services/requests/reading/set-read-scope.ts'
import { type RecordEvidence, recordEvidence } from '../services/requests/record-evidence.ts'
import { registerRequest } from '../services/requests/register-request.ts'
import { revealApplicant } from '../services/requests/reveal-applicant.ts'
import { addTask } from '../services/requests/task/add-task.ts'
import { finishTask } from '../services/requests/task/finish-task.ts'
import { agencyOf } from './agencies.ts'
import { decisionItems } from './decision-items.ts'
import { keepAll } from './keep-all.ts'
import { presentClock, presentHints, presentPreview, presentRequest } from './present-request.ts'
import { requestAbuseRoutes } from './request-abuse.ts'
import { requestActs } from './request-acts.ts'
import { requestLedgerRoutes } from './request-ledger.ts'
import { requestLinks } from './request-links.ts'
import { requestMessageRoutes } from './request-messages.ts'
import { requestPapers } from './request-papers.ts'
import { type Api, FileAnswer, type Upload } from './route.ts'

export function requestRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx, query }) => {
    const { group, state, due, handlerId, taskOf, text, after, limit, ...narrow } = query
    const { channel, applicantClass, outcome, from, to } = narrow
    return listRequests(ctx, {
      agencyId: agencyOf(ctx),
      group,
      limit,
      ...(state === undefined ? {} : { state }),
      ...(due === undefined ? {} : { due }),
      ...(handlerId === undefined ? {} : { handlerId }),
      ...(taskOf === undefined ? {} : { taskOf }),
      ...(channel === undefined ? {} : { channel }),
      ...(applicantClass === undefined ? {} : { applicantClass }),
      ...(outcome === undefined ? {} : { outcome }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(text === undefined ? {} : { text }),
      ...(after === undefined ? {} : { after }),
    })
  })
  api.route(contract.counts, async ({ ctx }) => countQueue(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.get, async ({ ctx, params }) =>
    presentRequest(await getRequest(ctx, { agencyId: agencyOf(ctx), ...params })),
  )
  api.route(contract.clock, async ({ ctx, params }) => {
    const { fold, today } = await explainDeadline(ctx, { agencyId: agencyOf(ctx), ...params })
    return presentClock(fold.clock, today)
  })
  api.route(contract.reveal, async ({ ctx, params, body }) =>
    revealApplicant(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.register, async ({ ctx, body, files }) => {
    const attachments = await keepAll(ctx, files)
    const filed = await registerRequest(ctx, {
      agencyId: agencyOf(ctx),
      ...body,
      attachments: attachments.map(({ field, ...file }) => ({
        ...file,
        purpose: field === 'identity-proof' ? 'identity-proof' : 'attachment',
      })),
    })
    return { ...filed, hints: presentHints(filed.hints) }
  })
  api.route(contract.receipt, async ({ ctx, body }) => fileAnswer(await fetchReceipt(ctx, body)))
  api.route(contract.note, async ({ ctx, params, body }) => {
    await addNote(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.recordRefund, async ({ ctx, params, body }) => {
    await recordRefund(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.setReadScope, async ({ ctx, params, body }) => {
    await setReadScope(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.addTask, async ({ ctx, params, body }) =>
    addTask(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.finishTask, async ({ ctx, params, body }) => {
    await finishTask(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.assign, async ({ ctx, params, body }) => ({
    version: await assignHandler(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.addFile, async ({ ctx, params, body, files }) => {
    const fileIds: string[] = []
    for (const { field: _field, ...file } of await keepAll(ctx, files)) {
      const added = { agencyId: agencyOf(ctx), ...params, ...body, file }
      fileIds.push(await addRequestFile(ctx, added))
    }
    return { fileIds }
  })
  api.route(contract.file, async ({ ctx, params, query }) => {
    const { bytes, name, mediaType } = await openRequestFile(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, name, mediaType, query.inline !== undefined)
  })
  api.route(contract.previewFile, ({ ctx, params }) =>
    previewRequestFile(ctx, { agencyId: agencyOf(ctx), ...params }),
  )
  api.route(contract.letterFile, async ({ ctx, params, query }) =>
    fileAnswer(await openLetter(ctx, { agencyId: agencyOf(ctx), ...params, ...query })),
  )
  api.route(contract.recordSearch, async ({ ctx, params, body, files }) => {
    const { hits, ...search } = body
    return record(ctx, params, { kind: 'search-record', search, hits }, files)
  })
  api.route(contract.recordReview, async ({ ctx, params, body, files }) =>
    record(ctx, params, { kind: 'secrecy-review', ...body }, files),
  )
  api.route(contract.recordEvidence, async ({ ctx, params, body, files }) => record(ctx, params, body, files))
  api.route(contract.preview, async ({ ctx, params, body }) =>
    presentPreview(
      await previewReply(ctx, { agencyId: agencyOf(ctx), ...params, items: decisionItems(body.items) }),
    ),
  )
  requestAbuseRoutes(api)
  requestLedgerRoutes(api)
  requestMessageRoutes(api)
  requestActs(api)
  requestPapers(api)
  requestLinks(api)
}

async function record(
  ctx: Context,
  params: Readonly<{ requestId: string }>,
  evidence: RecordEvidence['evidence'],
  files: readonly Upload[],
) {
  const attachments = await keepAll(ctx, files)
  return {
    evidenceId: await recordEvidence(ctx, { agencyId: agencyOf(ctx), ...params, evidence, attachments }),
  }
}

function fileAnswer({ bytes, name, mediaType }: OutgoingFile): FileAnswer {
  return new FileAnswer(bytes, name, mediaType)
}

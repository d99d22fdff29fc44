import { requests as contract } from '@mingfu/contract'
import { answerRecordCall } from '../services/requests/record-call/answer-record-call.ts'
import { callForRecords } from '../services/requests/record-call/call-for-records.ts'
import { chaseRecordCall } from '../services/requests/record-call/chase-record-call.ts'
import { sheetFile } from '../services/requests/sheet/sheet-file.ts'
import { tellOfOverride } from '../services/requests/tell-of-override.ts'
import { triageFacts } from '../services/requests/triage/triage-facts.ts'
import { agencyOf } from './agencies.ts'
import { keepAll } from './keep-all.ts'
import { type Api, FileAnswer } from './route.ts'

/** 协办、告知第三方 and the forms kept on file. */
export function requestPapers(api: Api): void {
  api.route(contract.callForRecords, async ({ ctx, params, body }) => ({
    callId: await callForRecords(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.chaseCall, async ({ ctx, params, body }) => {
    await chaseRecordCall(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.answerCall, async ({ ctx, params, body, files }) => {
    const attachments = await keepAll(ctx, files)
    await answerRecordCall(ctx, { agencyId: agencyOf(ctx), ...params, ...body, attachments })
    return {}
  })
  api.route(contract.tellOfOverride, async ({ ctx, params, body }) => ({
    letterId: await tellOfOverride(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.triage, async ({ ctx, params }) => {
    const { published, ...facts } = await triageFacts(ctx, { agencyId: agencyOf(ctx), ...params })
    return {
      ...facts,
      published: published.map(({ documentId, title, issuer, publishedAt, path }) => ({
        documentId,
        title: title.map(({ text }) => text).join(''),
        issuer,
        publishedOn: publishedAt.toISOString(),
        path,
      })),
    }
  })
  api.route(contract.sheet, async ({ ctx, params, query }) => {
    const { of, type } = query
    const file = await sheetFile(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      type,
      ...(of === undefined ? {} : { of }),
    })
    return new FileAnswer(file.bytes, file.name, file.mediaType)
  })
}

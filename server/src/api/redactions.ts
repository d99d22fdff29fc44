import { redactions as contract } from '@mingfu/contract'
import { actorId } from '../services/context.ts'
import { getRedaction } from '../services/requests/redaction/get-redaction.ts'
import { redactionPage } from '../services/requests/redaction/redaction-page.ts'
import { releaseRedaction } from '../services/requests/redaction/release-redaction.ts'
import { saveRedactionMarks } from '../services/requests/redaction/save-redaction-marks.ts'
import { startRedaction } from '../services/requests/redaction/start-redaction.ts'
import { suggestRedaction } from '../services/requests/redaction/suggest-redaction.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

export function redactionRoutes(api: Api): void {
  api.route(contract.start, async ({ ctx, params, body }) => ({
    redactionId: await startRedaction(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.get, async ({ ctx, params }) => {
    const { redaction, number, fileName } = await getRedaction(ctx, { agencyId: agencyOf(ctx), ...params })
    return {
      redactionId: redaction.redactionId,
      requestId: redaction.requestId,
      number,
      fileName,
      version: redaction.version,
      pages: redaction.pages,
      marks: redaction.marks,
      markedByMe: redaction.markedBy !== null && redaction.markedBy === actorId(ctx.actor),
      releasedFileId: redaction.releasedFileId,
      releasedAt: redaction.releasedAt?.toISOString() ?? null,
      checks: redaction.proof?.checks ?? [],
    }
  })
  api.route(contract.page, async ({ ctx, params }) => {
    const picture = await redactionPage(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(picture, `第${params.page}页.webp`, 'image/webp')
  })
  api.route(contract.suggestions, async ({ ctx, params }) => {
    const { marks, withoutText } = await suggestRedaction(ctx, { agencyId: agencyOf(ctx), ...params })
    return { marks: [...marks], withoutText: [...withoutText] }
  })
  api.route(contract.saveMarks, async ({ ctx, params, body }) => ({
    version: await saveRedactionMarks(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.release, async ({ ctx, params, body }) => {
    const { fileId, proof } = await releaseRedaction(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return { fileId, checks: proof.checks }
  })
}

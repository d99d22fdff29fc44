import { recordCorrections as contract } from '@mingfu/contract'
import { decideRecordCorrection } from '../services/requests/record-correction/decide-record-correction.ts'
import { listRecordCorrections } from '../services/requests/record-correction/list-record-corrections.ts'
import { recordCorrectionFile } from '../services/requests/record-correction/record-correction-file.ts'
import { registerRecordCorrection } from '../services/requests/record-correction/register-record-correction.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

export function recordCorrectionRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx }) => {
    const all = await listRecordCorrections(ctx, { agencyId: agencyOf(ctx) })
    return all.map(({ result, letter: _letter, ...one }) => ({ ...one, finding: result?.kind ?? null }))
  })
  api.route(contract.register, async ({ ctx, body }) => ({
    correctionId: await registerRecordCorrection(ctx, { agencyId: agencyOf(ctx), ...body }),
  }))
  api.route(contract.decide, async ({ ctx, params, body }) => ({
    documentNumber: await decideRecordCorrection(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.letter, async ({ ctx, params, query }) => {
    const file = await recordCorrectionFile(ctx, { agencyId: agencyOf(ctx), ...params, ...query })
    return new FileAnswer(file.bytes, file.name, file.mediaType)
  })
}

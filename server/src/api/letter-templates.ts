import { letterTemplates as contract } from '@mingfu/contract'
import { Invalid } from '../errors.ts'
import { sampleTemplate } from '../services/requests/template/sample-template.ts'
import { deleteTemplate, listTemplates, saveTemplate } from '../services/requests/template/templates.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

export function letterTemplateRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx }) => {
    const kept = await listTemplates(ctx, { agencyId: agencyOf(ctx) })
    return kept.map(({ uploadedAt, ...one }) => ({ ...one, uploadedAt: uploadedAt.toISOString() }))
  })
  api.route(contract.sample, async ({ ctx, params }) => {
    const file = await sampleTemplate(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(file.bytes, file.name, file.mediaType)
  })
  api.route(contract.save, async ({ ctx, params, files }) => {
    const [file] = files
    if (file === undefined) throw new Invalid('请选择 Word 模板', { file: '请选择 Word 模板' })
    const { name, bytes } = file
    await saveTemplate(ctx, { agencyId: agencyOf(ctx), ...params, name, bytes: new Uint8Array(bytes) })
    return {}
  })
  api.route(contract.remove, async ({ ctx, params }) => {
    await deleteTemplate(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
}

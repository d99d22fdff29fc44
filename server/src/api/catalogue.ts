import { catalogue as contract } from '@mingfu/contract'
import type { LegalItemCode, UpdateClass } from '@mingfu/law'
import { Invalid } from '../errors.ts'
import { approveCatalogue } from '../services/disclosure/catalogue/approve-catalogue.ts'
import { catalogueDuties } from '../services/disclosure/catalogue/catalogue-duties.ts'
import { catalogueTemplate } from '../services/disclosure/catalogue/catalogue-template.ts'
import { importCatalogue } from '../services/disclosure/catalogue/import-catalogue.ts'
import { keyAreaCoverage } from '../services/disclosure/catalogue/key-areas.ts'
import { listCatalogues } from '../services/disclosure/catalogue/list-catalogues.ts'
import { listPlacements } from '../services/disclosure/catalogue/list-placements.ts'
import { listTopics } from '../services/disclosure/catalogue/list-topics.ts'
import { placeDocument } from '../services/disclosure/catalogue/place-document.ts'
import { planDuty } from '../services/disclosure/catalogue/plan-duty.ts'
import { previewCatalogue } from '../services/disclosure/catalogue/preview-catalogue.ts'
import { saveTopic } from '../services/disclosure/catalogue/topics.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer, type Upload } from './route.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function catalogueRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx }) => {
    const versions = await listCatalogues(ctx, { agencyId: agencyOf(ctx) })
    return versions.map(({ madeAt, approvedAt, ...version }) => ({
      ...version,
      madeAt: madeAt.toISOString(),
      approvedAt: approvedAt?.toISOString() ?? null,
    }))
  })
  api.route(contract.duties, ({ ctx, params, query: { version } }) =>
    catalogueDuties(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      ...(version === undefined ? {} : { version }),
    }),
  )
  api.route(contract.template, async ({ ctx, params }) => {
    const { name, bytes } = await catalogueTemplate(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, name, XLSX)
  })
  api.route(contract.preview, ({ ctx, params, body, files }) =>
    previewCatalogue(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      ...tableOf(files),
      defaults: defaultsOf(body),
    }),
  )
  api.route(contract.import, ({ ctx, params, body, files }) =>
    importCatalogue(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      ...tableOf(files),
      defaults: defaultsOf(body),
    }),
  )
  api.route(contract.approve, async ({ ctx, params, body }) => {
    await approveCatalogue(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.plan, async ({ ctx, params, body }) => {
    await planDuty(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  viewRoutes(api)
}

function viewRoutes(api: Api): void {
  api.route(contract.keyAreas, ({ ctx }) => keyAreaCoverage(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.topics, ({ ctx }) => listTopics(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.saveTopic, async ({ ctx, params, body }) => {
    await saveTopic(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.placements, ({ ctx, params }) =>
    listPlacements(ctx, { agencyId: agencyOf(ctx), ...params }),
  )
  api.route(contract.place, async ({ ctx, params, body }) => {
    await placeDocument(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
}

function tableOf(files: readonly Upload[]): Pick<Upload, 'name' | 'bytes'> {
  const [file, second] = files
  if (file === undefined || second !== undefined) {
    throw new Invalid('请选择一份目录表格', { file: '请选择一份目录表格' })
  }
  return { name: file.name, bytes: file.bytes }
}

type Given = Readonly<{
  updateClass?: UpdateClass | null | undefined
  legalItem?: LegalItemCode | null | undefined
}>

function defaultsOf({ updateClass, legalItem }: Given) {
  return { updateClass: updateClass ?? null, legalItem: legalItem ?? null }
}

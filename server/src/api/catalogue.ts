import { catalogue as contract } from '@mingfu/contract'
import type { LegalItemCode, UpdateClass } from '@mingfu/law'
import { Invalid } from '../errors.ts'
import { approveCatalogue } from '../services/disclosure/catalogue/approve-catalogue.ts'
import { buildFromStarter } from '../services/disclosure/catalogue/build-from-starter.ts'
import { catalogueDuties } from '../services/disclosure/catalogue/catalogue-duties.ts'
import { catalogueTemplate } from '../services/disclosure/catalogue/catalogue-template.ts'
import { discardDraft } from '../services/disclosure/catalogue/discard-draft.ts'
import { importCatalogue } from '../services/disclosure/catalogue/import-catalogue.ts'
import { keyAreaCoverage } from '../services/disclosure/catalogue/key-areas.ts'
import { listCatalogues } from '../services/disclosure/catalogue/list-catalogues.ts'
import { listEntriesInForce } from '../services/disclosure/catalogue/list-entries-in-force.ts'
import { listPlacements } from '../services/disclosure/catalogue/list-placements.ts'
import { listTopics } from '../services/disclosure/catalogue/list-topics.ts'
import { placeDocument } from '../services/disclosure/catalogue/place-document.ts'
import { planDuty } from '../services/disclosure/catalogue/plan-duty.ts'
import { previewCatalogue } from '../services/disclosure/catalogue/preview-catalogue.ts'
import { previewStarter } from '../services/disclosure/catalogue/preview-starter.ts'
import { removeEntry } from '../services/disclosure/catalogue/remove-entry.ts'
import { saveEntry } from '../services/disclosure/catalogue/save-entry.ts'
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
  api.route(contract.entriesInForce, ({ ctx }) => listEntriesInForce(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.plan, async ({ ctx, params, body }) => {
    await planDuty(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  editRoutes(api)
  viewRoutes(api)
}

function editRoutes(api: Api): void {
  api.route(contract.previewStarter, async ({ ctx, params, body }) => {
    const what = { agencyId: agencyOf(ctx), ...params, ...body }
    const { organ, added, met, columns } = await previewStarter(ctx, what)
    return {
      organ,
      added: added.map(({ column, ...entry }) => ({ ...entry, columnTitle: column?.title ?? null })),
      met,
      columns: columns.map(({ code, title, parent }) => ({
        code,
        title,
        parentTitle: parent?.title ?? null,
      })),
    }
  })
  api.route(contract.buildFromStarter, ({ ctx, params, body }) =>
    buildFromStarter(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.addEntry, ({ ctx, params, body }) =>
    saveEntry(ctx, { agencyId: agencyOf(ctx), ...params, entryId: null, ...body }),
  )
  api.route(contract.saveEntry, ({ ctx, params, body }) =>
    saveEntry(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.removeEntry, ({ ctx, params }) =>
    removeEntry(ctx, { agencyId: agencyOf(ctx), ...params }),
  )
  api.route(contract.discard, async ({ ctx, params, body }) => {
    await discardDraft(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
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

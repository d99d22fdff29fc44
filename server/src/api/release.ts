import { release as contract } from '@mingfu/contract'
import {
  type ArchiveRules,
  getArchiveRules,
  saveArchiveRules,
} from '../services/disclosure/archive/archive-rules.ts'
import { listTransfers } from '../services/disclosure/archive/list-transfers.ts'
import { makeArchivePackage } from '../services/disclosure/archive/make-archive-package.ts'
import { makeTransfer, registerReceipt } from '../services/disclosure/archive/make-transfer.ts'
import { transferFile } from '../services/disclosure/archive/transfer-file.ts'
import { draftCorrection } from '../services/disclosure/draft-correction.ts'
import { listUrgent } from '../services/disclosure/list-urgent.ts'
import { passLevel } from '../services/disclosure/pass-level.ts'
import { getReleaseRules } from '../services/disclosure/release-rules/get-release-rules.ts'
import type { ReleaseRules } from '../services/disclosure/release-rules/release-rules.ts'
import { saveReleaseRules } from '../services/disclosure/release-rules/save-release-rules.ts'
import { releaseUrgently } from '../services/disclosure/release-urgently.ts'
import { reviewLater } from '../services/disclosure/review-later.ts'
import {
  finishSiteChangeStep,
  listSiteChanges,
  planSiteChange,
} from '../services/disclosure/site-change/site-changes.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

export function releaseRoutes(api: Api): void {
  archiveRoutes(api)
  siteChangeRoutes(api)
  api.route(contract.rules, async ({ ctx }) => {
    const { version, rules, versions } = await getReleaseRules(ctx, { agencyId: agencyOf(ctx) })
    return {
      version,
      rules,
      versions: versions.map(({ setAt, ...one }) => ({ ...one, setAt: setAt.toISOString() })),
    }
  })
  api.route(contract.saveRules, ({ ctx, body: { version, reason, ...rules } }) =>
    saveReleaseRules(ctx, { agencyId: agencyOf(ctx), version, reason, rules: rules as ReleaseRules }),
  )
  api.route(contract.passLevel, ({ ctx, params, body }) =>
    passLevel(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.releaseUrgently, async ({ ctx, params, body }) => {
    const { publishedAt, ...out } = await releaseUrgently(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      ...body,
    })
    return { ...out, publishedAt: publishedAt.toISOString() }
  })
  api.route(contract.reviewLater, ({ ctx, params, body }) =>
    reviewLater(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.urgent, async ({ ctx }) => {
    const items = await listUrgent(ctx, { agencyId: agencyOf(ctx) })
    return items.map(({ releasedAt, laterReviewedAt, ...item }) => ({
      ...item,
      releasedAt: releasedAt.toISOString(),
      laterReviewedAt: laterReviewedAt?.toISOString() ?? null,
    }))
  })
  api.route(contract.draftCorrection, ({ ctx, params, body }) =>
    draftCorrection(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
}

function archiveRoutes(api: Api): void {
  api.route(contract.archive, async ({ ctx, params }) => {
    const { bytes, name } = await makeArchivePackage(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, name, 'application/zip')
  })
  api.route(contract.archiveRules, ({ ctx }) => getArchiveRules(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.saveArchiveRules, async ({ ctx, body }) => {
    await saveArchiveRules(ctx, { agencyId: agencyOf(ctx), rules: body as ArchiveRules })
    return {}
  })
  api.route(contract.transfers, ({ ctx, params }) =>
    listTransfers(ctx, { agencyId: agencyOf(ctx), ...params }),
  )
  api.route(contract.makeTransfer, ({ ctx, body }) => makeTransfer(ctx, { agencyId: agencyOf(ctx), ...body }))
  api.route(contract.registerReceipt, ({ ctx, params, body }) =>
    registerReceipt(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.transferFile, async ({ ctx, params }) => {
    const { bytes, name } = await transferFile(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, name, MEDIA_TYPES[params.type])
  })
}

function siteChangeRoutes(api: Api): void {
  api.route(contract.siteChanges, ({ ctx }) => listSiteChanges(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.planSiteChange, ({ ctx, body }) =>
    planSiteChange(ctx, { agencyId: agencyOf(ctx), ...body }),
  )
  api.route(contract.finishSiteChangeStep, ({ ctx, params, body }) =>
    finishSiteChangeStep(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
}

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

import { siteHealth as contract } from '@mingfu/contract'
import { citationsText } from '@mingfu/law'
import { acceptLink, listLinks } from '../services/site-health/list-links.ts'
import {
  listSelfChecks,
  makeSelfCheck,
  signSelfCheck,
} from '../services/site-health/self-check/self-check.ts'
import { selfCheckFile } from '../services/site-health/self-check/self-check-file.ts'
import { siteHealth } from '../services/site-health/site-health.ts'
import { startCheck } from '../services/site-health/start-check.ts'
import { LINK_OUTCOMES } from '../services/site-health/web-probe.ts'
import {
  getWebsiteReport,
  publishWebsiteReport,
  saveWebsiteReport,
} from '../services/site-health/website-report/website-report.ts'
import { websiteReportFile } from '../services/site-health/website-report/website-report-file.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

export function siteHealthRoutes(api: Api): void {
  api.route(contract.show, async ({ ctx }) =>
    (await siteHealth(ctx, { agencyId: agencyOf(ctx) })).map(({ basis, ...item }) => ({
      ...item,
      basis: citationsText(basis),
      findings: [...item.findings],
    })),
  )
  api.route(contract.links, async ({ ctx, query: { failing } }) => {
    const links = await listLinks(ctx, { agencyId: agencyOf(ctx), failing: failing === 'true' })
    return links.map((link) => {
      const { label, remedy, isFault } =
        link.outcome === null
          ? { label: '等待检查', remedy: '', isFault: false }
          : LINK_OUTCOMES[link.outcome]
      return {
        ...link,
        outcomeLabel: label,
        remedy,
        isFault,
        checkedAt: link.checkedAt?.toISOString() ?? null,
        failingSince: link.failingSince?.toISOString() ?? null,
        jumpedAt: link.jumpedAt?.toISOString() ?? null,
        usedBy: [...link.usedBy],
      }
    })
  })
  api.route(contract.acceptLink, async ({ ctx, params }) => {
    await acceptLink(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.start, async ({ ctx, body }) => {
    await startCheck(ctx, { agencyId: agencyOf(ctx), ...body })
    return {}
  })
  selfCheckRoutes(api)
  websiteReportRoutes(api)
}

function selfCheckRoutes(api: Api): void {
  api.route(contract.selfChecks, async ({ ctx }) =>
    (await listSelfChecks(ctx, { agencyId: agencyOf(ctx) })).map(({ content, signedAt, ...check }) => ({
      ...check,
      checkedOn: content.checkedOn,
      vetoes: content.items.filter(({ state }) => state === 'veto').length,
      faults: content.items.filter(({ state }) => state === 'fault').length,
      warnings: content.items.filter(({ state }) => state === 'warning').length,
      signedAt: signedAt?.toISOString() ?? null,
    })),
  )
  api.route(contract.makeSelfCheck, ({ ctx, params, body }) =>
    makeSelfCheck(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.signSelfCheck, ({ ctx, params, body }) =>
    signSelfCheck(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.selfCheckFile, async ({ ctx, params, query }) => {
    const { bytes, name, mediaType } = await selfCheckFile(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      ...query,
    })
    return new FileAnswer(bytes, name, mediaType)
  })
}

function websiteReportRoutes(api: Api): void {
  api.route(contract.websiteReport, async ({ ctx, params }) => {
    const { figures, faults, publishedAt, ...report } = await getWebsiteReport(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
    })
    return {
      ...report,
      figures: { ...figures } as Record<string, string>,
      faults: [...faults],
      publishedAt: publishedAt?.toISOString() ?? null,
    }
  })
  api.route(contract.saveWebsiteReport, ({ ctx, params, body }) =>
    saveWebsiteReport(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.publishWebsiteReport, ({ ctx, params, body }) =>
    publishWebsiteReport(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.websiteReportFile, async ({ ctx, params, query }) => {
    const { bytes, name, mediaType } = await websiteReportFile(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      ...query,
    })
    return new FileAnswer(bytes, name, mediaType)
  })
}

import { siteHealth as contract } from '@mingfu/contract'
import { citationsText } from '@mingfu/law'
import { acceptLink, listLinks } from '../services/site-health/list-links.ts'
import { siteHealth } from '../services/site-health/site-health.ts'
import { startCheck } from '../services/site-health/start-check.ts'
import { LINK_OUTCOMES } from '../services/site-health/web-probe.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

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
}

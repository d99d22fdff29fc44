import { portal as contract } from '@mingfu/contract'
import { DEFAULT_THEME, savePortalTheme } from '../services/disclosure/portal-theme.ts'
import { findSite, themeOf } from '../services/disclosure/site.ts'
import { agencyOf } from './agencies.ts'
import type { Api } from './route.ts'

export function portalRoutes(api: Api): void {
  api.route(contract.theme, async ({ ctx }) => {
    const agencyId = agencyOf(ctx)
    const site = await findSite(ctx)
    return {
      theme: site === undefined ? DEFAULT_THEME : themeOf(site, { agencyId }),
      isOwn: site?.ownThemes.has(agencyId) ?? false,
      isHost: site?.host.agencyId === agencyId,
    }
  })
  api.route(contract.saveTheme, async ({ ctx, body }) => {
    await savePortalTheme(ctx, { agencyId: agencyOf(ctx), theme: body })
    return {}
  })
  api.route(contract.clearTheme, async ({ ctx }) => {
    await savePortalTheme(ctx, { agencyId: agencyOf(ctx), theme: null })
    return {}
  })
}

import { portal as contract } from '@mingfu/contract'
import { Invalid } from '../errors.ts'
import { removeMark, saveMark } from '../services/disclosure/mark/save-mark.ts'
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
      mark: site?.marks.get(agencyId) ?? null,
    }
  })
  api.route(contract.saveTheme, async ({ ctx, body }) => {
    await savePortalTheme(ctx, { agencyId: agencyOf(ctx), theme: body })
    return {}
  })
  api.route(contract.saveMark, async ({ ctx, body, files: [file] }) => {
    if (file === undefined) throw new Invalid('请选择标识的图片', { file: '请选择标识的图片' })
    await saveMark(ctx, { agencyId: agencyOf(ctx), alt: body.alt, name: file.name, bytes: file.bytes })
    return {}
  })
  api.route(contract.removeMark, async ({ ctx }) => {
    await removeMark(ctx, { agencyId: agencyOf(ctx) })
    return {}
  })
  api.route(contract.clearTheme, async ({ ctx }) => {
    await savePortalTheme(ctx, { agencyId: agencyOf(ctx), theme: null })
    return {}
  })
}

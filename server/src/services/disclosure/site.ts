import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { type Agency, listAgencies } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { type AgencyMark, listMarks } from './mark/agency-mark.ts'
import { allowWithin } from './own-agency.ts'
import { DEFAULT_THEME, PORTAL_THEME, type PortalTheme, themesOf } from './portal-theme.ts'

/** 网站页脚: what the website guidelines ask every page to show about who runs the site. Empty where not known. */
export type SiteFooter = Readonly<{
  operator: string
  phone: string
  address: string
  postcode: string
  icpNumber: string
  /** As printed, with its number: 豫公网安备 41130002000001号. */
  policeRecord: string
  /** 32 hexadecimal digits of the party and government organ's mark. */
  conacId: string
}>

export type Site = Readonly<{
  /** The agency that hosts the site: the first at the top of the tree. */
  host: Agency
  agencies: readonly Agency[]
  footer: SiteFooter
  /** 门户外观 of each agency; the host's is the site's. */
  themes: ReadonlyMap<string, PortalTheme>
  /** Agencies that chose for themselves. */
  ownThemes: ReadonlySet<string>
  /** 机关标识 of those organs that uploaded one. */
  marks: ReadonlyMap<string, AgencyMark>
}>

export function themeOf({ themes, host }: Site, agency: Pick<Agency, 'agencyId'> | null): PortalTheme {
  return themes.get((agency ?? host).agencyId) ?? DEFAULT_THEME
}

const EMPTY: SiteFooter = {
  operator: '',
  phone: '',
  address: '',
  postcode: '',
  icpNumber: '',
  policeRecord: '',
  conacId: '',
}

/** 网站: who hosts it, which agencies publish on it, what its foot says. `undefined` before the first agency. */
export async function findSite(ctx: Pick<Context, 'db'>): Promise<Site | undefined> {
  const agencies = await listAgencies(ctx.db)
  const host = hostAmong(agencies)
  if (host === undefined) return undefined
  const rows = await ctx.db
    .selectFrom('setting')
    .select(['agency_id', 'key', 'value'])
    .where('key', 'in', ['site', PORTAL_THEME])
    .execute()
  const footer = rows.find(({ key, agency_id }) => key === 'site' && agency_id === host.agencyId)?.value
  const chosen = rows.filter(({ key }) => key === PORTAL_THEME)
  return {
    host,
    agencies,
    footer: { ...EMPTY, ...(footer as Partial<SiteFooter> | undefined) },
    themes: themesOf(agencies, chosen),
    ownThemes: new Set(chosen.map(({ agency_id }) => agency_id)),
    marks: await listMarks(ctx.db),
  }
}

/** 主办单位: the first at the top of the tree. */
export function hostAmong(agencies: readonly Agency[]): Agency | undefined {
  return agencies.find(({ parentId }) => parentId === null) ?? agencies[0]
}

/** 登记网站页脚信息. */
export async function saveSiteFooter(ctx: Context, footer: SiteFooter): Promise<void> {
  const site = await findSite(ctx)
  if (site === undefined) throw new NotFound('网站的主办单位')
  const { agencyId } = site.host
  allowWithin(ctx, 'manage-agency', agencyId)
  await tx(ctx, async (t) => {
    const value = JSON.stringify(footer)
    await t
      .insertInto('setting')
      .values({ agency_id: agencyId, key: 'site', value })
      .onConflict((conflict) =>
        conflict.columns(['agency_id', 'key']).doUpdateSet({ value, changed_at: ctx.now }),
      )
      .execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, { agencyId, action: 'save-site-footer', detail: footer })
  })
}

import { tx } from '../../db/transaction.ts'
import type { Agency } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import { actorId, type Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'

/** 门户外观: how an agency's part of the portal looks. What it holds is the same in each. */
export type PortalTheme = Readonly<{
  /** `columns`: the standard's columns stand at the left of every page; `tiles`: they lie open on the first page. */
  layout: 'columns' | 'tiles'
  colour: 'teal' | 'blue' | 'red'
  /** 依申请公开 as an entry of its own behind the standard's four; it always stands in the guide. */
  applyEntry: boolean
}>

export const DEFAULT_THEME: PortalTheme = { layout: 'columns', colour: 'teal', applyEntry: true }

export const PORTAL_THEME = 'portal-theme'

type Setting = Readonly<{ agency_id: string; value: unknown }>

/** An agency that has chosen nothing looks like the one above it. `agencies` has parents before children. */
export function themesOf(
  agencies: readonly Pick<Agency, 'agencyId' | 'parentId'>[],
  settings: readonly Setting[],
): ReadonlyMap<string, PortalTheme> {
  const chosen = new Map(
    settings.map(({ agency_id, value }) => [agency_id, value as Partial<PortalTheme> | null]),
  )
  const themes = new Map<string, PortalTheme>()
  for (const { agencyId, parentId } of agencies) {
    const above = (parentId === null ? undefined : themes.get(parentId)) ?? DEFAULT_THEME
    themes.set(agencyId, { ...above, ...chosen.get(agencyId) })
  }
  return themes
}

/** 设置门户外观; `null` takes the choice back, and the agency looks like the one above it again. */
export async function savePortalTheme(
  ctx: Context,
  { agencyId, theme }: Readonly<{ agencyId: string; theme: PortalTheme | null }>,
): Promise<void> {
  allowWithin(ctx, 'manage-agency', agencyId)
  await tx(ctx, async (t) => {
    if (theme === null) {
      await t
        .deleteFrom('setting')
        .where('agency_id', '=', agencyId)
        .where('key', '=', PORTAL_THEME)
        .execute()
    } else {
      const values = {
        value: JSON.stringify(theme),
        changed_at: ctx.now,
        changed_by: actorId(ctx.actor),
      }
      await t
        .insertInto('setting')
        .values({ agency_id: agencyId, key: PORTAL_THEME, ...values })
        .onConflict((conflict) => conflict.columns(['agency_id', 'key']).doUpdateSet(values))
        .execute()
    }
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, { agencyId, action: 'save-portal-theme', detail: theme ?? {} })
  })
}

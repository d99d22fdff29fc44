import { VETO_THRESHOLDS } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { findSite } from '../disclosure/site.ts'

/** 站点自测: calls the site's own home page as a reader would, and looks up its IPv6 address. */
export async function probeSite(ctx: Context): Promise<void> {
  allow(ctx.actor, 'send-messages')
  const site = await findSite(ctx)
  // A domain may be on file long before the site answers under it: only its own address is called.
  const home = ctx.publicUrl
  if (site === undefined || home === null) return
  const { agencyId } = site.host
  const { host, hostname } = new URL(home)
  const visit = await ctx.web.visit(home, { own: host, timeoutMs: VETO_THRESHOLDS.probeSeconds * 1000 })
  const addresses = await ctx.web.ipv6Of(hostname).catch(() => null)
  await tx(ctx, async (t) => {
    await t
      .insertInto('site_probe')
      .values({
        agency_id: agencyId,
        probed_at: ctx.now,
        ok: visit.outcome === 'ok',
        status: visit.status,
        milliseconds: visit.milliseconds,
        error: visit.error,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    // A resolver that does not answer says nothing about the name.
    if (addresses === null) return
    const failing = addresses.length === 0 ? ctx.now : null
    const found = { host: hostname, addresses: [...addresses], checked_at: ctx.now }
    await t
      .insertInto('site_ipv6')
      .values({ agency_id: agencyId, ...found, failing_since: failing })
      .onConflict((conflict) =>
        conflict.column('agency_id').doUpdateSet((row) => ({
          ...found,
          failing_since:
            failing === null ? null : row.fn.coalesce('site_ipv6.failing_since', row.val(ctx.now)),
        })),
      )
      .execute()
  })
}

/** `https://www.example.gov.cn/`, as the installation or its registration says. */
export function homeOf(publicUrl: string | null, siteDomain: string | null): string | null {
  if (publicUrl !== null) return publicUrl
  return siteDomain === null ? null : `https://${siteDomain}/`
}

import {
  FOOTER_FIELDS,
  isSiteCode,
  metaTagFaults,
  missingFooterFields,
  type PlainDate,
  siteVetoes,
  VETO_THRESHOLDS,
} from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { findSite } from '../disclosure/site.ts'
import type { Look, SiteFinding } from './site-finding.ts'

/** 网站运行, of the whole site: reachable, on IPv6, with everything at its foot. Belongs to who hosts it. */
export async function lookAtSite(t: Tx, ctx: Context): Promise<Look> {
  const site = await findSite(ctx)
  if (site === undefined) return { findings: [] }
  const { host, footer } = site
  const reach = await reachable(t, host.agencyId)
  const ipv6 = await onIpv6(t, host.agencyId)
  const values = {
    ...footer,
    host: host.name,
    contact: footer.phone || footer.address,
    siteIdCode: host.siteIdCode,
    // Derived from the code, and always there.
    errorReport: host.siteIdCode ?? '',
    siteMap: '/sitemap',
  }
  const missing = missingFooterFields(values).filter((id) => id !== 'errorReport' || !host.siteIdCode)
  const labels = FOOTER_FIELDS.filter(({ id }) => missing.includes(id)).map(({ label }) => label)
  const code = host.siteIdCode
  const href = '/agencies/organs'
  // As the pages write them: what is not known is left out, and then lacks.
  const tags = [
    ['SiteName', host.name],
    ['SiteDomain', host.siteDomain ?? ''],
    ['SiteIDCode', code ?? ''],
  ] as const
  const tagFaults = metaTagFaults(
    'home',
    tags.filter(([, content]) => content !== ''),
  )
  const at: readonly SiteFinding[] = [
    ...tagFaults.map((text) => ({
      rule: 'PUB-50' as const,
      severity: 'fault' as const,
      text,
      since: null,
      href,
    })),
    ...(labels.length === 0
      ? []
      : [
          {
            rule: 'PUB-51' as const,
            severity: 'fault' as const,
            text: `页脚没有${labels.join('、')}`,
            since: null,
            href,
          },
        ]),
    ...(code === null || isSiteCode(code)
      ? []
      : [
          {
            rule: 'PUB-52' as const,
            severity: 'warning' as const,
            text: `标识码“${code}”的格式不正确`,
            since: null,
            href,
          },
        ]),
  ]
  return {
    findings: [...reach.findings, ...ipv6.findings, ...at],
    unmeasured: [...(reach.unmeasured ?? []), ...(ipv6.unmeasured ?? [])],
    figures: { ...reach.figures, ...ipv6.figures },
  }
}

async function reachable(t: Tx, agencyId: string): Promise<Look> {
  const { rows } = await sql<{ made: number; failed: number; first: PlainDate | null }>`
    select count(*)::int as made, count(*) filter (where not ok)::int as failed,
      min((probed_at at time zone 'Asia/Shanghai')::date) filter (where not ok)::text as first
    from site_probe
    where agency_id = ${agencyId}
      and probed_at > (select max(probed_at) from site_probe where agency_id = ${agencyId}) - interval '7 days'`.execute(
    t,
  )
  const { made = 0, failed = 0, first = null } = rows[0] ?? {}
  if (made === 0) {
    return { findings: [], unmeasured: [{ rule: 'PUB-97', why: '没有设置网站地址，或者还没有第一次自测' }] }
  }
  const figures = { 'PUB-97': `一周自测${made}次，失败${failed}次` }
  const finding = { rule: 'PUB-97', since: first, href: '/site-health' } as const
  const [veto] = siteVetoes({ probes: { made, failed } }, '9999-12-31' as PlainDate)
  if (veto !== undefined) return { findings: [{ ...finding, severity: 'veto', text: veto.text }], figures }
  if (failed / made < VETO_THRESHOLDS.failedShare / 2) return { findings: [], figures }
  const text = `一周访问${made}次，失败${failed}次，达到5%一票否决`
  return { findings: [{ ...finding, severity: 'warning', text }], figures }
}

async function onIpv6(t: Tx, agencyId: string): Promise<Look> {
  const row = await t
    .selectFrom('site_ipv6')
    .select(['host', 'addresses'])
    .select(sql<PlainDate | null>`(failing_since at time zone 'Asia/Shanghai')::date::text`.as('since'))
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  if (row === undefined) {
    return { findings: [], unmeasured: [{ rule: 'PUB-59', why: '没有设置网站地址，或者还没有第一次检查' }] }
  }
  const { host, addresses, since } = row
  if (addresses.length > 0) return { findings: [], figures: { 'PUB-59': `${host}有AAAA记录` } }
  const text = `${host}没有AAAA记录`
  return {
    findings: [{ rule: 'PUB-59', severity: 'warning', text, since, href: '/site-health' }],
    figures: { 'PUB-59': text },
  }
}

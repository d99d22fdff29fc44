import type { PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { getAgency } from '../agencies/find-agency.ts'
import type { Look, SiteFinding } from './site-finding.ts'
import { LINK_OUTCOMES, type LinkOutcome } from './web-probe.ts'

/** A link fails when it failed twice: a site may be down for an hour. */
export const FAILS_AFTER = 2

/** 站外链接 by their last check. */
export async function lookAtLinks(t: Tx, agencyId: string): Promise<Look> {
  await getAgency(t, agencyId)
  const { rows } = await sql<{
    url: string
    outcome: LinkOutcome
    failures: number
    since: PlainDate | null
    jumped: PlainDate | null
    title: string | null
    known_title: string | null
    used: string | null
  }>`
    select url, outcome, failures,
      (failing_since at time zone 'Asia/Shanghai')::date::text as since,
      (jumped_at at time zone 'Asia/Shanghai')::date::text as jumped, title, known_title,
      (select string_agg(document.title, '、' order by document.title)
       from link_use use join document on document.agency_id = use.agency_id and document.document_id = use.document_id
       where use.agency_id = link.agency_id and use.link_id = link.link_id) as used
    from outside_link link
    where agency_id = ${agencyId} and (failing_since is not null or jumped_at is not null)
    order by failing_since nulls last, url limit 500`.execute(t)
  const findings = rows.flatMap((row): readonly SiteFinding[] => {
    const { url, outcome, failures, since, jumped, used } = row
    const what = { href: '/site-health/links' }
    const { label, isFault } = LINK_OUTCOMES[outcome]
    const failing: readonly SiteFinding[] =
      isFault && failures >= FAILS_AFTER
        ? [{ ...what, rule: 'PUB-81', severity: 'warning', text: `${url}：${label}（${used ?? ''}）`, since }]
        : []
    const changed: readonly SiteFinding[] =
      jumped === null
        ? []
        : [
            {
              ...what,
              rule: 'PUB-83',
              severity: 'warning',
              text: `${url}：标题由“${row.known_title ?? ''}”变为“${row.title ?? ''}”（${used ?? ''}）`,
              since: jumped,
            },
          ]
    return [...failing, ...changed]
  })
  const count = await t
    .selectFrom('outside_link')
    .select(sql<number>`count(*)::int`.as('links'))
    .select(sql<PlainDate | null>`max((checked_at at time zone 'Asia/Shanghai')::date)::text`.as('last'))
    .where('agency_id', '=', agencyId)
    .executeTakeFirst()
  const { links = 0, last = null } = count ?? {}
  if (links > 0 && last === null) {
    return { findings, unmeasured: [{ rule: 'PUB-81', why: `${links}条链接等待第一次检查` }] }
  }
  return { findings, figures: { 'PUB-81': links === 0 ? '没有站外链接' : `${links}条，最近检查${last}` } }
}

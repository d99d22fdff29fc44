import { type Citation, PUBLICATION_RULES } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { findSite } from '../disclosure/site.ts'
import { lookAtColumns } from './look-at-columns.ts'
import { lookAtDocuments } from './look-at-documents.ts'
import { lookAtDuties } from './look-at-duties.ts'
import { lookAtInteraction } from './look-at-interaction.ts'
import { lookAtLinks } from './look-at-links.ts'
import { lookAtOffice } from './look-at-office.ts'
import { lookAtSite } from './look-at-site.ts'
import type { Look, SiteFinding } from './site-finding.ts'
import { type HEALTH_GROUPS, WATCHED_RULES, type WatchedRule } from './watched-rules.ts'

/** `veto`: the site fails by it. `fault`: to be put right. `warning`: to be looked at. */
export type HealthState = 'good' | 'warning' | 'fault' | 'veto' | 'unmeasured'

/** One thing that is watched, as it stands today. */
export type HealthItem = Readonly<{
  rule: WatchedRule
  group: keyof typeof HEALTH_GROUPS
  label: string
  state: HealthState
  /** 现状 in words. */
  figure: string
  since: string | null
  remedy: string
  /** What the rule asks for, and where that stands. */
  text: string
  basis: readonly Citation[]
  count: number
  /** The culprits, the longest-standing first. */
  findings: readonly SiteFinding[]
}>

const SHOWN = 50

/** 网站健康: every watched rule as it stands now, for an organ; the site's own side belongs to who hosts it. */
export async function siteHealth(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly HealthItem[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const looks = await lookAround(ctx, agencyId)
  const findings = looks.flatMap((look) => look.findings)
  const unmeasured = new Map(
    looks.flatMap((look) => look.unmeasured ?? []).map(({ rule, why }) => [rule, why]),
  )
  const figures: Look['figures'] = Object.assign({}, ...looks.map((look) => look.figures ?? {}))
  return (Object.keys(WATCHED_RULES) as WatchedRule[]).map((rule) => {
    const { group, label, remedy } = WATCHED_RULES[rule]
    const own = findings
      .filter((finding) => finding.rule === rule)
      .toSorted((a, b) => (a.since ?? '9999').localeCompare(b.since ?? '9999'))
    const why = unmeasured.get(rule)
    const state = worst(own) ?? (why === undefined ? 'good' : 'unmeasured')
    const { text, basis } = PUBLICATION_RULES[rule]
    return {
      rule,
      group,
      label,
      state,
      figure: state === 'unmeasured' ? (why ?? '') : (figures?.[rule] ?? countText(own.length)),
      since: own[0]?.since ?? null,
      remedy,
      text,
      basis,
      count: own.length,
      findings: own.slice(0, SHOWN),
    }
  })
}

/** Every side of the site, in one reading of the database. */
async function lookAround(ctx: Context, agencyId: string): Promise<readonly Look[]> {
  const site = await findSite(ctx)
  const hosts = site?.host.agencyId === agencyId
  const looked = await tx(ctx, async (t) => [
    await lookAtDocuments(t, { agencyId, today: ctx.today }),
    await lookAtInteraction(t, ctx, agencyId),
    await lookAtLinks(t, agencyId),
    await lookAtOffice(t, ctx, agencyId),
    hosts ? await lookAtSite(t, ctx) : notHere(),
  ])
  return [...looked, await lookAtColumns(ctx, agencyId), await lookAtDuties(ctx, agencyId)]
}

function notHere(): Look {
  const why = '由网站主办单位检查'
  const rules = ['PUB-97', 'PUB-59', 'PUB-51', 'PUB-52', 'PUB-122'] as const
  return { findings: [], unmeasured: rules.map((rule) => ({ rule, why })) }
}

function worst(findings: readonly SiteFinding[]): HealthState | undefined {
  return (['veto', 'fault', 'warning'] as const).find((severity) =>
    findings.some((finding) => finding.severity === severity),
  )
}

function countText(count: number): string {
  return count === 0 ? '没有发现问题' : `${count}处`
}

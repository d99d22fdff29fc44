import {
  addDays,
  addMonths,
  type PlainDate,
  plainDate,
  publicationDeadline,
  publishReminders,
  yearOf,
} from '@mingfu/law'
import { sql } from 'kysely'
import { getAgency } from '../agencies/find-agency.ts'
import { listPublishedReports } from '../annual-reports/find-published-reports.ts'
import type { Context } from '../context.ts'
import { publicDuties } from '../disclosure/catalogue/catalogue-duties.ts'
import { findGuide } from '../disclosure/guide.ts'
import type { Look, SiteFinding } from './site-finding.ts'

/** 公开的职责: what is due and not out, what the catalogue owes, what has to be looked at again, and the yearly papers. */
export async function lookAtDuties(ctx: Context, agencyId: string): Promise<Look> {
  const { duties } = await publicDuties(ctx, { agencyId, catalogue: 'basic' })
  const missing = duties.filter(({ state }) => state === 'missing' || state === 'plan-missed')
  const covered = duties.filter(({ items }) => items > 0).length
  return {
    findings: [
      ...(await waiting(ctx, agencyId)),
      ...missing.map(
        ({ path, state, plannedOn }): SiteFinding => ({
          rule: 'PUB-12',
          severity: 'warning',
          text: `“${path.join(' › ')}”没有现行有效的信息${state === 'plan-missed' ? `，计划${plannedOn}公开` : ''}`,
          since: state === 'plan-missed' && plannedOn !== null ? addDays(plannedOn, 1) : null,
          href: '/disclosure/duties',
        }),
      ),
      ...(await guideBehind(ctx, agencyId)),
      ...(await toReviewAgain(ctx, agencyId)),
      ...(await yearly(ctx, agencyId)),
    ],
    figures: { 'PUB-12': `公开事项${duties.length}项，有信息的${covered}项` },
  }
}

/** 逾期未公开, and 期限将满. */
async function waiting(ctx: Context, agencyId: string): Promise<readonly SiteFinding[]> {
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title', 'publish_due_on', 'written_on'])
    .where('agency_id', '=', agencyId)
    .where('attribute', '=', 'proactive')
    .where('published_at', 'is', null)
    .where('corrects_id', 'is', null)
    .where('state', 'not in', ['withheld', 'rejected', 'withdrawn', 'archived', 'applied'])
    .where('publish_due_on', 'is not', null)
    .orderBy('publish_due_on')
    .limit(200)
    .execute()
  return rows.flatMap((row): readonly SiteFinding[] => {
    const [dueOn, from] = [row.publish_due_on as PlainDate, row.written_on as PlainDate]
    const what = { href: `/disclosure/${row.document_id}` }
    if (dueOn < ctx.today) {
      const text = `${row.title}：应当在${dueOn}前公开`
      return [{ ...what, rule: 'PUB-01', severity: 'fault', text, since: addDays(dueOn, 1) }]
    }
    const [, second] = from < dueOn ? publishReminders(from, dueOn, ctx.calendarOf(agencyId)) : []
    if (second === undefined || ctx.today < second) return []
    const text = `${row.title}：${dueOn}公开期限届满`
    return [{ ...what, rule: 'PUB-03', severity: 'warning', text, since: second }]
  })
}

/** 机构登记变动以后, the guide is revised within five working days. */
async function guideBehind(ctx: Context, agencyId: string): Promise<readonly SiteFinding[]> {
  const guide = await findGuide(ctx, agencyId)
  const finding = { rule: 'PUB-15', severity: 'fault', href: '/disclosure/guide' } as const
  if (guide === undefined) return [{ ...finding, text: '还没有公开指南', since: null }]
  const row = await ctx.db
    .selectFrom('audit_entry')
    .select(sql<PlainDate | null>`max((at at time zone 'Asia/Shanghai')::date)::text`.as('changed_on'))
    .where('agency_id', '=', agencyId)
    .where('action', '=', 'update-agency')
    .executeTakeFirst()
  const changedOn = row?.changed_on ?? null
  if (changedOn === null || guide.revisedOn >= changedOn) return []
  const dueOn = ctx.calendarOf(agencyId).addWorkingDays(changedOn, 5)
  if (ctx.today <= dueOn) return []
  const text = `机关登记在${changedOn}变动，公开指南还是${guide.revisedOn}修订的`
  return [{ ...finding, text, since: addDays(dueOn, 1) }]
}

async function toReviewAgain(ctx: Context, agencyId: string): Promise<readonly SiteFinding[]> {
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title'])
    .select(
      sql<PlainDate>`coalesce(reviewed_again_on, (created_at at time zone 'Asia/Shanghai')::date)::text`.as(
        'reviewed_on',
      ),
    )
    .where('agency_id', '=', agencyId)
    .where('published_at', 'is', null)
    .where((eb) => eb.or([eb('attribute', '<>', 'proactive'), eb('state', '=', 'withheld')]))
    .limit(500)
    .execute()
  return rows.flatMap((row): readonly SiteFinding[] => {
    // A year after the last look at the latest (条例 第十八条).
    const dueOn = addMonths(row.reviewed_on, 12)
    if (dueOn >= ctx.today) return []
    const text = `${row.title}：上次评估${row.reviewed_on}`
    return [
      { rule: 'PUB-41', severity: 'warning', text, since: addDays(dueOn, 1), href: '/disclosure/withheld' },
    ]
  })
}

/** 年度报告, and the yearly report of the site where this organ hosts it. */
async function yearly(ctx: Context, agencyId: string): Promise<readonly SiteFinding[]> {
  const { orgType, parentId } = await getAgency(ctx.db, agencyId)
  const year = yearOf(ctx.today) - 1
  const reports = await listPublishedReports(ctx.db, agencyId)
  const found: SiteFinding[] = []
  // What fell due before the organ came to this system is told where it was kept then.
  const { created_on } = await ctx.db
    .selectFrom('agency')
    .select(sql<PlainDate>`(created_at at time zone 'Asia/Shanghai')::date::text`.as('created_on'))
    .where('agency_id', '=', agencyId)
    .executeTakeFirstOrThrow()
  const dueOn = publicationDeadline({ orgType, reportYear: year })
  if (ctx.today > dueOn && created_on <= dueOn && !reports.some((report) => report.year === year)) {
    const text = `${year}年度政府信息公开工作年度报告应当在${dueOn}前公布`
    found.push({
      rule: 'PUB-120',
      severity: 'fault',
      text,
      since: addDays(dueOn, 1),
      href: '/annual-reports',
    })
  }
  const websiteDueOn = plainDate(year + 1, 1, 31)
  const website = await ctx.db
    .selectFrom('website_report')
    .select('published_at')
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .executeTakeFirst()
  if (
    parentId === null &&
    created_on <= websiteDueOn &&
    ctx.today > websiteDueOn &&
    (website?.published_at ?? null) === null
  ) {
    const text = `${year}年度政府网站工作年度报表应当在${websiteDueOn}前公布`
    const since = addDays(websiteDueOn, 1)
    found.push({ rule: 'PUB-122', severity: 'warning', text, since, href: '/site-health/website-report' })
  }
  return found
}

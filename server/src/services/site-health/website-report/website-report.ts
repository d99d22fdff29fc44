import {
  usualWebsiteType,
  WEBSITE_FIGURE_IDS,
  WEBSITE_FIGURES,
  type WebsiteFigure,
  type WebsiteFigures,
  websiteFigureFault,
  websiteReportFaults,
  yearOf,
} from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { Forbidden, Invalid, NotFound, Stale } from '../../../errors.ts'
import { listAgencies } from '../../agencies/find-agency.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import { actorName, type Context } from '../../context.ts'
import { allowWithin } from '../../disclosure/own-agency.ts'
import { findSite, hostAmong, type Site } from '../../disclosure/site.ts'
import { overWalls } from '../../oversight/below.ts'
import { countFigures } from './count-figures.ts'

/** 政府网站工作年度报表 of a year, as it stands. */
export type WebsiteReport = Readonly<{
  year: number
  figures: WebsiteFigures
  /** What keeps it from being published, in words. */
  faults: readonly string[]
  publishedAt: Date | null
  publishedBy: string | null
  version: number
}>

type Which = Readonly<{ agencyId: string; year: number }>

/** 年度报表: computed figures as of now, those filled in, or all of them as they were published. */
export async function getWebsiteReport(ctx: Context, which: Which): Promise<WebsiteReport> {
  allowWithin(ctx, 'read-annual-report', which.agencyId)
  const site = await requireHost(ctx, which)
  return tx(overWalls(ctx), (t) => readReport(t, ctx, site, which))
}

export type SaveWebsiteReport = Which & Readonly<{ version: number; given: Readonly<Record<string, string>> }>

/** 填写系统没有记录的各项. */
export async function saveWebsiteReport(
  ctx: Context,
  input: SaveWebsiteReport,
): Promise<{ version: number }> {
  allowWithin(ctx, 'compile-annual-report', input.agencyId)
  const site = await requireHost(ctx, input)
  const given: Partial<Record<WebsiteFigure, string>> = {}
  for (const [name, value] of Object.entries(input.given)) {
    const id = WEBSITE_FIGURE_IDS.find((one) => one === name)
    // What the records say is not for anybody to write.
    if (id === undefined || WEBSITE_FIGURES[id].computed) continue
    const text = value.trim()
    const fault = websiteFigureFault(id, text)
    if (fault !== null) throw new Invalid(fault, { [`given.${id}`]: fault })
    given[id] = text
  }
  return tx(overWalls(ctx), async (t) => {
    const report = await readReport(t, ctx, site, input, true)
    if (report.version !== input.version || report.publishedAt !== null) throw new Stale('这份报表')
    const { agencyId, year } = input
    const version = report.version + 1
    const values = {
      given: JSON.stringify(given),
      saved_at: ctx.now,
      saved_by: actorName(ctx.actor),
      version,
    }
    await t
      .insertInto('website_report')
      .values({ agency_id: agencyId, year, ...values })
      .onConflict((conflict) => conflict.columns(['agency_id', 'year']).doUpdateSet(values))
      .execute()
    return { version }
  })
}

/** 公布年度报表 on the home page: the figures stay as they are from here. */
export async function publishWebsiteReport(
  ctx: Context,
  input: Which & Readonly<{ version: number }>,
): Promise<{ version: number }> {
  allowWithin(ctx, 'publish-annual-report', input.agencyId)
  const site = await requireHost(ctx, input)
  const { agencyId, year } = input
  if (year >= yearOf(ctx.today)) throw new Invalid(`${year}年还没有结束，下一年1月31日前公布`)
  return tx(overWalls(ctx), async (t) => {
    const report = await readReport(t, ctx, site, input, true)
    if (report.version !== input.version || report.publishedAt !== null) throw new Stale('这份报表')
    const [fault] = report.faults
    if (fault !== undefined) throw new Invalid(`${fault}，请改正后再公布`)
    const version = report.version + 1
    await t
      .updateTable('website_report')
      .set({
        content: JSON.stringify(report.figures),
        published_at: ctx.now,
        published_by: actorName(ctx.actor),
        version,
      })
      .where('agency_id', '=', agencyId)
      .where('year', '=', year)
      .execute()
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, { agencyId, action: 'publish-website-report', detail: { year } })
    return { version }
  })
}

/** 已公布的年度报表, newest first; for anybody to read. */
export async function publishedWebsiteReports(
  ctx: Pick<Context, 'db'>,
): Promise<readonly Readonly<{ year: number; figures: WebsiteFigures; publishedAt: Date }>[]> {
  const host = hostAmong(await listAgencies(ctx.db))
  if (host === undefined) return []
  const rows = await tx({ db: ctx.db, scope: host.agencyId }, (t) =>
    t
      .selectFrom('website_report')
      .select(['year', 'content', 'published_at'])
      .where('agency_id', '=', host.agencyId)
      .where('published_at', 'is not', null)
      .orderBy('year', 'desc')
      .execute(),
  )
  return rows.map(({ year, content, published_at }) => ({
    year,
    figures: content as WebsiteFigures,
    publishedAt: published_at as Date,
  }))
}

async function readReport(
  t: Tx,
  ctx: Context,
  site: Site,
  { agencyId, year }: Which,
  lock = false,
): Promise<WebsiteReport> {
  const row = await t
    .selectFrom('website_report')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('year', '=', year)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  const figures =
    row?.content == null
      ? {
          siteType: usualWebsiteType(site.host.orgType),
          ...((row?.given ?? {}) as WebsiteFigures),
          ...(await countFigures(t, { site, year, publicUrl: ctx.publicUrl })),
          filedOn: ctx.today,
        }
      : (row.content as WebsiteFigures)
  return {
    year,
    figures,
    faults: websiteReportFaults(figures),
    publishedAt: row?.published_at ?? null,
    publishedBy: row?.published_by ?? null,
    version: row?.version ?? 0,
  }
}

async function requireHost(ctx: Context, { agencyId }: Which): Promise<Site> {
  const site = await findSite(ctx)
  if (site === undefined) throw new NotFound('网站的主办单位')
  if (site.host.agencyId !== agencyId) throw new Forbidden(`年度报表由网站主办单位${site.host.name}填报`)
  return site
}

import { PLATFORM_COLUMNS } from '@mingfu/law'
import { NotFound } from '../../errors.ts'
import { cataloguesInForce } from '../../services/disclosure/catalogue/catalogues-in-force.ts'
import { keyAreasOf } from '../../services/disclosure/catalogue/key-areas.ts'
import { topicsOf } from '../../services/disclosure/catalogue/topics.ts'
import { catalogueOf } from '../../services/disclosure/catalogue-of.ts'
import {
  ADDRESSES_AT_MOST,
  listAddresses,
  type PublishedAddress,
  publishedMonths,
} from '../../services/disclosure/list-addresses.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import { shownTopics, topicPath } from '../disclosure/topic-cards.tsx'
import { columnPath, entryPath } from '../entries.ts'
import type { Frame } from '../layout.tsx'
import { momentText } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'
import { type Xml, xml } from './xml.ts'

/** sitemap.xml: one list while it fits, else an index of a list of pages and one list a month. */
export function registerSiteMaps(portal: Portal): void {
  portal.page('/sitemap.xml', { absolute: true }, siteMap)
  portal.page('/sitemap/pages.xml', { absolute: true }, async (visit) => urlSet(await pages(visit)))
  portal.page('/sitemap/:month', { absolute: true }, monthMap)
  portal.page('/robots.txt', { absolute: true }, robots)
}

async function siteMap(visit: Visit) {
  const months = await publishedMonths(visit.ctx)
  const total = months.reduce((sum, { count }) => sum + count, 0)
  if (total <= ADDRESSES_AT_MOST - 5000) {
    const addresses = await listAddresses(visit.ctx)
    return urlSet([...(await pages(visit)), ...documents(visit, addresses)])
  }
  const parts = ['pages.xml', ...months.map(({ month }) => `${month}.xml`)]
  return xmlAnswer(xml`<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${parts.map((part) => xml`<sitemap><loc>${visit.origin}/sitemap/${part}</loc></sitemap>\n`)}</sitemapindex>
`)
}

async function monthMap(visit: Visit) {
  const month = /^(\d{4}-(?:0[1-9]|1[0-2]))\.xml$/.exec(visit.params.month ?? '')?.[1]
  if (month === undefined) throw new NotFound('这个月的网站地图')
  return urlSet(documents(visit, await listAddresses(visit.ctx, month)))
}

async function pages({ ctx, frame, origin }: Visit): Promise<readonly Xml[]> {
  const paths = ['/', '/sitemap', '/tools/clock', '/tools/report-check']
  for (const agency of frame.site.agencies) {
    paths.push(`/${agency.slug}/`, ...PLATFORM_COLUMNS.map(({ id }) => entryPath(agency, id)))
    const { agencyId } = agency
    const nodes = await catalogueOf(ctx, agencyId)
    paths.push(...nodes.filter(({ count }) => count > 0).map((node) => columnPath(agency, node)))
    const areas = (await keyAreasOf(ctx, agencyId)).filter(({ count }) => count > 0)
    paths.push(...areas.map(({ areaId }) => `/${agency.slug}/key-areas/${areaId}`))
    paths.push(...shownTopics(await topicsOf(ctx, agencyId)).map((topic) => topicPath(agency, topic)))
    const catalogues = await cataloguesInForce(ctx, agencyId)
    paths.push(...catalogues.map((id) => `/${agency.slug}/catalogue/${id}`))
  }
  return [...new Set(paths)].map((path) => xml`<url><loc>${origin}${path}</loc></url>\n`)
}

function documents({ frame, origin }: Visit, addresses: readonly PublishedAddress[]): readonly Xml[] {
  const slugs = slugsOf(frame)
  return addresses.flatMap(({ agencyId, documentId, publishedAt }) => {
    const slug = slugs.get(agencyId)
    if (slug === undefined) return []
    const modified = `${momentText(publishedAt).replace(' ', 'T')}:00+08:00`
    return xml`<url><loc>${origin}${documentPath({ slug }, documentId)}</loc><lastmod>${modified}</lastmod></url>\n`
  })
}

function slugsOf({ site }: Frame): ReadonlyMap<string, string> {
  return new Map(site.agencies.map(({ agencyId, slug }) => [agencyId, slug]))
}

function urlSet(urls: readonly Xml[]) {
  return xmlAnswer(xml`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls}</urlset>
`)
}

function xmlAnswer({ xml: body }: Xml) {
  return { type: 'application/xml; charset=utf-8', body }
}

/** Search engines may read what is published; results, forms and the console are not for them. */
async function robots({ origin }: Visit) {
  const closed = ['/console/', '/api/', '/search', '/apply/', '/*/apply/']
  const body = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ]
  return { type: 'text/plain; charset=utf-8', body: body.join('\n') }
}

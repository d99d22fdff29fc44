import { NotFound } from '../../errors.ts'
import { catalogueOf, flatten } from '../../services/disclosure/catalogue-of.ts'
import { listPublished, type PublishedItem } from '../../services/disclosure/list-published.ts'
import { listPublishedFiles } from '../../services/disclosure/list-published-files.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import type { Portal, Visit } from '../portal.ts'
import { type Xml, xml } from './xml.ts'

const QUERY = ['column'] as const

/** RSS 2.0 of the site, of an agency, and of one column of its catalogue. */
export function registerFeeds(portal: Portal): void {
  portal.page('/feed.xml', { absolute: true }, feed)
  portal.page('/:agency/feed.xml', { absolute: true, query: QUERY }, feed)
}

async function feed({ ctx, frame, query, origin }: Visit) {
  const { agency, site } = frame
  const column = await columnOf()
  const { items } = await listPublished(ctx, {
    limit: 50,
    ...(agency ? { agencyId: agency.agencyId } : {}),
    ...(column ? { nodeIds: flatten([column]).map(({ nodeId }) => nodeId) } : {}),
  })
  const owner = agency ?? site.host
  const title = `${owner.name}${column ? column.title : '政府信息公开'}`
  const files = await listPublishedFiles(
    ctx,
    items.map(({ documentId }) => documentId),
  )
  const [newest] = items
  const body = xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${title}</title>
<link>${agency ? `${origin}/${agency.slug}/` : `${origin}/`}</link>
<description>${column?.description || `${owner.name}最新公开的政府信息`}</description>
<language>zh-cn</language>
${newest ? xml`<lastBuildDate>${newest.publishedAt.toUTCString()}</lastBuildDate>\n` : xml``}<atom:link href="${origin}${frame.path}" rel="self" type="application/rss+xml"/>
${items.map(entry)}</channel>
</rss>
`
  return { type: 'application/rss+xml; charset=utf-8', body: body.xml }

  async function columnOf() {
    if (agency === null || query.column === undefined) return undefined
    const node = flatten(await catalogueOf(ctx, agency.agencyId)).find(({ code }) => code === query.column)
    if (node === undefined) throw new NotFound('这个栏目')
    return node
  }

  function entry(item: PublishedItem): Xml {
    const of = site.agencies.find(({ agencyId }) => agencyId === item.agencyId) ?? owner
    // RSS has room for one; the others stand on the page.
    const file = files.find(({ documentId }) => documentId === item.documentId)
    const path = documentPath(of, item.documentId)
    return xml`<item>
<title>${item.title}</title>
<link>${origin}${path}</link>
<guid isPermaLink="false">${item.indexNumber}</guid>
<pubDate>${item.publishedAt.toUTCString()}</pubDate>
<author>${item.issuer || of.name}</author>
${item.topicCategory ? xml`<category>${item.topicCategory}</category>\n` : xml``}<description>${item.summary}</description>
${file ? xml`<enclosure url="${origin}/files/${of.slug}/${item.documentId}/${file.fileId}" length="${file.sizeBytes}" type="${file.mediaType}"/>\n` : xml``}</item>
`
  }
}

import { NotFound } from '../../errors.ts'
import { flatten } from '../../services/disclosure/catalogue-of.ts'
import { listPublished } from '../../services/disclosure/list-published.ts'
import { listPublishedFiles } from '../../services/disclosure/list-published-files.ts'
import { searchDocuments } from '../../services/search/search-documents.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import type { Portal, Visit } from '../portal.ts'
import { inputOf, QUERY_NAMES } from '../search/search-input.ts'
import { atom, type Channel, type Entry, rss } from './channel.ts'

const QUERY = ['column'] as const
const NAMES_OF_SEARCH = QUERY_NAMES.filter((name) => name !== 'page' && name !== 'order')

/** RSS 2.0 and Atom of the site, of an agency, of one column of its catalogue, and of what a search finds. */
export function registerFeeds(portal: Portal): void {
  for (const [name, write] of [
    ['feed', rss],
    ['atom', atom],
  ] as const) {
    portal.page(`/${name}.xml`, { absolute: true }, async (visit) => write(await channelOf(visit)))
    portal.page(`/:agency/${name}.xml`, { absolute: true, query: QUERY }, async (visit) =>
      write(await channelOf(visit)),
    )
  }
  portal.page('/search.xml', { query: NAMES_OF_SEARCH, fresh: true, perMinute: 60 }, async (visit) =>
    rss(await channelOfSearch(visit)),
  )
}

async function channelOf(visit: Visit): Promise<Channel> {
  const { ctx, frame, query, origin } = visit
  const { agency, site } = frame
  const column = columnOf()
  const { items } = await listPublished(ctx, {
    limit: 50,
    ...(agency ? { agencyId: agency.agencyId } : {}),
    ...(column ? { nodeIds: flatten([column]).map(({ nodeId }) => nodeId) } : {}),
  })
  const owner = agency ?? site.host
  return {
    title: `${owner.name}${column ? column.title : '政府信息公开'}`,
    description: column?.description || `${owner.name}最新公开的政府信息`,
    link: agency ? `${origin}/${agency.slug}/` : `${origin}/`,
    self: `${origin}${frame.path}`,
    entries: await entriesOf(visit, items),
  }

  function columnOf() {
    if (agency === null || query.column === undefined) return undefined
    const node = flatten(frame.catalogue).find(({ code }) => code === query.column)
    if (node === undefined) throw new NotFound('这个栏目')
    return node
  }
}

/** 订阅检索: the newest that answer the question, every word of it. */
async function channelOfSearch(visit: Visit): Promise<Channel> {
  const { ctx, frame, query, origin } = visit
  const agency = frame.site.agencies.find(({ slug }) => slug === query.agency)
  const found = await searchDocuments(ctx, { ...inputOf(query, agency), order: 'date', everyWord: true })
  const items = (found?.items ?? []).map(({ title, passage, ...item }) => ({
    ...item,
    title: title.map(({ text }) => text).join(''),
    summary: passage.map(({ text }) => text).join(''),
    topicCategory: null,
  }))
  return {
    title: `检索“${query.q ?? ''}”－${frame.site.host.name}`,
    description: '符合检索条件的政府信息，新发布的在前',
    link: `${origin}${frame.path.replace('/search.xml', '/search')}`,
    self: `${origin}${frame.path}`,
    entries: await entriesOf(visit, items),
  }
}

type Item = Readonly<{
  agencyId: string
  documentId: string
  title: string
  indexNumber: string
  publishedAt: Date
  correctedAt?: Date | null
  issuer: string
  topicCategory: string | null
  summary: string
}>

async function entriesOf({ ctx, frame, origin }: Visit, items: readonly Item[]): Promise<readonly Entry[]> {
  const { site, agency } = frame
  const files = await listPublishedFiles(
    ctx,
    items.map(({ documentId }) => documentId),
  )
  return items.map((item) => {
    const of = site.agencies.find(({ agencyId }) => agencyId === item.agencyId) ?? agency ?? site.host
    // RSS has room for one; the others stand on the page.
    const file = files.find(({ documentId }) => documentId === item.documentId)
    return {
      title: item.correctedAt ? `【更正】${item.title}` : item.title,
      link: `${origin}${documentPath(of, item.documentId)}`,
      indexNumber: item.indexNumber,
      publishedAt: item.publishedAt,
      correctedAt: item.correctedAt ?? null,
      author: item.issuer || of.name,
      category: item.topicCategory,
      summary: item.summary,
      file: file && { ...file, url: `${origin}/files/${of.slug}/${item.documentId}/${file.fileId}` },
    }
  })
}

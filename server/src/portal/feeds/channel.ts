import type { PublishedFile } from '../../services/disclosure/list-published-files.ts'
import { type Xml, xml } from './xml.ts'

/** What a feed carries, in whichever form it is written. */
export type Channel = Readonly<{
  title: string
  description: string
  /** The page that the feed stands for. */
  link: string
  /** The feed's own address. */
  self: string
  entries: readonly Entry[]
}>

export type Entry = Readonly<{
  title: string
  link: string
  indexNumber: string
  publishedAt: Date
  /** 更正 of what was public already. */
  correctedAt: Date | null
  author: string
  category: string | null
  summary: string
  file: (PublishedFile & Readonly<{ url: string }>) | undefined
}>

/** When an entry was last touched. */
function touchedAt({ publishedAt, correctedAt }: Entry): Date {
  return correctedAt ?? publishedAt
}

function newestOf(entries: readonly Entry[]): Date | undefined {
  const [newest] = entries.map(touchedAt).toSorted((a, b) => b.getTime() - a.getTime())
  return newest
}

/** RSS 2.0. */
export function rss({ title, description, link, self, entries }: Channel) {
  const newest = newestOf(entries)
  const body = xml`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>${title}</title>
<link>${link}</link>
<description>${description}</description>
<language>zh-cn</language>
${newest ? xml`<lastBuildDate>${newest.toUTCString()}</lastBuildDate>\n` : xml``}<atom:link href="${self}" rel="self" type="application/rss+xml"/>
${entries.map(rssItem)}</channel>
</rss>
`
  return { type: 'application/rss+xml; charset=utf-8', body: body.xml }
}

function rssItem(entry: Entry): Xml {
  const { title, link, indexNumber, publishedAt, author, category, summary, file } = entry
  return xml`<item>
<title>${title}</title>
<link>${link}</link>
<guid isPermaLink="false">${indexNumber}</guid>
<pubDate>${publishedAt.toUTCString()}</pubDate>
<author>${author}</author>
${category ? xml`<category>${category}</category>\n` : xml``}<description>${summary}</description>
${file ? xml`<enclosure url="${file.url}" length="${file.sizeBytes}" type="${file.mediaType}"/>\n` : xml``}</item>
`
}

const NEVER = new Date(0)

/** Atom 1.0. */
export function atom({ title, description, link, self, entries }: Channel) {
  const body = xml`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>${self}</id>
<title>${title}</title>
<subtitle>${description}</subtitle>
<updated>${(newestOf(entries) ?? NEVER).toISOString()}</updated>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${link}"/>
${entries.map(atomEntry)}</feed>
`
  return { type: 'application/atom+xml; charset=utf-8', body: body.xml }
}

function atomEntry(entry: Entry): Xml {
  const { title, link, publishedAt, author, category, summary, file } = entry
  return xml`<entry>
<id>${link}</id>
<title>${title}</title>
<updated>${touchedAt(entry).toISOString()}</updated>
<published>${publishedAt.toISOString()}</published>
<author><name>${author}</name></author>
${category ? xml`<category term="${category}"/>\n` : xml``}<link rel="alternate" type="text/html" href="${link}"/>
${file ? xml`<link rel="enclosure" href="${file.url}" length="${file.sizeBytes}" type="${file.mediaType}"/>\n` : xml``}<summary>${summary}</summary>
</entry>
`
}

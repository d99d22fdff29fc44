export type Crawled = Readonly<{
  path: string
  /** The path without what differs from one page of its kind to the next. */
  kind: string
  status: number
  html: string
}>

/** Pages that answer one question each: a few of them stand for all. */
const EACH_KIND = 4

/** Follows the portal's own links from the first page on; of every kind a few pages, and every kind there is. */
export async function crawl(origin: string, eachKind = EACH_KIND): Promise<readonly Crawled[]> {
  const seen = new Set<string>(['/'])
  const counts = new Map<string, number>()
  const queue = ['/']
  const pages: Crawled[] = []
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const kind = kindOf(path)
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    if (count > eachKind) continue
    const answer = await fetch(origin + path)
    const type = answer.headers.get('content-type') ?? ''
    const html = type.startsWith('text/html') ? await answer.text() : ''
    if (html === '' && answer.ok) {
      await answer.body?.cancel()
      continue
    }
    pages.push({ path, kind, status: answer.status, html })
    for (const [, href = ''] of html.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&')
      if (seen.has(link) || /^\/(?:console|files|assets|api)\b/.test(link)) continue
      seen.add(link)
      queue.push(link)
    }
  }
  return pages
}

function kindOf(path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://portal')
  const place = pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replace(/\/\d{4}(?=\/|$)/g, '/:year')
    .replace(/^\/yahe[a-z-]*/, '/:agency')
    .replace(/(\/(?:statutory|key-areas|topics)\/)[^/]+/, '$1:code')
    .replace(/(.)\/$/, '$1')
  return [place, ...[...searchParams.keys()].sort()].join(' ')
}

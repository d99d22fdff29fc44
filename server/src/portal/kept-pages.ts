import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CachedPage } from './page-cache.ts'
import { bestEncoding, etagOf } from './send-page.ts'

/** A page as it was answered last: how to find it in memory while it holds, and the headers that went with it. */
export type Kept = Readonly<{
  route: string
  find(): CachedPage | undefined
  headers: Readonly<Record<string, string | number | string[] | undefined>>
}>

export type KeptPages = ReturnType<typeof keptPages>

/** So many addresses are known; a crawler that makes up others finds only the long way. */
const MOST = 5000
/** Made anew for each answer by those who make it. */
const OWN = new Set([
  'etag',
  'content-encoding',
  'content-length',
  'content-type',
  'vary',
  'x-request-id',
  'date',
  'connection',
  'keep-alive',
  'transfer-encoding',
])

type Encoding = ReturnType<typeof bestEncoding>
type Ready = Readonly<{ page: CachedPage; headers: string[]; etag: string; body: Buffer }>

/**
 * 现成的页面: answers what lies in memory before the router, its hooks and its parsers are asked. An address is known
 * once the portal has answered it; whatever is not exactly such a question takes the long way.
 */
export function keptPages(onAnswer: (route: string, status: number, seconds: number) => void = () => {}) {
  const known = new Map<string, Kept>()
  const ready = new Map<string, Ready>()
  const encodings = new Map<string, Encoding>()
  // Unique among processes by its first part, and within this one by its second.
  const requests = randomBytes(5).toString('hex')
  let count = 0

  function encodingOf(accepted: string | undefined): Encoding {
    const text = accepted ?? ''
    const kept = encodings.get(text)
    if (kept !== undefined) return kept
    const encoding = bestEncoding(text)
    if (encodings.size < 100) encodings.set(text, encoding)
    return encoding
  }

  function readyOf(url: string, encoding: Encoding, page: CachedPage, { headers }: Kept): Ready {
    const key = `${encoding} ${url}`
    const before = ready.get(key)
    if (before?.page === page) return before
    const etag = etagOf(page, encoding)
    const lines = Object.entries(headers).flatMap(([name, value]) =>
      OWN.has(name) || value === undefined ? [] : [value].flat().flatMap((each) => [name, String(each)]),
    )
    lines.push('etag', etag, 'vary', 'accept-encoding', 'content-type', page.type)
    if (encoding !== 'plain') lines.push('content-encoding', encoding === 'brotli' ? 'br' : 'gzip')
    const body = page[encoding]
    lines.push('content-length', String(body.length), 'x-request-id', '')
    const made = { page, headers: lines, etag, body }
    if (ready.size >= 3 * MOST) ready.clear()
    ready.set(key, made)
    return made
  }

  return {
    /** The portal answered this address with a page that it keeps. */
    learn(url: string, kept: Kept): void {
      if (kept.headers['set-cookie'] !== undefined) return
      if (known.size < MOST || known.has(url)) known.set(url, kept)
    },

    /** Answers the request when it can; `false` leaves it untouched for the long way. */
    answer({ method, url, headers }: IncomingMessage, response: ServerResponse): boolean {
      if (method !== 'GET' || url === undefined) return false
      const kept = known.get(url)
      const page = kept?.find()
      if (kept === undefined || page === undefined) return false
      const began = performance.now()
      const made = readyOf(url, encodingOf(headers['accept-encoding'] as string | undefined), page, kept)
      count += 1
      // Written at once, so that the list can be used again for the next.
      made.headers[made.headers.length - 1] = `${requests}${count.toString(36)}`
      const has = headers['if-none-match']
      if (has === undefined) {
        response.writeHead(200, made.headers)
        response.end(made.body)
      } else {
        if (!has.split(',').some((tag) => tag.trim().replace(/^W\//, '') === made.etag)) return false
        response.writeHead(304, ['etag', made.etag, 'vary', 'accept-encoding', ...cachingOf(made.headers)])
        response.end()
      }
      onAnswer(kept.route, response.statusCode, (performance.now() - began) / 1000)
      return true
    },
  }
}

/** Of a page's headers, those that an answer without a body repeats. */
function cachingOf(lines: readonly string[]): string[] {
  const repeated: string[] = []
  for (let at = 0; at < lines.length; at += 2) {
    const name = lines[at] ?? ''
    if (!/^(?:content-(?:type|length|encoding)|etag|vary)$/.test(name))
      repeated.push(name, lines[at + 1] ?? '')
  }
  return repeated
}

import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const gzipOf = promisify(gzip)
const brotliOf = promisify(brotliCompress)

export type Rendered = Readonly<{ type: string; body: string }>

export type CachedPage = Readonly<{
  type: string
  plain: Buffer
  gzip: Buffer
  brotli: Buffer
  /** Of the plain bytes; each encoding adds its own suffix when sent. */
  digest: string
}>

type Entry = { page: CachedPage; version: number; renderedAt: number; refreshing: boolean }

export type PageCacheOptions = Readonly<{
  readVersion(): Promise<number>
  /** The clock, so that tests need not wait. */
  now?: () => number
  /** How long a known content version is believed, in milliseconds. */
  believeVersionFor?: number
  /** After this age a page is served once more and rendered again behind the visitor's back. */
  staleAfter?: number
  maxBytes?: number
  onError?(error: unknown): void
}>

/**
 * Whole pages in memory, by path and normalised query. A new content version drops a page at once, so that what was
 * withdrawn is gone; mere age only refreshes it behind the visitor's back. One rendering a page at a time.
 */
export function makePageCache(options: PageCacheOptions) {
  const now = options.now ?? Date.now
  const believeVersionFor = options.believeVersionFor ?? 250
  const staleAfter = options.staleAfter ?? 60_000
  const maxBytes = options.maxBytes ?? 64 * 1024 * 1024
  const entries = new Map<string, Entry>()
  const rendering = new Map<string, Promise<CachedPage>>()
  let bytes = 0
  let version = 0
  let versionReadAt = Number.NEGATIVE_INFINITY
  let readingVersion: Promise<void> | undefined

  async function currentVersion(): Promise<number> {
    if (now() - versionReadAt >= believeVersionFor) {
      readingVersion ??= options
        .readVersion()
        .then((read) => {
          version = read
          versionReadAt = now()
        })
        .finally(() => {
          readingVersion = undefined
        })
      await readingVersion
    }
    return version
  }

  function render(key: string, at: number, work: () => Promise<Rendered>): Promise<CachedPage> {
    const flight = `${at} ${key}`
    const running = rendering.get(flight)
    if (running !== undefined) return running
    const started = work()
      .then(pack)
      .then((page) => {
        keep(key, { page, version: at, renderedAt: now(), refreshing: false })
        return page
      })
      .finally(() => rendering.delete(flight))
    rendering.set(flight, started)
    return started
  }

  function keep(key: string, entry: Entry): void {
    drop(key)
    entries.set(key, entry)
    bytes += sizeOf(entry.page)
    for (const oldest of entries.keys()) {
      if (bytes <= maxBytes) break
      drop(oldest)
    }
  }

  function drop(key: string): void {
    const entry = entries.get(key)
    if (entry === undefined) return
    entries.delete(key)
    bytes -= sizeOf(entry.page)
  }

  return {
    /** The content version as far as it is believed. */
    version: currentVersion,
    async get(key: string, work: () => Promise<Rendered>): Promise<CachedPage> {
      const at = await currentVersion()
      const entry = entries.get(key)
      if (entry === undefined || entry.version !== at) return render(key, at, work)
      // Map keeps order of insertion: whoever was asked for last leaves last.
      entries.delete(key)
      entries.set(key, entry)
      if (now() - entry.renderedAt > staleAfter && !entry.refreshing) {
        entry.refreshing = true
        render(key, at, work).catch((error: unknown) => {
          drop(key)
          options.onError?.(error)
        })
      }
      return entry.page
    },
    /** A page that holds for sure and needs no refreshing; without waiting for anything. */
    peek(key: string): CachedPage | undefined {
      const at = now()
      if (at - versionReadAt >= believeVersionFor) return undefined
      const entry = entries.get(key)
      return entry?.version === version && at - entry.renderedAt <= staleAfter ? entry.page : undefined
    },
    size: () => entries.size,
  }
}

export type PageCache = ReturnType<typeof makePageCache>

/** The bytes of a page in the three encodings, with their digest. */
export async function pack({ type, body }: Rendered): Promise<CachedPage> {
  const plain = Buffer.from(body)
  const [zipped, brotli] = await Promise.all([
    gzipOf(plain, { level: 6 }),
    brotliOf(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    }),
  ])
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 22)
  return { type, plain, gzip: zipped, brotli, digest }
}

function sizeOf(page: CachedPage): number {
  return page.plain.length + page.gzip.length + page.brotli.length
}

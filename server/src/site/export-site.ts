import type { Runtime } from '../runtime.ts'
import { readContentVersion } from '../services/content-version.ts'
import { listSiteDocuments, type SiteDocument } from '../services/disclosure/list-site-documents.ts'
import { listSiteTexts, stampOfSiteTexts } from '../services/disclosure/list-site-texts.ts'
import { findSite } from '../services/disclosure/site.ts'
import { makeAddresses } from './addresses.ts'
import { makeCrawl, type SiteFault } from './crawl.ts'
import { NoSite } from './errors.ts'
import { programDigest } from './program-digest.ts'
import { digestOf } from './reads/read-log.ts'
import { watchedRuntime } from './reads/watched-runtime.ts'
import { searchShards } from './search-shards.ts'
import type { SiteMemory } from './site-memory.ts'
import { siteServer } from './site-server.ts'

export type ExportSite = Readonly<{
  /** `https://www.example.gov.cn`: where the static site will stand; feeds and site maps name it. */
  url: string
  /** Where applications and questions go; without it such forms are left out. */
  live?: string
  /** The last export, for an incremental one; without it all pages are made anew. */
  known?: SiteMemory
  /** Takes a file of the site; called again for a path, the last one counts. */
  put(path: string, bytes: Uint8Array): Promise<void>
  /** The file of the last export still holds. */
  keep(path: string): Promise<void>
}>

export type SiteExport = Readonly<{
  memory: SiteMemory
  /** Whether anything was looked at; `false` when the state was the same as last time. */
  changed: boolean
  pages: number
  /** Addresses that were made anew, in order. */
  rendered: readonly string[]
  files: number
  faults: readonly SiteFault[]
}>

const SEEDS = ['/', '/sitemap', '/sitemap.xml', '/robots.txt', '/feed.xml', '/search', '/view.css']

/**
 * 静态站点: every public page through the portal's own rendering, as files. What is not public is not called. With what
 * the last export remembers, only those pages are made that would read something else now.
 */
export async function exportSite(runtime: Runtime, options: ExportSite): Promise<SiteExport> {
  const ctx = runtime.contextFor({ kind: 'public', ip: '127.0.0.1' }, '')
  if ((await findSite(ctx)) === undefined) throw new NoSite()
  // Before anything is read: what changes meanwhile is looked at by the next export.
  const state = digestOf([await readContentVersion(runtime.db), ctx.today])
  const made = digestOf([programDigest(), options.url, options.live ?? null])
  const known = options.known?.made === made ? options.known : undefined
  if (known?.state === state) return unchanged(known)
  const watched = watchedRuntime(runtime, options.url)
  const server = await siteServer(watched)
  try {
    const documents = await listSiteDocuments(ctx)
    const addresses = makeAddresses(documents, options.url)
    const crawl = makeCrawl({ server, watched, addresses, ...options, known })
    await crawl.run([...SEEDS, ...documents.map(addressOf)])
    const texts = async () => searchShards(await listSiteTexts(ctx))
    await crawl.add('/search/about.json', await stampOfSiteTexts(ctx), texts)
    const memory = crawl.memory(state, made)
    return { ...sizeOf(memory), changed: true, rendered: crawl.rendered(), faults: crawl.faults() }
  } finally {
    await server.close()
  }
}

function unchanged(memory: SiteMemory): SiteExport {
  return { ...sizeOf(memory), changed: false, rendered: [], faults: [] }
}

function sizeOf(memory: SiteMemory) {
  const pages = Object.values(memory.pages).filter(({ files }) => files.length > 0)
  return { memory, pages: pages.length, files: pages.reduce((sum, { files }) => sum + files.length, 0) }
}

function addressOf({ slug, documentId }: SiteDocument): string {
  return `/${slug}/documents/${documentId}`
}

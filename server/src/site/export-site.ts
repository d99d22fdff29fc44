import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { assetPath } from '../portal/static-files.ts'
import type { Runtime } from '../runtime.ts'
import { readContentVersion } from '../services/content-version.ts'
import { listSiteDocuments, type SiteDocument } from '../services/disclosure/list-site-documents.ts'
import { listSiteTexts } from '../services/disclosure/list-site-texts.ts'
import { findSite } from '../services/disclosure/site.ts'
import { PREVIEW_EDITION } from '../services/preview/preview-of-file.ts'
import { type Addresses, makeAddresses } from './addresses.ts'
import { withCompressed } from './compress.ts'
import { NoSite, SiteFailed } from './errors.ts'
import { rewritePage } from './rewrite-page.ts'
import { rewriteStyle, rewriteText } from './rewrite-text.ts'
import { searchShards } from './search-shards.ts'
import { siteServer } from './site-server.ts'

/** What an export remembers for the next: of each address what it was made of, its files, and where it leads. */
export type SiteMemory = Readonly<{
  /** Content, day, frame and settings of the whole export: when all are the same there is nothing to do. */
  state: string
  pages: Readonly<Record<string, PageMemory>>
}>

type PageMemory = Readonly<{ stamp: string; files: readonly string[]; links: readonly string[] }>

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

export type SiteFault = Readonly<{ address: string; from: string; text: string }>

export type SiteExport = Readonly<{
  memory: SiteMemory
  /** Whether anything was looked at; `false` when the state was the same as last time. */
  changed: boolean
  pages: number
  rendered: number
  files: number
  faults: readonly SiteFault[]
}>

const AT_ONCE = 4

/** What the static site does in the browser because no server is there to do it. */
const SCRIPTS = ['static-view.js', 'static-search.js']

/** 静态站点: every public page through the portal's own rendering, as files. What is not public is not called. */
export async function exportSite(runtime: Runtime, options: ExportSite): Promise<SiteExport> {
  const ctx = runtime.contextFor({ kind: 'public', ip: '127.0.0.1' }, '')
  const site = await findSite(ctx)
  if (site === undefined) throw new NoSite()
  const version = await readContentVersion(runtime.db)
  const server = await siteServer(runtime, options.url)
  try {
    const frame = await frameOf(server, ['', ...site.agencies.map(({ slug }) => `/${slug}`)])
    const settings = JSON.stringify([options.url, options.live ?? null])
    const state = digest([String(version), ctx.today, frame, settings, assetPath('portal.css')])
    if (options.known?.state === state) return unchanged(options.known)
    const documents = await listSiteDocuments(ctx)
    const addresses = makeAddresses(documents, options.url)
    const stamps = stampsOf(documents, digest([frame, settings]))
    const crawl = makeCrawl(server, addresses, stamps, options)
    const seeds = ['/', '/sitemap', '/sitemap.xml', '/robots.txt', '/feed.xml', '/search', '/view.css']
    await crawl.run([...seeds, ...documents.map(addressOf)])
    await crawl.add('/search/about.json', searchShards(await listSiteTexts(ctx)))
    const pages = crawl.pages()
    return {
      memory: { state, pages },
      changed: true,
      pages: Object.keys(pages).length,
      rendered: crawl.rendered(),
      files: Object.values(pages).reduce((sum, { files }) => sum + files.length, 0),
      faults: crawl.faults(),
    }
  } finally {
    await server.close()
  }
}

function unchanged(memory: SiteMemory): SiteExport {
  const pages = Object.values(memory.pages)
  const files = pages.reduce((sum, page) => sum + page.files.length, 0)
  return { memory, changed: false, pages: pages.length, rendered: 0, files, faults: [] }
}

/** Head and foot as every page has them: a page that does not exist shows nothing else. */
async function frameOf(server: FastifyInstance, slugs: readonly string[]): Promise<string> {
  const bodies: string[] = []
  for (const slug of slugs) bodies.push((await server.inject(`${slug}/documents/none`)).body)
  return digest([...bodies, ...SCRIPTS.map(assetPath)])
}

/** What a document's page and its files are made of; they are the many, and most of them stay as they are. */
function stampsOf(documents: readonly SiteDocument[], frame: string): ReadonlyMap<string, string> {
  const stamps = new Map<string, string>()
  for (const document of documents) {
    stamps.set(addressOf(document), `${frame} ${document.stamp}`)
    const base = `/files/${document.slug}/${document.documentId}`
    for (const type of ['docx', 'pdf']) stamps.set(`${base}/text/${type}`, document.stamp)
    for (const { fileId } of document.files) {
      stamps.set(`${base}/${fileId}`, document.stamp)
      stamps.set(`${base}/${fileId}/inline`, document.stamp)
      stamps.set(`${addressOf(document)}/preview/${fileId}`, `${frame} ${document.stamp} ${PREVIEW_EDITION}`)
    }
  }
  return stamps
}

function addressOf({ slug, documentId }: SiteDocument): string {
  return `/${slug}/documents/${documentId}`
}

/** Follows every link from the seeds on, and hands over each page as files. */
function makeCrawl(
  server: FastifyInstance,
  addresses: Addresses,
  stamps: ReadonlyMap<string, string>,
  { live, known, put, keep }: ExportSite,
) {
  const pages = new Map<string, PageMemory>()
  const faults: SiteFault[] = []
  const cameFrom = new Map<string, string>()
  const scripts = SCRIPTS.map(scriptOf)
  let rendered = 0

  function scriptOf(name: string): string {
    const target = addresses.targetOf(assetPath(name), '/')
    return target.kind === 'file' ? target.file : ''
  }

  async function run(seeds: readonly string[]): Promise<void> {
    for (const name of SCRIPTS) cameFrom.set(assetPath(name), '/')
    for (const seed of seeds) cameFrom.set(seed, '')
    let queue = [...cameFrom.keys()]
    while (queue.length > 0) {
      const personal: string[] = []
      await follow(queue, personal)
      // Pages that led to what turned out to be personal are written again, now that they know.
      queue = [...pages]
        .filter(([, { links }]) => links.some((link) => personal.includes(link)))
        .map(([address]) => address)
    }
    await extras()
  }

  async function follow(start: readonly string[], personal: string[]): Promise<void> {
    const queue = [...start]
    let working = 0
    await new Promise<void>((done, failed) => {
      const next = () => {
        if (queue.length === 0 && working === 0) return done()
        while (working < AT_ONCE && queue.length > 0) {
          working += 1
          const address = queue.shift() ?? ''
          visit(address, personal)
            .then((found) => {
              working -= 1
              queue.push(...found)
              next()
            })
            .catch(failed)
        }
      }
      next()
    })
  }

  async function visit(address: string, personal: string[]): Promise<readonly string[]> {
    const stamp = stamps.get(address.replace(/\?page=\d+$/, '')) ?? ''
    const before = known?.pages[address]
    if (stamp !== '' && before?.stamp === stamp && !pages.has(address)) {
      for (const path of before.files) await keep(path)
      pages.set(address, before)
      return discovered(before.links, address)
    }
    const answer = await server.inject(address)
    const { statusCode, headers } = answer
    if (statusCode >= 500) throw new SiteFailed(address)
    const forOne =
      String(headers['cache-control']).includes('no-store') || headers['set-cookie'] !== undefined
    if (statusCode >= 300 && statusCode < 400) personal.push(address)
    else if (statusCode >= 400) {
      faults.push({ address, from: cameFrom.get(address) ?? '', text: `打不开（${statusCode}）` })
    } else if (forOne) personal.push(address)
    else return store(address, stamp, answer.rawPayload, String(headers['content-type']))
    addresses.isPersonal(address)
    if (!personal.includes(address)) personal.push(address)
    return []
  }

  async function store(address: string, stamp: string, payload: Buffer, type: string) {
    rendered += 1
    const target = addresses.targetOf(address, '/')
    if (target.kind !== 'file') return []
    const { file } = target
    const options = { addresses, address, file, live, scripts }
    let bytes: Uint8Array = payload
    let links: readonly string[] = []
    const rewrite = rewriterOf(file, type)
    if (rewrite !== undefined) {
      const rewritten = rewrite(payload.toString('utf8'), options)
      bytes = Buffer.from(rewritten.html)
      links = rewritten.links
    }
    const files = await putAll(file, bytes)
    pages.set(address, { stamp, files, links })
    return discovered(links, address)
  }

  async function putAll(file: string, bytes: Uint8Array): Promise<readonly string[]> {
    const all = await withCompressed(file, bytes)
    for (const each of all) await put(each.path, each.bytes)
    return all.map(({ path }) => path)
  }

  function discovered(links: readonly string[], from: string): readonly string[] {
    const found = links.filter((link) => !cameFrom.has(link))
    for (const link of found) cameFrom.set(link, from)
    return found
  }

  /** What the live host decides by cookie or by status lies under a name of its own. */
  async function extras(): Promise<void> {
    const files: string[] = []
    for (const view of ['plain', 'elder']) {
      const { rawPayload } = await server.inject({ url: '/view.css', cookies: { mingfu_view: view } })
      files.push(...(await putAll(`view-${view}.css`, rawPayload)))
    }
    const missing = await server.inject('/404')
    const options = { addresses, address: '/404', file: '404.html', live, scripts, fromRoot: true }
    files.push(...(await putAll('404.html', Buffer.from(rewritePage(missing.body, options).html))))
    pages.set('/404', { stamp: '', files, links: [] })
  }

  /** Files that are no page of the portal, remembered under an address of their own. */
  async function add(address: string, texts: ReadonlyMap<string, string>): Promise<void> {
    const files: string[] = []
    for (const [path, text] of texts) files.push(...(await putAll(path, Buffer.from(text))))
    pages.set(address, { stamp: '', files, links: [] })
  }

  return {
    run,
    add,
    pages: () => Object.fromEntries([...pages].sort(([a], [b]) => (a < b ? -1 : 1))),
    rendered: () => rendered,
    faults: () => faults,
  }
}

function rewriterOf(file: string, type: string) {
  if (file.startsWith('files/')) return undefined
  if (type.startsWith('text/html')) return rewritePage
  if (type.startsWith('text/css')) return rewriteStyle
  return /xml|json|text\/(?:csv|plain)/.test(type) ? rewriteText : undefined
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

import type { FastifyInstance } from 'fastify'
import { assetPath } from '../portal/static-files.ts'
import type { Addresses } from './addresses.ts'
import { withCompressed } from './compress.ts'
import { SiteFailed } from './errors.ts'
import type { ExportSite } from './export-site.ts'
import { digestOf, logged } from './reads/read-log.ts'
import type { WatchedRuntime } from './reads/watched-runtime.ts'
import { rewritePage } from './rewrite-page.ts'
import { rewriteStyle, rewriteText } from './rewrite-text.ts'
import { makeMemory, type PageMemory, type SiteMemory } from './site-memory.ts'
import { whatHolds } from './what-holds.ts'

export type SiteFault = Readonly<{ address: string; from: string; text: string }>

type Crawl = Pick<ExportSite, 'live' | 'put' | 'keep'> &
  Readonly<{
    server: FastifyInstance
    watched: WatchedRuntime
    addresses: Addresses
    known: SiteMemory | undefined
  }>

/** A page of this export: links by their address. */
type Page = Omit<PageMemory, 'links' | 'reads'> &
  Readonly<{ links: readonly string[]; reads: readonly number[] }>

const AT_ONCE = 4

/** What the static site does in the browser because no server is there to do it. */
const SCRIPTS = ['static-view.js', 'static-search.js']

/** Follows every link from the seeds on, and hands over each page as files: as it was where all that it read holds. */
export function makeCrawl({ server, watched, addresses, known, live, put, keep }: Crawl) {
  const pages = new Map<string, Page>()
  const faults: SiteFault[] = []
  const cameFrom = new Map<string, string>()
  const rendered = new Set<string>()
  const scripts = SCRIPTS.map(scriptOf)
  const memory = makeMemory()
  const holds = known && whatHolds(known, watched)
  const oldReads = new Map<number, number>()

  function scriptOf(name: string): string {
    const target = addresses.targetOf(assetPath(name), '/')
    return target.kind === 'file' ? target.file : ''
  }

  async function run(seeds: readonly string[]): Promise<void> {
    for (const name of SCRIPTS) cameFrom.set(assetPath(name), '/')
    for (const seed of seeds) cameFrom.set(seed, '')
    await recallLive()
    let queue = [...cameFrom.keys()]
    while (queue.length > 0) {
      await follow(queue)
      // Pages on which a link leads elsewhere than when they were made: to what turned out to be for one person, or
      // to a list that begins one page later.
      queue = [...pages]
        .filter(([address, page]) => leadsOf(page.links, address) !== page.leads)
        .map(([at]) => at)
    }
    await extras()
  }

  /** What only the live host answers is known before the first page is looked at. */
  async function recallLive(): Promise<void> {
    for (const [address, page] of Object.entries(known?.pages ?? {})) {
      if (page.file !== '' || !(await holds?.(page))) continue
      addresses.isPersonal(address)
      pages.set(address, { ...page, links: [], reads: recalled(page.reads) })
    }
  }

  async function follow(start: readonly string[]): Promise<void> {
    const queue = [...start]
    let working = 0
    await new Promise<void>((done, failed) => {
      const next = () => {
        if (queue.length === 0 && working === 0) return done()
        while (working < AT_ONCE && queue.length > 0) {
          working += 1
          visit(queue.shift() ?? '')
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

  async function visit(address: string): Promise<readonly string[]> {
    const before = pages.has(address) ? undefined : known?.pages[address]
    if (before !== undefined && before.file === fileOf(address) && (await holds?.(before))) {
      for (const path of before.files) await keep(path)
      const links = before.links.map((place) => known?.addresses[place] ?? '')
      pages.set(address, { ...before, links, reads: recalled(before.reads) })
      return discovered(links, address)
    }
    const { answer, log } = await called(address)
    const { statusCode, headers } = answer
    if (statusCode >= 500) throw new SiteFailed(address)
    if (statusCode >= 400) {
      faults.push({ address, from: cameFrom.get(address) ?? '', text: `打不开（${statusCode}）` })
      addresses.isPersonal(address)
      return []
    }
    const forOne =
      statusCode >= 300 ||
      String(headers['cache-control']).includes('no-store') ||
      headers['set-cookie'] !== undefined
    const reads = [...log.values()].map(({ read, digest }) => memory.placeOfRead(read, digest))
    if (forOne) {
      addresses.isPersonal(address)
      pages.set(address, { file: '', files: [], links: [], leads: leadsOf([], address), reads })
      return []
    }
    return store(address, reads, answer.rawPayload, String(headers['content-type']))
  }

  /** What a page makes on the way and keeps, like the copy of a document, it finds the second time. */
  async function called(address: string) {
    const call = async () => server.inject(address)
    const first = await logged(call)
    const { value: answer, log } = first.log.wrote ? await logged(call) : first
    return { answer, log }
  }

  async function store(address: string, reads: readonly number[], payload: Buffer, type: string) {
    const file = fileOf(address)
    if (file === '') return []
    rendered.add(address)
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
    pages.set(address, { file, files, links, leads: leadsOf(links, address), reads })
    return discovered(links, address)
  }

  function fileOf(address: string): string {
    const target = addresses.targetOf(address, '/')
    return target.kind === 'file' ? target.file : ''
  }

  function leadsOf(links: readonly string[], from: string): string {
    return digestOf(
      links.map((link) => {
        const target = addresses.targetOf(link, from)
        return target.kind === 'file' ? [target.file, target.saveAs] : target.kind
      }),
    )
  }

  async function putAll(file: string, bytes: Uint8Array): Promise<readonly string[]> {
    const all = await withCompressed(file, bytes)
    for (const each of all) await put(each.path, each.bytes)
    return all.map(({ path }) => path)
  }

  function discovered(links: readonly string[], from: string): readonly string[] {
    const found = links.filter(
      (link) => !cameFrom.has(link) && addresses.targetOf(link, from).kind === 'file',
    )
    for (const link of found) cameFrom.set(link, from)
    return found
  }

  function recalled(reads: readonly number[]): readonly number[] {
    return reads.map((place) => {
      const now = oldReads.get(place) ?? memory.placeOfOld(known, place)
      oldReads.set(place, now)
      return now
    })
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
    pages.set('/404', { file: '404.html', files, links: [], leads: '', reads: [] })
  }

  /** Files that are no page of the portal, under an address and a stamp of their own. */
  async function add(
    address: string,
    stamp: string,
    make: () => Promise<ReadonlyMap<string, string>>,
  ): Promise<void> {
    const before = known?.pages[address]
    if (before?.leads === stamp) {
      for (const path of before.files) await keep(path)
      pages.set(address, { ...before, links: [], reads: [] })
      return
    }
    const files: string[] = []
    for (const [path, text] of await make()) files.push(...(await putAll(path, Buffer.from(text))))
    pages.set(address, { file: address.slice(1), files, links: [], leads: stamp, reads: [] })
  }

  function remember(state: string, made: string): SiteMemory {
    const linked = new Set([...pages.values()].flatMap(({ links }) => links))
    const kept = [...pages]
      .filter(([address, { file, files }]) => file !== '' || files.length > 0 || linked.has(address))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([address, page]): [string, PageMemory] => [
        address,
        { ...page, links: page.links.map(memory.placeOfAddress) },
      ])
    return memory.done(state, made, Object.fromEntries(kept))
  }

  return { run, add, memory: remember, rendered: () => [...rendered].sort(), faults: () => faults }
}

function rewriterOf(file: string, type: string) {
  if (file.startsWith('files/')) return undefined
  if (type.startsWith('text/html')) return rewritePage
  if (type.startsWith('text/css')) return rewriteStyle
  return /xml|json|text\/(?:csv|plain)/.test(type) ? rewriteText : undefined
}

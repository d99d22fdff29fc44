import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import { NotFound } from '../errors.ts'
import { loggable } from '../loggable.ts'
import type { Runtime } from '../runtime.ts'
import { type Agency, findAgencyBySlug } from '../services/agencies/find-agency.ts'
import { readContentVersion } from '../services/content-version.ts'
import type { Context } from '../services/context.ts'
import { catalogueOf } from '../services/disclosure/catalogue-of.ts'
import { DEFAULT_THEME } from '../services/disclosure/portal-theme.ts'
import { findSite, type Site, themeOf } from '../services/disclosure/site.ts'
import { columnLink, withoutCounts } from './column-link.ts'
import { SYSTEMS } from './disclosure/visited-agency.ts'
import type { KeptPages } from './kept-pages.ts'
import { type Frame, renderPage } from './layout.tsx'
import { makePageCache, pack, type Rendered } from './page-cache.ts'
import { sendEncoded } from './send-page.ts'
import { rememberingValues, type ShareValue } from './shared-values.ts'

/** One call of a page: who asks, for what, in which frame. */
export type Visit = Readonly<{
  request: FastifyRequest
  params: Readonly<Record<string, string>>
  /** Of the query, only the names that the page declared, trimmed; empty ones are absent. */
  query: Readonly<Record<string, string>>
  /** Reads what is public. Pages about one request make their own context with `contextFor`. */
  ctx: Context
  frame: Frame
  /** `https://www.example.gov.cn`, for feeds and site maps, which need whole addresses. */
  origin: string
}>

export type View = (visit: Visit) => Promise<VNode | Rendered>

type PageOptions = Readonly<{
  /** Names of the query that this page reads; all others are ignored. */
  query?: readonly string[]
  /** Whole addresses stand in it, so that it depends on the name by which the site was called. */
  absolute?: boolean
  /** Not kept in memory: results of searches, which are too many. */
  fresh?: boolean
  /** How often one visitor may call it in a minute: pages whose cost the visitor decides. */
  perMinute?: number
}>

export type PortalOptions = Readonly<{
  kept?: KeptPages
  /** Of the static site, which asks for each page once: nothing is kept in memory, nothing compressed on the way. */
  share?: ShareValue
}>

export type Portal = ReturnType<typeof makePortal>

/** What pages are built with: cached pages for everybody, frames and contexts for personal ones. */
export function makePortal(server: FastifyInstance, runtime: Runtime, options: PortalOptions = {}) {
  const { kept, share: shared } = options
  const cache = makePageCache({
    readVersion: () => readContentVersion(runtime.db),
    onError: (error) => runtime.log('页面没有能够更新', loggable(error)),
  })

  function contextFor(request: FastifyRequest, scope: string): Context {
    return runtime.contextFor({ kind: 'public', ip: request.ip }, scope)
  }

  // What every page shows is read once for each state of what is public, not once a page.
  const share = shared ?? rememberingValues(cache.version)
  const siteOf = share('site', (): Promise<Site | undefined> => findSite(runtime))
  const looksOf = share('looks', async (agencyId) => {
    const site = await siteOf('')
    if (site === undefined) return undefined
    const agency = site.agencies.find((each) => each.agencyId === agencyId) ?? site.host
    return { theme: themeOf(site, agency), mark: site.marks.get(agency.agencyId) ?? null }
  })
  const columnsOf = share('columns', async (agencyId) => {
    const nodes = await catalogueOf(runtime, agencyId)
    const shown = nodes.filter(({ code, count }) => code !== SYSTEMS && count > 0)
    return { catalogue: nodes.map(withoutCounts), shown: shown.map(columnLink) }
  })

  async function baseOf(path: string) {
    const site = await siteOf('')
    if (site === undefined) throw new NotFound('网站的主办单位，请先建立机关')
    const domain = site.host.siteDomain
    const home = runtime.publicUrl?.replace(/\/+$/, '') ?? (domain === null ? null : `https://${domain}`)
    return { site, path, home }
  }

  async function frameOfSite(path: string): Promise<Frame> {
    const base = await baseOf(path)
    const looks = await looksOf('')
    return framed({ ...base, agency: null }, looks, undefined)
  }

  /** The frame of a page: the site and, when the path begins with one, the agency. Throws `NotFound`. */
  async function frameFor(request: FastifyRequest, query: readonly string[] = []): Promise<Frame> {
    const { agency: slug } = request.params as { agency?: string }
    if (slug === undefined) return frameOfSite(addressOf(request, query))
    const agency = await agencyAt(slug)
    if (agency === undefined) throw new NotFound('这个机关，请从首页进入')
    const base = await baseOf(addressOf(request, query))
    const looks = await looksOf(agency.agencyId)
    return framed({ ...base, agency }, looks, await columnsOf(agency.agencyId))
  }

  /** The agency at an address; what cannot be one is not even asked for. */
  async function agencyAt(slug: string): Promise<Agency | undefined> {
    return /^[a-z0-9][a-z0-9-]{0,62}$/.test(slug) ? findAgencyBySlug(runtime.db, slug) : undefined
  }

  async function visitOf(request: FastifyRequest, query: readonly string[]): Promise<Visit> {
    const frame = await frameFor(request, query)
    return {
      request,
      params: request.params as Record<string, string>,
      query: normalised(request.query, query),
      // No agency, no scope: a page for everybody sees no request at all.
      ctx: contextFor(request, frame.agency?.agencyId ?? ''),
      frame,
      origin: originOf(request, runtime),
    }
  }

  /** A page that is the same for everybody. */
  function page(path: string, options: PageOptions, view: View): void {
    const names = options.query ?? []
    const config = options.perMinute ? { rateLimit: { max: options.perMinute, timeWindow: '1 minute' } } : {}
    server.get(path, { config }, async (request, reply) => {
      const work = async () => asRendered(await view(await visitOf(request, names)))
      if (shared !== undefined) {
        const { type, body } = await work()
        return reply.header('cache-control', 'public').type(type).send(body)
      }
      if (options.fresh) return sendEncoded(request, reply, await pack(await work()), 'no-cache')
      const key = `${options.absolute ? originOf(request, runtime) : ''}${addressOf(request, names)}`
      sendEncoded(request, forProxies(reply), await cache.get(key, work), 'public, max-age=0, s-maxage=60')
      // Under its own address only: made-up queries would fill the memory of addresses.
      const { url } = request.raw
      if (!options.absolute && (url === key || url === `${key}/`) && reply.statusCode === 200) {
        kept?.learn(url, { route: path, find: () => cache.peek(key), headers: reply.getHeaders() })
      }
      return reply
    })
  }

  return { server, runtime, page, visitOf, frameFor, frameOfSite, contextFor, agencyAt }
}

/** Looks and columns count as read by the pages that show them, and by no other: downloads have a frame, too. */
function framed(
  base: Pick<Frame, 'site' | 'agency' | 'path' | 'home'>,
  looks: Pick<Frame, 'theme' | 'mark'> | undefined,
  columns: Readonly<{ shown: Frame['columns']; catalogue: Frame['catalogue'] }> | undefined,
): Frame {
  return {
    ...base,
    get theme() {
      return looks?.theme ?? DEFAULT_THEME
    },
    get mark() {
      return looks?.mark ?? null
    },
    get columns() {
      return columns?.shown ?? []
    },
    get catalogue() {
      return columns?.catalogue ?? []
    },
  }
}

/** A personal page: rendered for this visitor, kept nowhere. */
export function sendPersonal(reply: FastifyReply, page: VNode, status = 200): FastifyReply {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(renderPage(page))
}

function asRendered(answer: VNode | Rendered): Rendered {
  if ('body' in answer) return answer
  return { type: 'text/html; charset=utf-8', body: renderPage(answer) }
}

/** Browsers ask again each time and mostly get 304; a delivery network may serve a minute-old page while it asks. */
function forProxies(reply: FastifyReply): FastifyReply {
  return reply.header('cdn-cache-control', 'public, max-age=60, stale-while-revalidate=600')
}

/** The path without a last slash, and the query as far as the page reads it: the page's key, and the way back to it. */
function addressOf(request: FastifyRequest, names: readonly string[]): string {
  const path = request.url.split('?')[0]?.replace(/(?<=.)\/+$/, '') ?? '/'
  const query = new URLSearchParams(normalised(request.query, names)).toString()
  return query === '' ? path : `${path}?${query}`
}

function normalised(query: unknown, names: readonly string[]): Record<string, string> {
  const given = (query ?? {}) as Record<string, unknown>
  const kept: Record<string, string> = {}
  for (const name of [...names].sort()) {
    const value = given[name]
    const text =
      typeof value === 'string'
        ? value
            .replace(/\p{Cc}+/gu, ' ')
            .trim()
            .slice(0, 200)
        : ''
    if (text !== '') kept[name] = text
  }
  return kept
}

function originOf(request: FastifyRequest, runtime: Runtime): string {
  if (runtime.publicUrl !== undefined) return runtime.publicUrl.replace(/\/+$/, '')
  const host = /^[\w.:[\]-]{1,255}$/.test(request.host) ? request.host : 'localhost'
  return `${request.protocol}://${host}`
}

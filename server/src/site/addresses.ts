import type { SiteDocument } from '../services/disclosure/list-site-documents.ts'
import { pictureAddress } from '../services/disclosure/picture/text-picture.ts'

/** What a link on a page leads to: a file of the static site, something only the live host can do, or elsewhere. */
export type Target =
  | Readonly<{ kind: 'file'; address: string; file: string; hash: string; saveAs?: string }>
  | Readonly<{ kind: 'live'; address: string }>
  | Readonly<{ kind: 'other' }>

/** Pages that answer one person or one question: they stay where the database is. The console and the API, too. */
const LIVE = [
  /^\/(?:console|api|health|ready|metrics|view)(?:\/|$)/,
  /^\/apply(?:\/|$)/,
  /^\/[a-z0-9-]+\/apply\/./,
  /^\/tools(?:\/|$)/,
  /^\/[a-z0-9-]+\/subscribe(?:\/|$)/,
]
/** These keep their place as a page of the static site, but their answers to a question come from the live host. */
const ASKING = /^\/search$/

/** A file as the browser shows it is the file itself: the web server says how it is opened. */
const INLINE = /^(\/files\/[^/]+\/[0-9a-f-]+\/[0-9a-f-]+)\/inline$/

const GENERATED = /^\/files\/[^/]+\/(?:[^/]+\/text|annual\/\d{4})\/[a-z]+$/

/** Which address of the portal lies in which file, relative to the root of the static site. */
export function makeAddresses(documents: readonly SiteDocument[], url: string) {
  const origin = new URL(url).origin
  const files = new Map<string, Readonly<{ extension: string; saveAs: string }>>()
  for (const { slug, documentId, title, files: attached, pictures } of documents) {
    for (const { fileId, title: of, name } of attached) {
      const extension = extensionOf(name)
      files.set(`/files/${slug}/${documentId}/${fileId}`, { extension, saveAs: `${of}${extension}` })
    }
    for (const { fileId, name } of pictures)
      files.set(pictureAddress(fileId), { extension: extensionOf(name), saveAs: name })
    for (const type of ['docx', 'pdf'])
      files.set(`/files/${slug}/${documentId}/text/${type}`, { extension: '', saveAs: `${title}.${type}` })
  }
  /** Second and later pages of lists, in the order in which they were come upon: cursors become numbers. */
  const pages = new Map<string, number>()

  /** Pages that turned out to be for one person, with what else only the live host can do. */
  const personal = new Set<string>()

  function targetOf(href: string, from: string): Target {
    let at: URL
    try {
      at = new URL(href, `${origin}${from}`)
    } catch {
      return { kind: 'other' }
    }
    if (at.origin !== origin || !/^https?:$/.test(at.protocol)) return { kind: 'other' }
    const path = at.pathname.replace(/(?<=.)\/+$/, '')
    if (at.searchParams.get('page') === '1') at.searchParams.delete('page')
    const address = `${path}${at.search}`
    const asks = at.search !== '' && ASKING.test(path)
    const elsewhere = asks || personal.has(address) || LIVE.some((live) => live.test(path))
    if (elsewhere) return { kind: 'live', address: `${address}${at.hash}` }
    const file = fileOf(path, at.searchParams, address, from)
    if (file === undefined) return { kind: 'live', address: `${address}${at.hash}` }
    const saveAs = files.get(path)?.saveAs
    return { kind: 'file', address, file, hash: at.hash, ...(saveAs ? { saveAs: safeName(saveAs) } : {}) }
  }

  function fileOf(path: string, query: URLSearchParams, address: string, from: string): string | undefined {
    const bare = decodeURIComponent(path).slice(1)
    if (/(?:^|\/)\.|[\\:*?"<>|]|\p{Cc}/u.test(bare)) return undefined
    const names = [...query.keys()]
    const filters = names.filter((name) => name !== 'after' && name !== 'page')
    if (names.length - filters.length > 1 || filters.length > 1) return undefined
    const [filter] = filters
    const value = filter === undefined ? '' : (query.get(filter) ?? '')
    if (filter !== undefined && !/^[\w-]{1,64}$/.test(value)) return undefined
    const chosen = filter === undefined ? '' : `${filter}-${value}`
    if (GENERATED.test(path)) return bare.replace(/\/([a-z]+)$/, '.$1')
    const shown = INLINE.exec(path)?.[1] ?? path
    const known = files.get(shown)
    if (known !== undefined) return `${shown.slice(1)}${known.extension}`
    const named = /^(.*)(\.[a-z]{2,11})$/.exec(bare)
    if (named !== null) return chosen === '' ? bare : `${named[1]}.${chosen}${named[2]}`
    const folder = [bare, chosen].filter((part) => part !== '').join('/')
    const number = numberOf(query, address, from)
    const page = number === 1 ? 'index.html' : `index_${number}.html`
    return folder === '' ? page : `${folder}/${page}`
  }

  function numberOf(query: URLSearchParams, address: string, from: string): number {
    const page = query.get('page')
    if (page !== null && /^\d{1,6}$/.test(page)) return Math.max(1, Number(page))
    if (!query.has('after')) return 1
    const known = pages.get(address)
    if (known !== undefined) return known
    const number = (pages.get(from) ?? 1) + 1
    pages.set(address, number)
    return number
  }

  return { origin, targetOf, isPersonal: (address: string) => void personal.add(address) }
}

export type Addresses = ReturnType<typeof makeAddresses>

/** The way from one file of the site to another, as an address: it works on every host and from a folder too. */
export function wayFrom(from: string, to: string): string {
  const here = from.split('/').slice(0, -1)
  const there = to.split('/')
  let same = 0
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1
  const way = [...here.slice(same).map(() => '..'), ...there.slice(same).map(encodeURIComponent)]
  return way.join('/')
}

function extensionOf(name: string): string {
  return /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0].toLowerCase() ?? ''
}

function safeName(name: string): string {
  return name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')
}

import { promises as dns } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP } from 'node:net'
import type { LinkOutcome, WebProbe, WebVisit } from '../../services/site-health/web-probe.ts'
import { isPublicAddress } from './public-address.ts'

const MOST_REDIRECTS = 5
/** Enough for the head of a page, in which its title stands. */
const MOST_BYTES = 64 * 1024
const AGENT = 'Mingfu link check (government website maintenance)'

type Resolve = (host: string) => Promise<readonly string[]>

/** Addresses of a name as the machine resolves it; of an address, itself. */
const resolveAll: Resolve = async (host) =>
  isIP(host) === 0 ? (await dns.lookup(host, { all: true })).map(({ address }) => address) : [host]

/**
 * Calls the web from here. Every hop is resolved once, looked at, and called at the address that was looked at, so that
 * a name cannot lead into the house between the look and the call.
 */
export function nodeWebProbe({ resolve = resolveAll }: Readonly<{ resolve?: Resolve }> = {}): WebProbe {
  return {
    async visit(url, { own, timeoutMs }) {
      const begun = Date.now()
      const signal = AbortSignal.timeout(timeoutMs)
      const came = (what: Partial<WebVisit> & Pick<WebVisit, 'outcome'>): WebVisit => ({
        status: null,
        finalUrl: null,
        title: null,
        language: null,
        error: null,
        milliseconds: Date.now() - begun,
        ...what,
      })
      let at = url
      try {
        for (let hop = 0; hop <= MOST_REDIRECTS; hop += 1) {
          const target = new URL(at)
          const address = await placeOf(target, own, resolve)
          if (address === undefined) {
            return came({ outcome: 'refused', finalUrl: at, error: '不访问内部地址' })
          }
          const answer = await call(target, address, signal)
          const { status, location } = answer
          if (status >= 300 && status < 400 && location !== undefined) {
            at = new URL(location, target).href
            continue
          }
          const { title, language } = answer
          return came({ outcome: judge(status, url, at), status, finalUrl: at, title, language })
        }
        return came({ outcome: 'failing', finalUrl: at, error: '跳转次数过多' })
      } catch (error) {
        return came({ ...faultOf(error), finalUrl: at })
      }
    },
    async ipv6Of(host) {
      try {
        return await dns.resolve6(host)
      } catch (error) {
        const { code } = error as { code?: string }
        // No such record is an answer; a resolver that fails is not.
        if (code === 'ENODATA' || code === 'ENOTFOUND') return []
        throw error
      }
    },
  }
}

/** The address to call; `undefined` where it may not be called. */
async function placeOf(target: URL, own: string | null, resolve: Resolve): Promise<string | undefined> {
  if (!/^https?:$/.test(target.protocol)) return undefined
  const host = target.hostname.replace(/^\[|\]$/g, '')
  const isOwn = own !== null && target.host === own
  if (!isOwn && !['', '80', '443'].includes(target.port)) return undefined
  const addresses = await resolve(host)
  if (!isOwn && !addresses.every(isPublicAddress)) return undefined
  return addresses[0]
}

type Answer = Readonly<{
  status: number
  location: string | undefined
  title: string | null
  language: string | null
}>

function call(target: URL, address: string, signal: AbortSignal): Promise<Answer> {
  const { get } = target.protocol === 'https:' ? https : http
  return new Promise((resolve, reject) => {
    const request = get(
      target,
      {
        signal,
        headers: { 'user-agent': AGENT, accept: 'text/html,*/*;q=0.5', 'accept-language': 'zh-CN' },
        // The address that was looked at, whatever the name would say now.
        lookup: (_host, options, done) => {
          const family = isIP(address) === 6 ? 6 : 4
          const answer = done as (error: null, address: unknown, family?: number) => void
          if ((options as { all?: boolean }).all) answer(null, [{ address, family }])
          else answer(null, address, family)
        },
      },
      (response) => {
        const chunks: Buffer[] = []
        let size = 0
        const finish = () => {
          response.destroy()
          const type = response.headers['content-type'] ?? ''
          const head = /html/i.test(type) ? decodeHead(Buffer.concat(chunks), type) : ''
          resolve({
            status: response.statusCode ?? 0,
            location: response.headers.location,
            title: titleIn(head),
            language: /<html[^>]*\slang\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase() ?? null,
          })
        }
        response.on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          size += chunk.length
          if (size >= MOST_BYTES) finish()
        })
        response.on('end', finish)
        response.on('error', reject)
      },
    )
    request.on('error', reject)
  })
}

function decodeHead(bytes: Buffer, type: string): string {
  const rough = bytes.toString('latin1').slice(0, 4096)
  const named = (/charset=["']?([\w-]+)/i.exec(type) ?? /charset=["']?([\w-]+)/i.exec(rough))?.[1] ?? 'utf-8'
  try {
    return new TextDecoder(named).decode(bytes)
  } catch {
    return new TextDecoder().decode(bytes)
  }
}

function titleIn(head: string): string | null {
  const text = /<title[^>]*>([^<]*)<\/title>/i.exec(head)?.[1]?.replace(/\s+/g, ' ').trim() ?? ''
  return text === '' ? null : text.slice(0, 200)
}

function judge(status: number, asked: string, ended: string): LinkOutcome {
  if (status === 404 || status === 410) return 'missing'
  // Firewalls that turn programs away, and calls that ask for a person.
  if ([401, 403, 405, 406, 412, 418, 429, 503, 521].includes(status)) return 'unsure'
  if (status >= 400) return 'failing'
  return siteOf(asked) === siteOf(ended) ? 'ok' : 'elsewhere'
}

/** A site moves freely between `www.` and none. */
function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

function faultOf(error: unknown): Pick<WebVisit, 'outcome' | 'error'> {
  const { code, name, message } = error as { code?: string; name?: string; message?: string }
  if (code === 'ENOTFOUND') return { outcome: 'gone', error: '域名没有解析' }
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ABORT_ERR') {
    return { outcome: 'unreachable', error: '超过时间没有打开' }
  }
  if (code === 'ERR_INVALID_URL') return { outcome: 'failing', error: '网址写法不正确' }
  return { outcome: 'unreachable', error: code ?? message ?? '打不开' }
}

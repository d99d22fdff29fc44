import { createServer } from 'node:http'
import { onTestFinished } from 'vitest'

type Call = Readonly<{ path: string; query: URLSearchParams; raw: string; body: Record<string, unknown> }>
type Answer = Readonly<Record<string, unknown>>

/**
 * 公众号平台 on loopback, as its documents describe it: tokens that end, a library of pictures, drafts that are gone
 * once they were published, publications that take their time. `say` sets what the next calls of a path get instead.
 */
export async function aWechatPlatform(account = { appid: 'wx-test', secret: 'geheim' }) {
  const calls: Call[] = []
  const scripted: { path: string; answer: Answer; status: number }[] = []
  const drafts = new Map<string, Record<string, unknown>>()
  const publications = new Map<string, { draft: Record<string, unknown>; status: number; deleted: boolean }>()
  let token = 'token-1'
  let made = 1
  /** What a publication becomes when it is asked about. */
  let outcome = 0

  const ANSWERS: Readonly<Record<string, (call: Call) => Answer>> = {
    '/cgi-bin/stable_token': ({ body }) => {
      if (body.appid !== account.appid) return { errcode: 40013, errmsg: 'invalid appid' }
      if (body.secret !== account.secret) return { errcode: 40125, errmsg: 'invalid appsecret' }
      if (body.grant_type !== 'client_credential') return { errcode: 40002, errmsg: 'invalid grant_type' }
      if (body.force_refresh === true) token = `token-${++made}`
      return { access_token: token, expires_in: 7200 }
    },
    '/cgi-bin/media/uploadimg': ({ raw }) =>
      raw.includes('name="media"; filename=')
        ? { url: `https://mmbiz.qpic.cn/p/${++made}` }
        : { errcode: 41005, errmsg: 'media data missing' },
    '/cgi-bin/material/add_material': ({ raw, query }) =>
      raw.includes('name="media"; filename=') && query.get('type') === 'image'
        ? { media_id: `cover-${++made}`, url: 'https://mmbiz.qpic.cn/c' }
        : { errcode: 41005, errmsg: 'media data missing' },
    '/cgi-bin/draft/add': ({ body, raw }) => {
      if (/\\u[0-9a-f]{4}/i.test(raw)) return { errcode: 47001, errmsg: 'data format error' }
      const [article] = body.articles as readonly Record<string, unknown>[]
      if (article === undefined || article.content === '') return { errcode: 44003, errmsg: 'empty news' }
      if (!String(article.thumb_media_id).startsWith('cover-'))
        return { errcode: 40007, errmsg: 'invalid media_id' }
      if ([...String(article.title)].length > 32) return { errcode: 45003, errmsg: 'title size out of limit' }
      const id = `draft-${++made}`
      drafts.set(id, article)
      return { media_id: id }
    },
    '/cgi-bin/freepublish/submit': ({ body }) => {
      const draft = drafts.get(String(body.media_id))
      if (draft === undefined) return { errcode: 40007, errmsg: 'invalid media_id' }
      drafts.delete(String(body.media_id))
      const id = String(2_247_483_647 + ++made)
      publications.set(id, { draft, status: 1, deleted: false })
      return { errcode: 0, errmsg: 'ok', publish_id: Number(id), msg_data_id: 1 }
    },
    '/cgi-bin/freepublish/get': ({ body }) => {
      const publication = publications.get(String(body.publish_id))
      if (typeof body.publish_id !== 'string' || publication === undefined)
        return { errcode: 47001, errmsg: 'data format error' }
      publication.status = outcome
      if (outcome !== 0) return { publish_id: body.publish_id, publish_status: outcome, fail_idx: [] }
      return {
        publish_id: body.publish_id,
        publish_status: 0,
        article_id: `article-${body.publish_id}`,
        article_detail: {
          count: 1,
          item: [{ idx: 1, article_url: `https://mp.weixin.qq.com/s/${body.publish_id}` }],
        },
        fail_idx: [],
      }
    },
    '/cgi-bin/freepublish/delete': ({ body }) => {
      const publication = publications.get(String(body.article_id).replace('article-', ''))
      if (publication === undefined) return { errcode: 40007, errmsg: 'invalid media_id' }
      publication.deleted = true
      return { errcode: 0, errmsg: 'ok' }
    },
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const url = new URL(request.url ?? '/', 'http://loopback')
      const raw = Buffer.concat(chunks).toString()
      const isJson = request.headers['content-type']?.startsWith('application/json') === true
      const body = isJson ? (JSON.parse(raw) as Record<string, unknown>) : {}
      const call = { path: url.pathname, query: url.searchParams, raw, body }
      calls.push(call)
      const at = scripted.findIndex(({ path }) => path === url.pathname)
      const said = at < 0 ? undefined : scripted.splice(at, 1)[0]
      const isToken = url.pathname.endsWith('stable_token')
      const answer = said?.answer ?? (isToken || call.query.get('access_token') === token ? undefined : STALE)
      const reply = answer ??
        (request.method === 'POST'
          ? ANSWERS[url.pathname]?.(call)
          : { errcode: 43002, errmsg: 'require POST' }) ?? {
          errcode: 48001,
          errmsg: 'api unauthorized',
        }
      response.writeHead(said?.status ?? 200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(reply))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return {
    settings: {
      appId: account.appid,
      secret: account.secret,
      url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
      agency: null,
    },
    calls,
    publications,
    say: (path: string, answer: Answer, status = 200) => void scripted.push({ path, answer, status }),
    /** The token ends before its time, as when another program forces a new one. */
    endToken: () => {
      token = `token-${++made}`
    },
    become: (status: number) => {
      outcome = status
    },
    countOf: (path: string) => calls.filter((call) => call.path === path).length,
  }
}

const STALE = { errcode: 42001, errmsg: 'access_token expired' }

import { createServer, type Server } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { keptPages } from './kept-pages.ts'
import { type CachedPage, pack } from './page-cache.ts'

let server: Server | undefined
afterEach(() => new Promise((done) => (server?.listening ? server.close(done) : done(null))))

const HEADERS = {
  'content-security-policy': "default-src 'self'",
  'cache-control': 'public, max-age=0',
  'x-request-id': 'of the first',
  'content-length': '1',
  etag: 'of the first',
}

/** A server that answers what lies in memory, and 299 where it takes the long way. */
async function serving(find: () => CachedPage | undefined) {
  const counted: string[] = []
  const kept = keptPages((route, status) => counted.push(`${route} ${status}`))
  kept.learn('/yahe', { route: '/:agency', find, headers: HEADERS })
  const listening = createServer((request, response) => {
    if (!kept.answer(request, response)) response.writeHead(299).end()
  })
  server = listening
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  const address = listening.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const ask = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${port}${path}`, init)
  return { ask, counted }
}

describe('现成的页面', () => {
  it('answers a known address with the page, its headers, and a number of its own', async () => {
    const page = await pack({ type: 'text/html; charset=utf-8', body: '<p>公开</p>'.repeat(50) })
    const { ask, counted } = await serving(() => page)
    const first = await ask('/yahe', { headers: { 'accept-encoding': 'gzip' } })
    expect([first.status, first.headers.get('content-security-policy'), first.headers.get('vary')]).toEqual([
      200,
      "default-src 'self'",
      'accept-encoding',
    ])
    expect(await first.text()).toBe('<p>公开</p>'.repeat(50))
    const second = await ask('/yahe', { headers: { 'accept-encoding': 'identity' } })
    expect(await second.text()).toBe('<p>公开</p>'.repeat(50))
    const ids = [first, second].map(({ headers }) => headers.get('x-request-id'))
    expect(new Set([...ids, 'of the first']).size).toBe(3)
    expect(first.headers.get('etag')).not.toBe(second.headers.get('etag'))
    expect(counted).toEqual(['/:agency 200', '/:agency 200'])
  })

  it('says that the browser has it, and with which caching', async () => {
    const page = await pack({ type: 'text/html; charset=utf-8', body: '<p>公开</p>' })
    const { ask } = await serving(() => page)
    const etag = (await ask('/yahe')).headers.get('etag') ?? ''
    const again = await ask('/yahe', { headers: { 'if-none-match': etag } })
    expect([again.status, again.headers.get('cache-control'), await again.text()]).toEqual([
      304,
      'public, max-age=0',
      '',
    ])
    expect((await ask('/yahe', { headers: { 'if-none-match': '"other"' } })).status).toBe(299)
  })

  it('leaves everything else to the long way', async () => {
    const page = await pack({ type: 'text/html; charset=utf-8', body: '<p>公开</p>' })
    let holds: CachedPage | undefined = page
    const { ask } = await serving(() => holds)
    expect((await ask('/other')).status).toBe(299)
    expect((await ask('/yahe?x=1')).status).toBe(299)
    expect((await ask('/yahe', { method: 'POST' })).status).toBe(299)
    holds = undefined
    expect((await ask('/yahe')).status).toBe(299)
    const changed = await pack({ type: 'text/html; charset=utf-8', body: '<p>更正</p>' })
    holds = changed
    expect(await (await ask('/yahe')).text()).toBe('<p>更正</p>')
  })
})

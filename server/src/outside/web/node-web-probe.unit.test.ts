import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeWebProbe } from './node-web-probe.ts'

let server: Server
let own: string
const seen: string[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(`${request.headers.host}${request.url}`)
    const page = (title: string, lang = 'zh-CN') =>
      `<html lang="${lang}"><head><title>${title}</title></head></html>`
    const html = { 'content-type': 'text/html; charset=utf-8' }
    switch (request.url) {
      case '/gbk':
        response.writeHead(200, { 'content-type': 'text/html; charset=gbk' })
        return response.end(Buffer.from('3c7469746c653eb9abb8e63c2f7469746c653e', 'hex'))
      case '/moved':
        return response.writeHead(302, { location: '/' }).end()
      case '/round':
        return response.writeHead(302, { location: '/round' }).end()
      case '/inside':
        return response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()
      case '/file':
        return response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      case '/missing':
        return response.writeHead(404).end()
      case '/broken':
        return response.writeHead(500).end()
      case '/guarded':
        return response.writeHead(403).end()
      case '/never':
        return undefined
      case '/endless':
        response.writeHead(200, html)
        response.write(page('很长'))
        for (let chunk = 0; chunk < 100; chunk += 1) response.write('x'.repeat(10_000))
        return undefined
      default:
        return response.writeHead(200, html).end(page('停车管理办法'))
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  own = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})

const visit = (path: string, timeoutMs = 10_000) =>
  nodeWebProbe().visit(`http://${own}${path}`, { own, timeoutMs })

describe('calling the web', () => {
  it('reads what a page says it is, in whatever encoding', async () => {
    expect(await visit('/')).toMatchObject({
      outcome: 'ok',
      status: 200,
      title: '停车管理办法',
      language: 'zh-cn',
    })
    expect(await visit('/gbk')).toMatchObject({ outcome: 'ok', title: '公告' })
    expect(await visit('/moved')).toMatchObject({ outcome: 'ok', finalUrl: `http://${own}/` })
    expect(await visit('/endless')).toMatchObject({ outcome: 'ok', title: '很长' })
  })

  // biome-ignore format: a table
  const CASES = [
    ['/missing', 'missing', 404], ['/broken', 'failing', 500], ['/guarded', 'unsure', 403], ['/round', 'failing', null],
    ['/inside', 'refused', null], ['/file', 'refused', null],
  ] as const
  it.each(CASES)('%s is %s', async (path, outcome, status) => {
    expect(await visit(path)).toMatchObject({ outcome, status })
  })

  it('waits no longer than it was told', async () => {
    expect(await visit('/never', 300)).toMatchObject({ outcome: 'unreachable', error: '超过时间没有打开' })
  })

  it('enters no private network for a link, by address, by name or by an odd port', async () => {
    const before = seen.length
    const probe = nodeWebProbe({
      resolve: async (host) => [host === 'inside.example' ? '10.0.0.1' : '127.0.0.1'],
    })
    for (const url of [`http://${own}/`, 'http://inside.example/', 'http://name.example/', 'http://[::1]/']) {
      expect(await probe.visit(url, { own: null, timeoutMs: 1000 })).toMatchObject({ outcome: 'refused' })
    }
    const outside = nodeWebProbe({ resolve: async () => ['8.8.8.8'] })
    expect(await outside.visit('http://name.example:6379/', { own: null, timeoutMs: 1000 })).toMatchObject({
      outcome: 'refused',
    })
    expect(seen).toHaveLength(before)
  })

  it('tells a name that is gone, and one that leads elsewhere', async () => {
    const gone = nodeWebProbe({
      resolve: async () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' })),
    })
    expect(await gone.visit('http://gone.example/', { own: null, timeoutMs: 1000 })).toMatchObject({
      outcome: 'gone',
      error: '域名没有解析',
    })
  })
})

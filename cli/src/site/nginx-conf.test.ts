import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { captured } from '../testing/captured.ts'
import { nginxConf } from './nginx-conf.ts'

const LIVE = 'https://gk.example.gov.cn'
const hasNginx = spawnSync('nginx', ['-v']).status === 0

describe('the configuration as text', () => {
  const conf = nginxConf({ serverName: 'www.example.gov.cn', root: '/srv/site', listen: '80', live: LIVE })

  test('shows only what is current, and sends what is compressed already', () => {
    expect(conf).toContain('root /srv/site/current;')
    expect(conf).toContain('gzip_static on;')
    expect(conf).toContain('error_page 404 /404.html;')
  })

  test('a place with headers of its own repeats all the others, for nginx inherits none', () => {
    const places = conf.split(/\n {2}location /).slice(1)
    const served = places.filter((place) => /try_files|rewrite/.test(place))
    expect(served.length).toBe(5)
    for (const place of served) {
      const isPdf = place.includes('pdf$')
      expect(place).toContain(isPdf ? "frame-ancestors 'self'" : `form-action 'self' ${LIVE};`)
      expect(place.includes('Content-Disposition attachment')).toBe(place.startsWith('/files/'))
      expect(place).toContain('X-Content-Type-Options "nosniff"')
    }
  })

  test('what would break out of the configuration is refused', async () => {
    const { code, err } = await captured('site', 'nginx', '/srv/a;b', '--name', 'www.example.gov.cn')
    expect([code, err]).toEqual([2, expect.stringContaining('请换一个目录')])
    expect((await captured('site', 'nginx', '/srv/a', '--name', 'a b')).code).toBe(2)
  })
})

// On a machine without nginx its behaviour cannot be seen; the text above is checked everywhere.
describe.runIf(hasNginx)('the configuration in nginx', () => {
  let folder: string
  let server: ChildProcess
  let at: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'mingfu-nginx-'))
    chmodSync(folder, 0o755)
    const port = await freePort()
    at = `http://127.0.0.1:${port}`
    const put = (path: string, bytes: string | Uint8Array) => {
      mkdirSync(join(folder, 'current', path, '..'), { recursive: true })
      writeFileSync(join(folder, 'current', path), bytes)
    }
    put('index.html', '首页')
    put('index.html.gz', gzipSync('首页'))
    put('404.html', '没有找到')
    put('yahe/guide/index.html', '指南')
    put('files/yahe/1/2.html', '<script>')
    put('view-plain.css', '/* 标准 */')
    put('view-elder.css', '/* 长者 */')
    const site = nginxConf({ serverName: 'localhost', root: folder, listen: `127.0.0.1:${port}`, live: LIVE })
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
      .map((name) => `${name}_temp_path ${folder}/tmp-${name};`)
      .join('\n')
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; events {}\nhttp { access_log off; ${temporary}\n${site}}\n`,
    )
    server = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf')], { stdio: 'ignore' })
    for (let tries = 0; tries < 200; tries += 1) {
      if (
        await fetch(at).then(
          () => true,
          () => false,
        )
      )
        return
      await pause(50)
    }
    throw new Error('nginx did not start')
  })
  afterAll(async () => {
    const gone = new Promise((done) => server.once('exit', done))
    server.kill('SIGQUIT')
    await gone
    rmSync(folder, { recursive: true, force: true })
  })
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${at}${path}`, { headers, redirect: 'manual' })

  test('sends pages, compressed where taken, with the portal’s headers', async () => {
    const page = await get('/', { 'accept-encoding': 'gzip' })
    expect(await page.text()).toBe('首页')
    expect(page.headers.get('content-encoding')).toBe('gzip')
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('x-content-type-options')).toBe('nosniff')
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'")
  })

  test('leads addresses of the live portal to their page', async () => {
    const page = await get('/yahe/guide')
    expect([page.status, page.headers.get('location')]).toEqual([301, '/yahe/guide/'])
    expect(await (await get('/yahe/guide/')).text()).toBe('指南')
  })

  test('answers what is not there with the page for it, with headers too', async () => {
    const page = await get('/yahe/none')
    expect([page.status, await page.text()]).toEqual([404, '没有找到'])
    expect(page.headers.get('x-frame-options')).toBe('SAMEORIGIN')
    expect((await get('/../pid')).status).toBe(404)
    expect((await fetch(at, { method: 'POST' })).status).toBe(403)
  })

  test('lets no attachment run as a page', async () => {
    expect((await get('/files/yahe/1/2.html')).headers.get('content-disposition')).toBe('attachment')
  })

  test('keeps 长者模式 without scripts, and leads nowhere else', async () => {
    const turn = await get('/view/elder/yahe/guide/')
    expect([turn.status, turn.headers.get('location')]).toEqual([303, '/yahe/guide/'])
    expect(turn.headers.get('set-cookie')).toContain('mingfu_view=elder')
    expect(await (await get('/view.css', { cookie: 'mingfu_view=elder' })).text()).toContain('长者')
    expect(await (await get('/view.css')).text()).toContain('标准')
    for (const evil of [
      '/view/elder//evil.example/',
      '/view/elder/%0d%0aSet-Cookie:a=b',
      '/view/elder/%5c%5cevil/',
    ]) {
      const answer = await get(evil)
      const to = answer.headers.get('location') ?? '/'
      expect([evil, to.startsWith('//'), answer.headers.get('set-cookie')?.includes('a=b') ?? false]).toEqual(
        [evil, false, false],
      )
    }
  })
})

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_COOKIE } from './api/plugin.ts'

/** 管理台, as Vite built it. antd writes its styles at run time, so its page alone gets a style nonce. */
export async function consolePlugin(app: FastifyInstance): Promise<void> {
  const folder = consoleFolder()
  if (folder === undefined) return
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/console/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
  })
  const send = (request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    const session = request.cookies[SESSION_COOKIE] === undefined ? 'none' : 'maybe'
    return reply
      .header('content-security-policy', policy(nonce))
      .header('cache-control', 'no-store')
      .header('x-robots-tag', 'noindex')
      .type('text/html; charset=utf-8')
      .send(page.replaceAll('%NONCE%', nonce).replace('%SESSION%', session))
  }
  app.get('/console', send)
  app.get('/console/*', send)
}

/** Style attributes are written by the editor and the charts; they cannot carry a nonce, nor load anything. */
function policy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** The last build of the console: a file beside the builds names its folder. */
function consoleFolder(): string | undefined {
  const bundled = dirname(import.meta.dirname)
  const dist = basename(bundled) === 'dist' ? bundled : join(import.meta.dirname, '../../dist')
  try {
    const folder = join(dist, readFileSync(join(dist, 'console.current'), 'utf8'))
    return existsSync(join(folder, 'index.html')) ? folder : undefined
  } catch {
    return undefined
  }
}

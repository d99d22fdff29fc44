import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { SessionCookie } from './api/agencies.ts'
import { AREAS, registerApi } from './api/index.ts'
import { openApiDocument } from './api/open-api.ts'
import { apiRouter } from './api/route.ts'
import { Forbidden, NotFound, NotSignedIn, TooMany } from './errors.ts'
import { watchRequests } from './metrics.ts'
import { portalPlugin } from './portal/plugin.ts'
import { problemOf } from './problem.ts'
import type { Runtime } from './runtime.ts'
import { findSession } from './services/agencies/session.ts'
import type { Actor, Context } from './services/context.ts'

const COOKIE = 'mingfu_session'
const MEGABYTE = 1024 * 1024

/** The whole program as one HTTP server: API, console, portal. It does not listen yet. */
export async function buildApp(runtime: Runtime): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: runtime.trustProxy,
    bodyLimit: 2 * MEGABYTE,
    logger: false,
    routerOptions: { ignoreTrailingSlash: true },
    genReqId: () => randomBytes(8).toString('hex'),
  })
  const metrics = watchRequests(app)
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody, { bodyLimit: MEGABYTE })
  await app.register(fastifyMultipart, {
    limits: { fileSize: 20 * MEGABYTE, files: 10, fields: 100, fieldSize: MEGABYTE },
  })
  await app.register(fastifyRateLimit, {
    global: false,
    errorResponseBuilder: () => new TooMany('操作过于频繁，请过一会儿再试'),
  })
  await app.register(fastifyHelmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Browsers refuse HSTS over plain HTTP anyway; a proxy that ends TLS sets it.
    strictTransportSecurity: false,
  })
  app.setErrorHandler((error, request, reply) => answerProblem(runtime, error, request, reply))

  health(app, runtime, metrics)
  await app.register(
    (api, _options, done) => {
      apiPlugin(api, runtime)
      done()
    },
    { prefix: '/api/v1' },
  )
  app.get('/api/openapi.json', () => openApiDocument(AREAS))
  await app.register(consolePlugin)
  await app.register(portalPlugin, { runtime })
  return app
}

function apiPlugin(api: FastifyInstance, runtime: Runtime): void {
  const cookie: SessionCookie = {
    read: (request) => request.cookies[COOKIE],
    write: (reply, token) =>
      void reply.setCookie(COOKIE, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: reply.request.protocol === 'https',
      }),
    clear: (reply) => void reply.clearCookie(COOKIE, { path: '/' }),
  }
  api.addHook('onRequest', async (request) => refuseForeignOrigin(request, runtime))
  api.setNotFoundHandler(() => {
    throw new NotFound('这个接口')
  })
  registerApi(
    apiRouter(api, {
      async contextOf(request, access) {
        const visitor: Actor = { kind: 'public', ip: request.ip }
        if (access === 'public') return runtime.contextFor(visitor, 'all')
        return staffContext(request, runtime, cookie)
      },
    }),
    cookie,
  )
}

async function staffContext(
  request: FastifyRequest,
  runtime: Runtime,
  cookie: SessionCookie,
): Promise<Context> {
  const token = cookie.read(request)
  const session = token === undefined ? undefined : await findSession(runtime.db, token, new Date())
  if (session === undefined) throw new NotSignedIn()
  const selfService = /\/(me|me\/password|sign-out)$/.test(request.routeOptions.url ?? '')
  if (session.mustChangePassword && !selfService) throw new Forbidden('请先修改初始密码，再办理其他事项')
  return runtime.contextFor(session.actor, session.actor.agencyId)
}

/** A page of another site may not act with our cookie: SameSite keeps it away, and so does this (CSRF). */
function refuseForeignOrigin(request: FastifyRequest, runtime: Runtime): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  if (origin === undefined) return
  const ours = runtime.publicUrl === undefined ? request.host : new URL(runtime.publicUrl).host
  if (!URL.canParse(origin) || new URL(origin).host !== ours) throw new Forbidden('请从本站的页面提交')
}

function answerProblem(runtime: Runtime, error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemOf(error)
  if (problem.status >= 500) runtime.log(`${request.method} ${request.url}`, error)
  return reply.status(problem.status).type('application/problem+json').send(problem)
}

function health(app: FastifyInstance, runtime: Runtime, metrics: () => string): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await runtime.db.selectFrom('counter').select('value').limit(1).execute()
      return { status: 'ok' }
    } catch {
      return reply.status(503).send({ status: 'database-unreachable' })
    }
  })
  app.get('/metrics', (_request, reply) => reply.type('text/plain; version=0.0.4').send(metrics()))
}

/** The console as Vite built it; antd writes its styles at run time, so that page alone gets a style nonce. */
async function consolePlugin(app: FastifyInstance): Promise<void> {
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
  const send = (_request: FastifyRequest, reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64')
    return reply
      .header(
        'content-security-policy',
        `default-src 'self'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      )
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page.replace('%NONCE%', nonce))
  }
  app.get('/console', send)
  app.get('/console/*', send)
}

function consoleFolder(): string | undefined {
  const places = [join(import.meta.dirname, 'console'), join(import.meta.dirname, '../../dist/console')]
  return places.find((place) => existsSync(join(place, 'index.html')))
}

import { createHash, randomBytes } from 'node:crypto'
import type { RequestListener } from 'node:http'
import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyHelmet from '@fastify/helmet'
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import { AREAS } from './api/index.ts'
import { openApiDocument } from './api/open-api.ts'
import { apiPlugin, SESSION_COOKIE } from './api/plugin.ts'
import { answerProblem } from './api/problem-answer.ts'
import { consolePlugin } from './console-plugin.ts'
import { TooMany } from './errors.ts'
import { healthRoutes } from './health.ts'
import { identityPlugin } from './identity-plugin.ts'
import { watchRequests } from './metrics.ts'
import { type KeptPages, keptPages } from './portal/kept-pages.ts'
import { portalPlugin } from './portal/plugin.ts'
import type { Runtime } from './runtime.ts'
import { answerUnreadable } from './unreadable-request.ts'

const MEGABYTE = 1024 * 1024

/** The whole program as one HTTP server: API, console, portal. It does not listen yet. */
export async function buildApp(runtime: Runtime): Promise<FastifyInstance> {
  const app = fastify({
    trustProxy: runtime.trustProxy,
    bodyLimit: 2 * MEGABYTE,
    logger: false,
    routerOptions: { ignoreTrailingSlash: true },
    clientErrorHandler: answerUnreadable,
    genReqId: () => randomBytes(8).toString('hex'),
    frameworkErrors: (error, request, reply) => void answerProblem(runtime, error, request, reply),
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.setErrorHandler((error, request, reply) => answerProblem(runtime, error, request, reply))
  await app.register(fastifyCookie)
  await app.register(fastifyFormbody, { bodyLimit: MEGABYTE })
  await app.register(fastifyMultipart, {
    limits: { fileSize: 20 * MEGABYTE, files: 10, fields: 100, fieldSize: MEGABYTE },
  })
  await app.register(fastifyRateLimit, {
    global: false,
    keyGenerator: callerOf,
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

  const metrics = watchRequests(app)
  const kept = keptPages((route, status, seconds) => metrics.count('GET', route, status, seconds))
  answerKeptFirst(app, kept)
  healthRoutes(app, runtime, metrics)
  app.get('/api/openapi.json', () => openApiDocument(AREAS))
  await app.register(apiPlugin, { prefix: '/api/v1', runtime })
  identityPlugin(app, runtime)
  await app.register(consolePlugin)
  await app.register(portalPlugin, { runtime, kept })
  return app
}

/** What lies in memory is answered before the router sees the request; `inject` has no socket and always goes there. */
function answerKeptFirst({ server }: FastifyInstance, kept: KeptPages): void {
  const listeners = server.listeners('request') as ((...request: Parameters<RequestListener>) => void)[]
  server.removeAllListeners('request')
  server.on('request', (request, response) => {
    if (kept.answer(request, response)) return
    for (const listener of listeners) listener.call(server, request, response)
  })
}

/**
 * Whose calls are counted together: of staff, a session's, for many people of one office share an address; of all
 * others an address's. There a made-up session for each call would be no limit at all.
 */
function callerOf(request: FastifyRequest): string {
  const forStaff = request.routeOptions.config.access === 'staff'
  const token = forStaff ? request.cookies[SESSION_COOKIE] : undefined
  return token === undefined ? request.ip : createHash('sha256').update(token).digest('base64')
}

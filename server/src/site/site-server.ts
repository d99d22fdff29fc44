import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyMultipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { portalPlugin } from '../portal/plugin.ts'
import type { WatchedRuntime } from './reads/watched-runtime.ts'

/** The portal alone, called in this process and never listened to: it has no limit on how often it is asked. */
export async function siteServer({
  runtime,
  share,
}: Pick<WatchedRuntime, 'runtime' | 'share'>): Promise<FastifyInstance> {
  const server = fastify({ logger: false, routerOptions: { ignoreTrailingSlash: true } })
  await server.register(fastifyCookie)
  await server.register(fastifyFormbody)
  await server.register(fastifyMultipart)
  await server.register(portalPlugin, { runtime, share })
  await server.ready()
  return server
}

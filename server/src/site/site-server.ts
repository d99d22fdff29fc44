import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyMultipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { portalPlugin } from '../portal/plugin.ts'
import type { Runtime } from '../runtime.ts'

/** The portal alone, called in this process and never listened to: it has no limit on how often it is asked. */
export async function siteServer(runtime: Runtime, url: string): Promise<FastifyInstance> {
  const server = fastify({ logger: false, routerOptions: { ignoreTrailingSlash: true } })
  await server.register(fastifyCookie)
  await server.register(fastifyFormbody)
  await server.register(fastifyMultipart)
  await server.register(portalPlugin, { runtime: { ...runtime, publicUrl: url } })
  await server.ready()
  return server
}

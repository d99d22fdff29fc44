import fastifyCookie from '@fastify/cookie'
import fastifyFormbody from '@fastify/formbody'
import fastifyMultipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import type { Runtime } from '../../runtime.ts'
import { portalPlugin } from '../plugin.ts'

/** The portal alone, on a server with what the program gives it. */
export async function portalServer(runtime: Runtime): Promise<FastifyInstance> {
  const server = fastify({ routerOptions: { ignoreTrailingSlash: true } })
  await server.register(fastifyCookie)
  await server.register(fastifyFormbody)
  await server.register(fastifyMultipart, { limits: { fileSize: 20 * 1024 * 1024, files: 10 } })
  await server.register(portalPlugin, { runtime })
  return server
}

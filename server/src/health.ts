import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Metrics } from './metrics.ts'
import type { Runtime } from './runtime.ts'

/** 存活、就绪、指标: for whoever watches over the machine. */
export function healthRoutes(app: FastifyInstance, runtime: Runtime, metrics: Metrics): void {
  app.get('/healthz', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, reply) => {
    try {
      await sql`select 1`.execute(runtime.db)
      return { status: 'ok' }
    } catch {
      return reply.status(503).send({ status: 'database-unreachable' })
    }
  })
  app.get('/metrics', (_request, reply) => reply.type('text/plain; version=0.0.4').send(metrics.text()))
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { loggable } from '../loggable.ts'
import { problemOf } from '../problem.ts'
import type { Runtime } from '../runtime.ts'

/** Answers an error as RFC 9457, or as a plain page where a person is looking. Only what is ours to mend is logged. */
export function answerProblem(
  runtime: Runtime,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const problem = problemOf(error)
  if (problem.status >= 500)
    runtime.log(`${request.id} ${request.method} ${pathOf(request)}`, loggable(error))
  reply.status(problem.status).header('cache-control', 'no-store')
  const wantsPage = request.headers.accept?.includes('text/html') === true
  if (!wantsPage || request.url.startsWith('/api/')) {
    return reply.type('application/problem+json').send(problem)
  }
  return reply.type('text/html; charset=utf-8').send(page(problem.title))
}

/** Without the query, in which a name or a number may stand. */
function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? ''
}

/** Sentences of our own only, so there is nothing to escape. */
function page(sentence: string): string {
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>没有办成</title><h1>没有办成</h1><p>${sentence}</p><p><a href="/">返回首页</a></p></html>`
}

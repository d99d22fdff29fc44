import type { FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../errors.ts'
import { type ProblemAnswer, problemOf } from '../problem.ts'
import { type Frame, Layout } from './layout.tsx'
import { type Portal, sendPersonal } from './portal.ts'

/** Errors as pages, in Chinese, with what to do next. */
export function registerErrors(portal: Portal): void {
  const { server, runtime, frameFor, frameOfSite } = portal

  async function answer(error: unknown, request: FastifyRequest, reply: FastifyReply) {
    const problem = problemOf(error)
    if (problem.status >= 500) runtime.log(`${request.method} ${request.url}`, error)
    const frame = await frameFor(request)
      .catch(() => frameOfSite('/'))
      .catch(() => undefined)
    if (frame === undefined) return sendBare(reply, problem)
    return sendPersonal(reply, ErrorPage({ frame, problem }), problem.status)
  }

  server.setErrorHandler(answer)
  server.setNotFoundHandler((request, reply) => answer(new NotFound('这个页面'), request, reply))
}

const TITLES: Readonly<Record<number, string>> = { 404: '没有找到', 429: '请稍后再试', 500: '系统出现错误' }

function ErrorPage({ frame, problem }: { frame: Frame; problem: ProblemAnswer }) {
  const { agency } = frame
  const title = TITLES[problem.status] ?? '没有办成'
  return (
    <Layout frame={frame} title={title} crumbs={[]} unlisted>
      <section class="notice">
        <p class="code" aria-hidden="true">
          {problem.status}
        </p>
        <h1>{title}</h1>
        <p>{withFullStop(problem.title)}</p>
        {problem.basis && <p class="basis">依据：{problem.basis}</p>}
        <ul>
          <li>
            <a href="/search">检索政府信息</a>
          </li>
          <li>
            <a href={agency ? `/${agency.slug}/` : '/'}>回到{agency ? agency.shortName : '首页'}</a>
          </li>
          <li>
            <a href="/sitemap">查看网站地图</a>
          </li>
        </ul>
      </section>
    </Layout>
  )
}

/** When not even the site can be read: before the first agency, or without a database. */
function sendBare(reply: FastifyReply, problem: ProblemAnswer): FastifyReply {
  const title = TITLES[problem.status] ?? '没有办成'
  const page = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>网站暂时不能访问，请稍后再试。</p></body></html>`
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page)
}

function withFullStop(sentence: string): string {
  return /[。！？]$/.test(sentence) ? sentence : `${sentence}。`
}

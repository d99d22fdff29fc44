import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { Forbidden, NotFound, NotSignedIn } from '../errors.ts'
import type { Runtime } from '../runtime.ts'
import { firstOf } from '../services/agencies/second-factor/first-of.ts'
import { csrfTokenOf, findSession } from '../services/agencies/session.ts'
import type { Context } from '../services/context.ts'
import type { SessionCookie } from './agencies.ts'
import { registerApi } from './index.ts'
import { apiRouter } from './route.ts'

export const SESSION_COOKIE = 'mingfu_session'

/** How the session's cookie is written: for our own pages alone, and for no script. */
export const sessionCookie: SessionCookie = {
  read(request) {
    const token = request.cookies[SESSION_COOKIE]
    if (token === undefined) throw new NotSignedIn()
    return token
  },
  write(reply, token) {
    const secure = reply.request.protocol === 'https'
    reply.setCookie(SESSION_COOKIE, token, { path: '/', httpOnly: true, sameSite: 'strict', secure })
  },
  clear(reply) {
    reply.clearCookie(SESSION_COOKIE, { path: '/' })
  },
}

/** `/api/v1`: every route of the contract. */
export const apiPlugin: FastifyPluginAsync<{ runtime: Runtime }> = async (server, { runtime }) => {
  server.addHook('onRequest', async (request) => refuseForeignOrigin(request, runtime))
  server.addHook('onSend', async (_request, reply) => {
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  server.setNotFoundHandler(() => {
    throw new NotFound('这个接口，请核对地址')
  })
  const door = apiRouter(server, {
    async contextOf(request, access) {
      if (access === 'public') return runtime.contextFor({ kind: 'public', ip: request.ip }, 'all')
      return staffContext(request, runtime)
    },
  })
  registerApi(door, { cookie: sessionCookie, reloadCalendar: runtime.reloadCalendar })
}

/** What a session may do that is not whole yet: who still has to enter a code, a password, or to set a factor up. */
const BEFORE = {
  code: /\/(me|me\/code|sign-out)$/,
  password: /\/(me|me\/password|sign-out)$/,
  'password-expired': /\/(me|me\/password|sign-out)$/,
  'second-factor': /\/(me|me\/second-factor(\/[\w-]+)?|sign-out)$/,
} as const

async function staffContext(request: FastifyRequest, runtime: Runtime): Promise<Context> {
  const token = sessionCookie.read(request)
  const session = await findSession(runtime.db, token, {
    now: new Date(),
    ip: request.ip,
    idleMinutes: runtime.signIn.idleMinutes,
  })
  if (session === undefined) throw new NotSignedIn('登录已经失效，请重新登录')
  requireCsrfToken(request, token)
  const ctx = runtime.contextFor(session.actor, session.actor.agencyId)
  const next = firstOf(session, ctx.signIn, ctx.now)
  if (next !== null && !BEFORE[next].test(request.routeOptions.url ?? '')) throw new Forbidden(SAID[next])
  return ctx
}

const SAID = {
  code: '请先输入动态口令，再办理其他事项',
  password: '请先修改初始密码，再办理其他事项',
  'password-expired': '密码已经到期，请先修改，再办理其他事项',
  'second-factor': '请先设置动态口令，再办理其他事项',
} as const

/** A page of another site may not act with our cookie: SameSite keeps it away, and so does this (CSRF). */
function refuseForeignOrigin(request: FastifyRequest, runtime: Runtime): void {
  const { origin } = request.headers
  if (isReading(request) || origin === undefined) return
  const ours = runtime.publicUrl === undefined ? request.host : new URL(runtime.publicUrl).host
  if (!URL.canParse(origin) || new URL(origin).host !== ours) throw new Forbidden('请从本站的页面提交')
}

/** Browsers name the origin of every call that changes something; programs, which do not, carry no borrowed cookie. */
function requireCsrfToken(request: FastifyRequest, token: string): void {
  if (isReading(request) || request.headers.origin === undefined) return
  if (request.headers['x-csrf-token'] !== csrfTokenOf(token)) {
    throw new Forbidden('页面已经过期，请刷新后再提交')
  }
}

function isReading(request: FastifyRequest): boolean {
  return request.method === 'GET' || request.method === 'HEAD'
}

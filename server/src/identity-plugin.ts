import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { SESSION_COOKIE, sessionCookie } from './api/plugin.ts'
import { Invalid } from './errors.ts'
import type { Runtime } from './runtime.ts'
import {
  type IdentityProvider,
  ProviderFailed,
  type SignInMemory,
} from './services/agencies/identity-provider/identity-provider.ts'
import { linkIdentity } from './services/agencies/identity-provider/link-identity.ts'
import { signInByProvider } from './services/agencies/identity-provider/sign-in-by-provider.ts'
import { firstOf } from './services/agencies/second-factor/first-of.ts'
import { findSession } from './services/agencies/session.ts'

const MEMORY_COOKIE = 'mingfu_identity'
const MEMORY_PATH = '/console/sign-in'
const MEMORY_SECONDS = 600

/** What the browser carries to the provider and back, sealed: nobody can read or make one. */
type Memory = SignInMemory & Readonly<{ at: number; link: string | null }>

/** What the console says after the way to the provider and back; its sentences stand there. */
type Outcome =
  | 'unreachable'
  | 'refused'
  | 'invalid'
  | 'unknown'
  | 'disabled'
  | 'late'
  | 'linked'
  | 'linked-elsewhere'

/** 统一身份认证: the way to the provider and back, for signing in and for linking one's account. */
export function identityPlugin(app: FastifyInstance, runtime: Runtime): void {
  const config = { rateLimit: { max: 60, timeWindow: '1 minute' } }

  app.get('/console/sign-in/begin', { config }, async (request, reply) => {
    const provider = providerOf(runtime, request)
    if (provider === null) return goOn(reply, '/console/')
    const { for: wanted } = request.query as Readonly<{ for?: string }>
    const link = wanted === 'link' ? (request.cookies[SESSION_COOKIE] ?? null) : null
    try {
      const { url, memory } = await provider.begin()
      remember(runtime, request, reply, { ...memory, at: Date.now(), link })
      return reply.header('cache-control', 'no-store').redirect(url)
    } catch (error) {
      return failed(runtime, reply, error, link !== null)
    }
  })

  app.get('/console/sign-in/return', { config }, async (request, reply) => {
    const provider = providerOf(runtime, request)
    if (provider === null) return goOn(reply, '/console/')
    const memory = recall(runtime, request)
    reply.clearCookie(MEMORY_COOKIE, { path: MEMORY_PATH })
    if (memory === undefined) return goOn(reply, outcomeAt('late', false))
    const linking = memory.link !== null
    try {
      const parameters = new URL(request.url, 'http://local').searchParams
      const identity = await provider.complete(parameters, memory)
      if (memory.link !== null)
        return goOn(reply, outcomeAt(await link(memory.link, identity, request), true))
      const ctx = runtime.contextFor({ kind: 'public', ip: request.ip }, 'all')
      const userAgent = request.headers['user-agent'] ?? null
      const done = await signInByProvider(ctx, { identity, userAgent })
      if ('refused' in done) return goOn(reply, outcomeAt(done.refused, false))
      sessionCookie.write(reply, done.token)
      return goOn(reply, '/console/')
    } catch (error) {
      return failed(runtime, reply, error, linking)
    }
  })

  /** The session that began may have ended on the way, or have been left half open. */
  async function link(
    token: string,
    identity: Parameters<typeof linkIdentity>[1],
    request: FastifyRequest,
  ): Promise<Outcome> {
    const session = await findSession(runtime.db, token, {
      now: new Date(),
      ip: request.ip,
      idleMinutes: runtime.signIn.idleMinutes,
    })
    if (session === undefined) return 'late'
    const ctx = runtime.contextFor(session.actor, session.actor.agencyId)
    if (firstOf(session, ctx.signIn, ctx.now) !== null) return 'late'
    try {
      await linkIdentity(ctx, identity)
      return 'linked'
    } catch (error) {
      if (error instanceof Invalid) return 'linked-elsewhere'
      throw error
    }
  }
}

function providerOf(runtime: Runtime, request: FastifyRequest): IdentityProvider | null {
  return runtime.contextFor({ kind: 'public', ip: request.ip }, 'all').identityProvider
}

function failed(runtime: Runtime, reply: FastifyReply, error: unknown, linking: boolean): FastifyReply {
  if (!(error instanceof ProviderFailed)) throw error
  runtime.log(`统一身份认证没有完成（${error.fault}）`, error.message)
  return goOn(reply, outcomeAt(error.fault, linking))
}

function outcomeAt(outcome: Outcome, linking: boolean): string {
  return linking ? `/console/account?identity=${outcome}` : `/console/?identity=${outcome}`
}

/**
 * A page that leads on by itself. A redirect would still count as coming from the provider's site, and the browser
 * would not send the session's cookie, which is for our own pages alone.
 */
function goOn(reply: FastifyReply, to: string): FastifyReply {
  return reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>正在进入管理台</title>` +
        `<meta http-equiv="refresh" content="0;url=${to}"></head>` +
        `<body><p><a href="${to}">进入管理台</a></p></body></html>`,
    )
}

function remember(runtime: Runtime, request: FastifyRequest, reply: FastifyReply, memory: Memory): void {
  const { seal } = runtime
  reply.setCookie(MEMORY_COOKIE, seal.seal(JSON.stringify(memory)).toString('base64url'), {
    path: MEMORY_PATH,
    httpOnly: true,
    // The browser comes back from another site; the session's own cookie stays strict.
    sameSite: 'lax',
    secure: request.protocol === 'https',
    maxAge: MEMORY_SECONDS,
  })
}

function recall(runtime: Runtime, request: FastifyRequest): Memory | undefined {
  const kept = request.cookies[MEMORY_COOKIE]
  if (kept === undefined) return undefined
  try {
    const memory = JSON.parse(runtime.seal.open(Buffer.from(kept, 'base64url'))) as Memory
    return Date.now() - memory.at <= MEMORY_SECONDS * 1000 ? memory : undefined
  } catch {
    // Not ours, or sealed by a key that is gone.
    return undefined
  }
}

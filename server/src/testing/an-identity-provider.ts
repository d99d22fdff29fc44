import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'

type Claims = Readonly<Record<string, unknown>>
type Grant = Readonly<{ nonce: string; challenge: string; redirectUri: string }>

const CLIENT = { id: 'mingfu', secret: 'geheim-+/%' }
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })

/**
 * 统一身份认证平台 on loopback, as OpenID Connect has it: discovery, authorization with PKCE, tokens under its own
 * key. `say` changes what the next token claims; `signAs` lets somebody else sign it.
 */
export async function anIdentityProvider() {
  const grants = new Map<string, Grant>()
  const calls: string[] = []
  let claims: Claims = {}
  let key: KeyObject = privateKey
  let metadata: Claims = {}
  let issuer = ''

  async function answer(
    request: IncomingMessage,
  ): Promise<Readonly<{ status: number; body?: unknown; to?: string }>> {
    const url = new URL(request.url ?? '/', issuer)
    calls.push(url.pathname)
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return { status: 200, body: { ...describe(), ...metadata } }
      case '/jwks':
        return {
          status: 200,
          body: { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'RS256' }] },
        }
      case '/authorize':
        return authorize(url.searchParams)
      case '/token':
        return token(request, new URLSearchParams(await bodyOf(request)))
      default:
        return { status: 404 }
    }
  }

  function describe() {
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      end_session_endpoint: `${issuer}/sign-out`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      code_challenge_methods_supported: ['S256'],
    }
  }

  function authorize(asked: URLSearchParams) {
    const redirectUri = asked.get('redirect_uri') ?? ''
    const wanted =
      asked.get('client_id') === CLIENT.id &&
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256' &&
      asked.get('scope')?.split(' ').includes('openid')
    if (!wanted) return { status: 400 }
    const code = randomBytes(12).toString('hex')
    grants.set(code, {
      nonce: asked.get('nonce') ?? '',
      challenge: asked.get('code_challenge') ?? '',
      redirectUri,
    })
    const back = new URLSearchParams({ code, state: asked.get('state') ?? '' })
    return { status: 302, to: `${redirectUri}?${back}` }
  }

  function token(request: IncomingMessage, form: URLSearchParams) {
    const basic = Buffer.from(request.headers.authorization?.replace('Basic ', '') ?? '', 'base64').toString()
    const [id, secret] = basic.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')))
    const shown = { id: id || form.get('client_id'), secret: secret ?? form.get('client_secret') }
    if (shown.id !== CLIENT.id || shown.secret !== CLIENT.secret)
      return { status: 401, body: { error: 'invalid_client' } }
    const code = form.get('code') ?? ''
    const grant = grants.get(code)
    grants.delete(code)
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (grant?.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri'))
      return { status: 400, body: { error: 'invalid_grant' } }
    const now = Math.floor(Date.now() / 1000)
    const said = {
      iss: issuer,
      aud: CLIENT.id,
      sub: 'subject-1',
      name: '周海涛',
      preferred_username: 'zhouhaitao',
      nonce: grant.nonce,
      iat: now,
      exp: now + 300,
      ...claims,
    }
    return {
      status: 200,
      body: { access_token: 'access', token_type: 'Bearer', expires_in: 300, id_token: jwtOf(said, key) },
    }
  }

  const server = createServer((request, response) => {
    void answer(request).then(({ status, body, to }) => {
      response.writeHead(status, { 'content-type': 'application/json', ...(to ? { location: to } : {}) })
      response.end(body === undefined ? '' : JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const close = () => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  }
  onTestFinished(close)
  return {
    settings: {
      issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      name: '省统一身份认证',
      scope: 'openid profile',
      claim: 'sub',
      createIn: null as string | null,
      publicUrl: 'http://gk.example',
    },
    calls,
    close,
    say: (next: Claims) => {
      claims = next
    },
    describeAs: (next: Claims) => {
      metadata = next
    },
    signAsStranger: () => {
      key = stranger.privateKey
    },
    /** What the browser does at the provider: signs in there, and is sent back with these parameters. */
    async comeBack(url: string): Promise<URLSearchParams> {
      const answered = await fetch(url, { redirect: 'manual' })
      return new URL(answered.headers.get('location') ?? '').searchParams
    },
  }
}

function jwtOf(claims: Claims, key: KeyObject): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const signed = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), key).toString('base64url')}`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

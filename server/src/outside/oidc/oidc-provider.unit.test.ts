import { describe, expect, it } from 'vitest'
import { ProviderFailed } from '../../services/agencies/identity-provider/identity-provider.ts'
import { anIdentityProvider } from '../../testing/an-identity-provider.ts'
import { type OidcSettings, oidcProvider } from './oidc-provider.ts'

type Platform = Awaited<ReturnType<typeof anIdentityProvider>>

/** The whole way: begin, sign in there, come back. */
async function signIn(platform: Platform, what: Partial<OidcSettings> = {}) {
  const provider = oidcProvider({ ...platform.settings, ...what })
  const { url, memory } = await provider.begin()
  return provider.complete(await platform.comeBack(url), memory)
}
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof ProviderFailed ? error.fault : String(error)),
  )

describe('统一身份认证 by OpenID Connect', () => {
  it('asks with state, nonce and PKCE, and tells who was vouched for', async () => {
    const platform = await anIdentityProvider()
    const provider = oidcProvider(platform.settings)
    const { url } = await provider.begin()
    const asked = new URL(url).searchParams
    expect(asked.get('redirect_uri')).toBe('http://gk.example/console/sign-in/return')
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked.get(name)).toMatch(/^[\w-]{43}$/)
    expect(await signIn(platform)).toMatchObject({
      key: `${platform.settings.issuer} sub subject-1`,
      name: '周海涛',
      login: 'zhouhaitao',
      twoFactors: false,
    })
  })

  it('takes another claim where the platform says so, and asks for its description once', async () => {
    const platform = await anIdentityProvider()
    platform.say({ employee_no: '04711' })
    expect((await signIn(platform, { claim: 'employee_no' })).key).toContain('employee_no 04711')
    const provider = oidcProvider(platform.settings)
    const before = platform.calls.filter((path) => path.includes('well-known')).length
    await provider.begin()
    await provider.begin()
    expect(platform.calls.filter((path) => path.includes('well-known')).length - before).toBe(1)
  })

  // biome-ignore format: a table
  const WAYS = [
    [undefined,          false],
    [['pwd'],            false],
    [['pwd', 'otp'],     true],
    [['pwd', 'mfa'],     true],
    [['otp'],            false],
    ['mfa',              false],
  ] as const
  it.each(WAYS)('by %j counts as two factors: %s', async (amr, two) => {
    const platform = await anIdentityProvider()
    platform.say({ amr })
    expect((await signIn(platform)).twoFactors).toBe(two)
  })

  // biome-ignore format: a table
  const FALSE_CLAIMS = [
    ['a wrong nonce',      { nonce: 'another' }],
    ['no nonce',           { nonce: undefined }],
    ['an expired token',   { exp: Math.floor(Date.now() / 1000) - 3600 }],
    ['a wrong issuer',     { iss: 'http://127.0.0.1:9/other' }],
    ['another audience',   { aud: 'somebody-else' }],
    ['no subject',         { sub: undefined }],
    ['a token from the future', { iat: Math.floor(Date.now() / 1000) + 3600, nbf: Math.floor(Date.now() / 1000) + 3600 }],
  ] as const
  it.each(FALSE_CLAIMS)('is not believed with %s', async (_case, claims) => {
    const platform = await anIdentityProvider()
    platform.say(claims)
    expect(await faultOf(signIn(platform))).toBe('invalid')
  })

  it('is not believed with a signature that is not the platform’s', async () => {
    const platform = await anIdentityProvider()
    platform.signAsStranger()
    expect(await faultOf(signIn(platform))).toBe('invalid')
  })

  it('is not believed with another state, another verifier, or a code used before', async () => {
    const platform = await anIdentityProvider()
    const provider = oidcProvider(platform.settings)
    const { url, memory } = await provider.begin()
    const parameters = await platform.comeBack(url)
    expect(await faultOf(provider.complete(parameters, { ...memory, state: 'another' }))).toBe('invalid')
    const again = await platform.comeBack(url)
    expect(await faultOf(provider.complete(again, { ...memory, verifier: 'x'.repeat(43) }))).toBe('invalid')
    const good = await platform.comeBack(url)
    await provider.complete(good, memory)
    expect(await faultOf(provider.complete(good, memory))).toBe('invalid')
  })

  it('says when the platform says no, does not answer, or is another than was set', async () => {
    const platform = await anIdentityProvider()
    const provider = oidcProvider(platform.settings)
    const { memory } = await provider.begin()
    const denied = new URLSearchParams({ error: 'access_denied', state: memory.state })
    expect(await faultOf(provider.complete(denied, memory))).toBe('refused')
    expect(await faultOf(signIn(platform, { clientSecret: 'anders' }))).toBe('invalid')
    platform.describeAs({ issuer: 'http://127.0.0.1:9' })
    expect(await faultOf(signIn(platform))).toBe('invalid')
    await platform.close()
    expect(await faultOf(oidcProvider(platform.settings).begin())).toBe('unreachable')
  })

  it('is asked anew after a failure, and knows where to sign out', async () => {
    const platform = await anIdentityProvider()
    const provider = oidcProvider(platform.settings)
    platform.describeAs({ issuer: 'http://127.0.0.1:9' })
    expect(await faultOf(provider.begin())).toBe('invalid')
    platform.describeAs({})
    await provider.begin()
    const out = new URL((await provider.signOutUrl('the-token')) ?? '')
    expect([
      out.pathname,
      out.searchParams.get('id_token_hint'),
      out.searchParams.get('post_logout_redirect_uri'),
    ]).toEqual(['/sign-out', 'the-token', 'http://gk.example/console/'])
    platform.describeAs({ end_session_endpoint: undefined })
    expect(await oidcProvider(platform.settings).signOutUrl('the-token')).toBeNull()
  })
})

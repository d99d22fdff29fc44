import * as oidc from 'openid-client'
import {
  type IdentityProvider,
  type ProvenIdentity,
  ProviderFailed,
} from '../../services/agencies/identity-provider/identity-provider.ts'

/** OpenID Connect: the platform, and what it gave this installation. */
export type OidcSettings = Readonly<{
  issuer: string
  clientId: string
  clientSecret: string
  name: string
  /** `openid profile`. */
  scope: string
  /** The claim that tells people apart for good; `sub` unless the platform says otherwise. */
  claim: string
  createIn: string | null
  publicUrl: string
}>

/** Where the provider sends the browser back to, below the site's own address. */
export const RETURN_PATH = '/console/sign-in/return'

const PATIENCE_SECONDS = 10

/** RFC 8176: ways of signing in that are more than one. */
const TWO_FACTORS = ['mfa', 'otp', 'hwk', 'sc', 'fpt', 'face']

/** 统一身份认证 by OpenID Connect: authorization code with PKCE, state, nonce, and the token's signature checked. */
export function oidcProvider(settings: OidcSettings): IdentityProvider {
  const redirectUri = `${settings.publicUrl}${RETURN_PATH}`
  let known: Promise<oidc.Configuration> | undefined
  // Asked once it is needed: a platform that is down must not hold up the start. A failure is not remembered.
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw failureOf(error)
    })
    return known
  }
  return {
    name: settings.name,
    createIn: settings.createIn,
    async begin() {
      const config = await configuration()
      const memory = {
        state: oidc.randomState(),
        nonce: oidc.randomNonce(),
        verifier: oidc.randomPKCECodeVerifier(),
      }
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        state: memory.state,
        nonce: memory.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(memory.verifier),
        code_challenge_method: 'S256',
      })
      return { url: url.href, memory }
    },
    async complete(parameters, memory) {
      const config = await configuration()
      try {
        const tokens = await oidc.authorizationCodeGrant(
          config,
          new URL(`${redirectUri}?${parameters.toString()}`),
          {
            expectedState: memory.state,
            expectedNonce: memory.nonce,
            pkceCodeVerifier: memory.verifier,
            idTokenExpected: true,
          },
        )
        return identityOf(settings, tokens.claims() ?? {}, tokens.id_token ?? '')
      } catch (error) {
        throw failureOf(error)
      }
    },
    async signOutUrl(idToken) {
      const config = await configuration().catch(() => undefined)
      if (config?.serverMetadata().end_session_endpoint === undefined) return null
      return oidc.buildEndSessionUrl(config, {
        id_token_hint: idToken,
        post_logout_redirect_uri: `${settings.publicUrl}/console/`,
      }).href
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<oidc.Configuration> {
  const extensions = [oidc.enableNonRepudiationChecks]
  if (issuer.startsWith('http://')) extensions.push(oidc.allowInsecureRequests)
  return oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, {
    execute: extensions,
    timeout: PATIENCE_SECONDS,
  })
}

type Claims = Readonly<Record<string, unknown>>

function identityOf({ issuer, claim }: OidcSettings, claims: Claims, idToken: string): ProvenIdentity {
  const subject = claims[claim]
  if ((typeof subject !== 'string' && typeof subject !== 'number') || subject === '')
    throw new ProviderFailed('invalid', `平台没有给出 ${claim}，不能认出是谁`)
  const ways = Array.isArray(claims.amr) ? claims.amr.map(String) : []
  const others = ways.filter((way) => TWO_FACTORS.includes(way))
  return {
    key: `${issuer} ${claim} ${subject}`,
    name: textOf(claims.name),
    login: textOf(claims.preferred_username),
    twoFactors: ways.includes('mfa') || (others.length > 0 && ways.length > 1),
    idToken,
  }
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' && claim.trim() !== '' ? claim : null
}

/** What went wrong, in one of three kinds; the details are for the log. */
function failureOf(error: unknown): ProviderFailed {
  if (error instanceof ProviderFailed) return error
  const {
    code,
    error: said,
    message,
    cause,
  } = error as {
    code?: string
    error?: string
    message?: string
    cause?: { code?: string; message?: string }
  }
  const detail = [code, said, message, cause?.message].filter(Boolean).join('；')
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || error instanceof TypeError)
    return new ProviderFailed('unreachable', detail)
  if (error instanceof oidc.AuthorizationResponseError) return new ProviderFailed('refused', detail)
  return new ProviderFailed('invalid', detail)
}

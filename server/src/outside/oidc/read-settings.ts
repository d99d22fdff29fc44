import { CannotStart } from '../../db/embedded/cannot-start.ts'
import type { OidcSettings } from './oidc-provider.ts'

type Environment = Readonly<{
  MINGFU_PUBLIC_URL?: string | undefined
  MINGFU_OIDC_ISSUER?: string | undefined
  MINGFU_OIDC_CLIENT_ID?: string | undefined
  MINGFU_OIDC_CLIENT_SECRET?: string | undefined
  MINGFU_OIDC_NAME: string
  MINGFU_OIDC_SCOPE: string
  MINGFU_OIDC_CLAIM: string
  MINGFU_OIDC_CREATE_IN?: string | undefined
}>

/** The identity provider of an installation; `undefined` where none is set up. Throws `CannotStart` in words. */
export function readOidcSettings(env: Environment): OidcSettings | undefined {
  const { MINGFU_OIDC_ISSUER: issuer, MINGFU_OIDC_CLIENT_ID: clientId } = env
  if (issuer === undefined) {
    if (clientId === undefined && env.MINGFU_OIDC_CLIENT_SECRET === undefined) return undefined
    throw new CannotStart('设置了统一身份认证的，还应当用 MINGFU_OIDC_ISSUER 设置平台的网址。')
  }
  if (!isSafe(issuer))
    throw new CannotStart(
      'MINGFU_OIDC_ISSUER 应当是以 https:// 开头的网址，例如 https://sso.example.gov.cn；自建证书的，用 NODE_EXTRA_CA_CERTS 指定。',
    )
  if (clientId === undefined || env.MINGFU_OIDC_CLIENT_SECRET === undefined)
    throw new CannotStart(
      '设置了 MINGFU_OIDC_ISSUER，还应当设置平台发给本系统的 MINGFU_OIDC_CLIENT_ID 和 MINGFU_OIDC_CLIENT_SECRET。',
    )
  if (env.MINGFU_PUBLIC_URL === undefined)
    throw new CannotStart(
      '设置了 MINGFU_OIDC_ISSUER，还应当用 MINGFU_PUBLIC_URL 设置本系统的网址，平台据此返回。',
    )
  return {
    issuer,
    clientId,
    clientSecret: env.MINGFU_OIDC_CLIENT_SECRET,
    name: env.MINGFU_OIDC_NAME,
    scope: env.MINGFU_OIDC_SCOPE,
    claim: env.MINGFU_OIDC_CLAIM,
    createIn: env.MINGFU_OIDC_CREATE_IN ?? null,
    publicUrl: env.MINGFU_PUBLIC_URL.replace(/\/$/, ''),
  }
}

/** What travels without TLS may be read on the way; on the machine itself there is no way. */
function isSafe(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false
  const { protocol, hostname } = new URL(issuer)
  return (
    protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
  )
}

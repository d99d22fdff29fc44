import type { WechatSettings } from './official-account.ts'
import { ask, json } from './platform-call.ts'

/** The platform gives a fresh one in the last five minutes of the old, which holds on meanwhile. */
const EARLY_MS = 5 * 60_000
/** Two forced renewals lie at least this far apart, and twenty a day are allowed. */
const FORCED_APART_MS = 30_000

export type AccessToken = Readonly<{
  get(): Promise<string>
  /** After the platform refused `used`: a forced renewal, or what another call has renewed meanwhile. */
  renew(used: string): Promise<string>
}>

/**
 * 接口凭证 (`stable_token`), kept until shortly before it ends. Several processes may each keep it: the platform gives
 * all of them the same one as long as nobody forces a renewal.
 */
export function accessToken(settings: WechatSettings, now: () => number = Date.now): AccessToken {
  let kept: { token: string; until: number } | undefined
  let asking: Promise<string> | undefined
  let forcedAt = Number.NEGATIVE_INFINITY

  async function fetchToken(force: boolean): Promise<string> {
    const { appId, secret, url } = settings
    const body = { grant_type: 'client_credential', appid: appId, secret, force_refresh: force }
    const address = new URL(`${url.replace(/\/$/, '')}/cgi-bin/stable_token`)
    const { access_token: token, expires_in: seconds } = await ask(address, { ...json(body), method: 'POST' })
    if (typeof token !== 'string' || token === '') throw new Error('公众号平台没有给出接口凭证')
    kept = { token, until: now() + Number(seconds ?? 0) * 1000 - EARLY_MS }
    return token
  }

  /** Calls that come together ask once. */
  function once(force: boolean): Promise<string> {
    asking ??= fetchToken(force).finally(() => {
      asking = undefined
    })
    return asking
  }

  return {
    async get() {
      return kept !== undefined && now() < kept.until ? kept.token : once(false)
    },
    async renew(used) {
      if (kept !== undefined && kept.token !== used) return kept.token
      const force = now() - forcedAt >= FORCED_APART_MS
      if (force) forcedAt = now()
      kept = undefined
      return once(force)
    },
  }
}

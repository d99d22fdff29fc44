import { Secret, TOTP } from 'otpauth'

const DIGITS = 6
const PERIOD_SECONDS = 30
/** A code of the step before or after is taken: telephones are not always on time. */
const STEPS_AROUND = 1

/** A new secret in base32: 160 bits, as RFC 4226 asks. */
export function makeSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** `otpauth://totp/…`, as authenticator apps read it from a QR code. */
export function secretUri(secret: string, { login, issuer }: { login: string; issuer: string }): string {
  return totp(secret, { label: login, issuer }).toString()
}

/**
 * 动态口令 (RFC 6238, SHA-1, 30 seconds, 6 digits): the time step of a code that is right and newer than the last one
 * used; `undefined` otherwise, so that nobody who looks over a shoulder can use a code again.
 */
export function stepOfCode(
  secret: string,
  code: string,
  { now, lastStep }: { now: Date; lastStep: number },
): number | undefined {
  const timestamp = now.getTime()
  const delta = totp(secret).validate({ token: code, timestamp, window: STEPS_AROUND })
  if (delta === null) return undefined
  const step = Math.floor(timestamp / 1000 / PERIOD_SECONDS) + delta
  return step > lastStep ? step : undefined
}

function totp(secret: string, named: { label?: string; issuer?: string } = {}): TOTP {
  return new TOTP({
    ...named,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
  })
}

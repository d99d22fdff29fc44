import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { actorIp } from '../context.ts'
import { codeExpiryFrom, expiryFrom, makeToken, tokenHash } from './session.ts'

const SESSIONS_AT_ONCE = 5

type Of = Readonly<{ agencyId: string; staffId: string }>
type How = Readonly<{
  userAgent: string | null
  codeNeeded: boolean
  /** Through 统一身份认证: how many factors it used, and its token, for signing out there too. */
  byProvider?: Readonly<{ factors: 'one-factor' | 'two-factors'; idToken: string }>
}>

/** Opens a session of an account and ends its oldest beyond the fifth. Answers the token for the cookie. */
export async function openSession(
  t: Tx,
  ctx: Context,
  { agencyId, staffId }: Of,
  { userAgent, codeNeeded, byProvider }: How,
): Promise<string> {
  const token = makeToken()
  await t
    .insertInto('staff_session')
    .values({
      agency_id: agencyId,
      staff_id: staffId,
      token_hash: tokenHash(token),
      created_at: ctx.now,
      last_seen_at: ctx.now,
      expires_at: codeNeeded ? codeExpiryFrom(ctx.now) : expiryFrom(ctx.now),
      code_needed: codeNeeded,
      by_provider: byProvider?.factors ?? null,
      id_token_sealed: byProvider === undefined ? null : ctx.seal.seal(byProvider.idToken),
      ip: actorIp(ctx.actor),
      user_agent: userAgent?.slice(0, 300) ?? null,
    })
    .execute()
  const older = await t
    .selectFrom('staff_session')
    .select('token_hash')
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .orderBy('created_at', 'desc')
    .offset(SESSIONS_AT_ONCE)
    .execute()
  if (older.length > 0) {
    const hashes = older.map(({ token_hash }) => token_hash)
    await t
      .deleteFrom('staff_session')
      .where('agency_id', '=', agencyId)
      .where('token_hash', 'in', hashes)
      .execute()
  }
  return token
}

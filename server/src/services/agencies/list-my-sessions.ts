import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { oneself } from './oneself.ts'
import { tokenHash } from './session.ts'

export type MySession = Readonly<{
  signedInAt: Date
  lastSeenAt: Date
  ip: string | null
  userAgent: string | null
  here: boolean
}>

/** 登录的设备: where one is signed in and could go on, the last used first. */
export async function listMySessions(
  ctx: Context,
  { token }: { token: string },
): Promise<readonly MySession[]> {
  const { agencyId, staffId } = oneself(ctx)
  const here = tokenHash(token)
  const rows = await tx(ctx, (t) =>
    t
      .selectFrom('staff_session')
      .select(['token_hash', 'created_at', 'last_seen_at', 'ip', 'user_agent'])
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .where('code_needed', '=', false)
      .where('expires_at', '>', ctx.now)
      .where('last_seen_at', '>', new Date(ctx.now.getTime() - ctx.signIn.idleMinutes * 60_000))
      .orderBy('last_seen_at', 'desc')
      .execute(),
  )
  return rows.map((row) => ({
    signedInAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    ip: row.ip,
    userAgent: row.user_agent,
    here: row.token_hash.equals(here),
  }))
}

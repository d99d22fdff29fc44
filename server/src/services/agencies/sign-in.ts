import { tx } from '../../db/transaction.ts'
import { NotSignedIn, TooMany } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { verifyPassword } from './password.ts'
import { expiryFrom, makeToken, tokenHash } from './session.ts'

const FAILURES_BEFORE_LOCK = 5
const LOCK_MINUTES = 15
const SESSIONS_AT_ONCE = 5

export type SignIn = Readonly<{ login: string; password: string; userAgent: string | null }>

/** Whoever has not shown the password is nobody that we know. */
const UNKNOWN = { name: '未登录', id: null }

type Outcome = { token: string } | 'wrong' | 'locked'

/**
 * 登录: a token for the session cookie. The same answer for an unknown login and a wrong password; after five failures
 * the account rests for a quarter of an hour. Each try is on the audit trail.
 */
export async function signIn(ctx: Context, { login, password, userAgent }: SignIn): Promise<string> {
  const known = await ctx.db
    .selectFrom('staff')
    .select('password_hash')
    .where('login', '=', login)
    .executeTakeFirst()
  // Outside the transaction: hashing takes long enough to hold a lock for nothing.
  const right = await verifyPassword(known?.password_hash, password)
  const outcome = await tx(ctx, async (t): Promise<Outcome> => {
    const staff = await t
      .selectFrom('staff')
      .select([
        'agency_id',
        'staff_id',
        'name',
        'failed_attempts',
        'locked_until',
        'disabled_at',
        'password_hash',
      ])
      .where('login', '=', login)
      .forUpdate()
      .executeTakeFirst()
    if (staff === undefined || staff.disabled_at !== null) return 'wrong'
    const audit = (action: string, by: { name: string; id: string | null } = UNKNOWN) =>
      recordAudit(t, ctx, {
        agencyId: staff.agency_id,
        action,
        objectKind: 'staff',
        objectId: staff.staff_id,
        detail: { login },
        by,
      })
    const here = t
      .updateTable('staff')
      .where('agency_id', '=', staff.agency_id)
      .where('staff_id', '=', staff.staff_id)

    if (staff.locked_until !== null && staff.locked_until > ctx.now) {
      await audit('sign-in-while-locked')
      return 'locked'
    }
    if (!right || staff.password_hash !== known?.password_hash) {
      const failures = staff.failed_attempts + 1
      const locks = failures >= FAILURES_BEFORE_LOCK
      await here
        .set({
          failed_attempts: locks ? 0 : failures,
          locked_until: locks ? new Date(ctx.now.getTime() + LOCK_MINUTES * 60_000) : null,
        })
        .execute()
      await audit(locks ? 'account-locked' : 'sign-in-failed')
      return 'wrong'
    }

    await here.set({ failed_attempts: 0, locked_until: null, last_sign_in_at: ctx.now }).execute()
    const token = makeToken()
    await t
      .insertInto('staff_session')
      .values({
        agency_id: staff.agency_id,
        staff_id: staff.staff_id,
        token_hash: tokenHash(token),
        created_at: ctx.now,
        last_seen_at: ctx.now,
        expires_at: expiryFrom(ctx.now),
        ip: ctx.actor.kind === 'public' ? ctx.actor.ip : null,
        user_agent: userAgent?.slice(0, 300) ?? null,
      })
      .execute()
    const older = await t
      .selectFrom('staff_session')
      .select('token_hash')
      .where('agency_id', '=', staff.agency_id)
      .where('staff_id', '=', staff.staff_id)
      .orderBy('created_at', 'desc')
      .offset(SESSIONS_AT_ONCE)
      .execute()
    if (older.length > 0) {
      await t
        .deleteFrom('staff_session')
        .where('agency_id', '=', staff.agency_id)
        .where(
          'token_hash',
          'in',
          older.map(({ token_hash }) => token_hash),
        )
        .execute()
    }
    await audit('sign-in', { name: staff.name, id: staff.staff_id })
    return { token }
  })
  if (outcome === 'locked') throw new TooMany('登录失败次数过多，账户暂时锁定，请15分钟后再试')
  if (outcome === 'wrong') throw new NotSignedIn('登录名或者密码不正确')
  return outcome.token
}

import { tx } from '../../db/transaction.ts'
import { NotSignedIn, TooMany } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { afterFailure, LOCKED } from './lock-out.ts'
import { openSession } from './open-session.ts'
import { verifyPassword } from './password.ts'

export type SignIn = Readonly<{ login: string; password: string; userAgent: string | null }>

/** Whoever has not shown the password is nobody that we know. */
const UNKNOWN = { name: '未登录', id: null }

type Outcome = { token: string } | 'wrong' | 'locked'

/**
 * 登录: a token for the session cookie. The same answer for an unknown login and a wrong password; after five failures
 * the account rests for a quarter of an hour. Where a second factor is on, the session may do nothing before its code
 * was entered. Each try is on the audit trail.
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
        'second_factor_at',
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
      const failure = afterFailure(staff.failed_attempts, ctx.now)
      await here.set(failure).execute()
      await audit(failure.locked_until === null ? 'sign-in-failed' : 'account-locked')
      return 'wrong'
    }

    const codeNeeded = staff.second_factor_at !== null && ctx.signIn.secondFactor !== 'off'
    // Wrong codes go on being counted: knowing the password must not buy more tries.
    if (!codeNeeded)
      await here.set({ failed_attempts: 0, locked_until: null, last_sign_in_at: ctx.now }).execute()
    const of = { agencyId: staff.agency_id, staffId: staff.staff_id }
    const token = await openSession(t, ctx, of, { userAgent, codeNeeded })
    await audit(codeNeeded ? 'sign-in-awaits-code' : 'sign-in', { name: staff.name, id: staff.staff_id })
    return { token }
  })
  if (outcome === 'locked') throw new TooMany(LOCKED)
  if (outcome === 'wrong') throw new NotSignedIn('登录名或者密码不正确')
  return outcome.token
}

import { tx } from '../../../db/transaction.ts'
import { Invalid, NotSignedIn, TooMany } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { afterFailure, LOCKED } from '../lock-out.ts'
import { oneself } from '../oneself.ts'
import { expiryFrom, tokenHash } from '../session.ts'
import { recoveryCodesLeft, useCode, useRecoveryCode } from './second-factor-store.ts'

export type EnterCode = Readonly<{ code: string; token: string }>

type Outcome = 'in' | 'wrong' | 'locked' | 'gone'

const WRONG = '口令不正确，或者已经用过，请输入应用中正在显示的6位数字，或者一个没有用过的恢复码'

/**
 * 输入动态口令: the second step of signing in, with a code or a recovery code. Wrong ones count with wrong passwords
 * towards the lock, and a lock ends what the password had begun.
 */
export async function enterCode(ctx: Context, { code, token }: EnterCode): Promise<void> {
  const actor = oneself(ctx)
  const { agencyId, staffId } = actor
  const outcome = await tx(ctx, async (t): Promise<Outcome> => {
    const staff = await t
      .selectFrom('staff')
      .select(['failed_attempts', 'locked_until'])
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    const session = await t
      .selectFrom('staff_session')
      .select('code_needed')
      .where('agency_id', '=', agencyId)
      .where('token_hash', '=', tokenHash(token))
      .executeTakeFirst()
    if (session === undefined) return 'gone'
    if (!session.code_needed) return 'in'
    const audit = (action: string, detail: Readonly<Record<string, unknown>> = {}) =>
      recordAudit(t, ctx, { agencyId, action, objectKind: 'staff', objectId: staffId, detail })
    const here = t.updateTable('staff').where('agency_id', '=', agencyId).where('staff_id', '=', staffId)
    if (staff.locked_until !== null && staff.locked_until > ctx.now) {
      await audit('sign-in-while-locked')
      return 'locked'
    }
    const byCode = await useCode(t, ctx, actor, code.replace(/\s/g, ''))
    const byRecovery = !byCode && (await useRecoveryCode(t, ctx, actor, code))
    if (!byCode && !byRecovery) {
      const failure = afterFailure(staff.failed_attempts, ctx.now)
      await here.set(failure).execute()
      if (failure.locked_until !== null) {
        await t
          .deleteFrom('staff_session')
          .where('agency_id', '=', agencyId)
          .where('staff_id', '=', staffId)
          .where('code_needed', '=', true)
          .execute()
      }
      await audit(failure.locked_until === null ? 'second-factor-failed' : 'account-locked')
      return 'wrong'
    }
    await here.set({ failed_attempts: 0, locked_until: null, last_sign_in_at: ctx.now }).execute()
    await t
      .updateTable('staff_session')
      .set({ code_needed: false, expires_at: expiryFrom(ctx.now), last_seen_at: ctx.now })
      .where('agency_id', '=', agencyId)
      .where('token_hash', '=', tokenHash(token))
      .execute()
    if (byRecovery) await audit('use-recovery-code', { left: await recoveryCodesLeft(t, actor) })
    await audit('sign-in')
    return 'in'
  })
  if (outcome === 'gone') throw new NotSignedIn('登录已经失效，请重新登录')
  if (outcome === 'locked') throw new TooMany(LOCKED)
  if (outcome === 'wrong') throw new Invalid(WRONG, { code: WRONG })
}

import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { hashPassword, makePassword } from './password.ts'
import { endSessions } from './session.ts'
import { requireWithin } from './within.ts'

/** 重置密码: a new first password, shown once; every session of the account ends, and a lock is lifted. */
export async function resetPassword(
  ctx: Context,
  { agencyId, staffId }: { agencyId: string; staffId: string },
): Promise<string> {
  allow(ctx.actor, 'manage-staff')
  const password = makePassword()
  const hashed = await hashPassword(password)
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const changed = await t
      .updateTable('staff')
      .set({ password_hash: hashed, must_change_password: true, failed_attempts: 0, locked_until: null })
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .executeTakeFirst()
    if (changed.numUpdatedRows === 0n) throw new NotFound('这位工作人员')
    await endSessions(t, { agencyId, staffId })
    await recordAudit(t, ctx, { agencyId, action: 'reset-password', objectKind: 'staff', objectId: staffId })
  })
  return password
}

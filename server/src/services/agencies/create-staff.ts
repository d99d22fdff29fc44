import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow, type Role } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { requireDepartment } from './department.ts'
import { hashPassword, makePassword } from './password.ts'
import { requireSeparation } from './separation.ts'
import { requireWithin } from './within.ts'

export type CreateStaff = Readonly<{
  agencyId: string
  login: string
  name: string
  departmentId: string | null
  /** Only for whoever may assign roles; an account without a role can do nothing yet. */
  roles?: readonly Role[]
  /** The demonstration's people may begin at once; everybody else changes the first password. */
  mayKeepPassword?: boolean
}>

/** 增加工作人员: answers the first password, which is shown once and must be changed at the first sign-in. */
export async function createStaff(
  ctx: Context,
  input: CreateStaff,
): Promise<{ staffId: string; password: string }> {
  const { agencyId, login, name, departmentId, roles = [] } = input
  allow(ctx.actor, 'manage-staff')
  if (roles.length > 0) allow(ctx.actor, 'assign-roles')
  requireSeparation(roles)
  const staffId = newId()
  const password = makePassword()
  const hashed = await hashPassword(password)
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    await requireDepartment(t, agencyId, departmentId)
    await insert(t, {
      agency_id: agencyId,
      staff_id: staffId,
      login,
      name,
      department_id: departmentId,
      roles: [...roles],
      password_hash: hashed,
      must_change_password: input.mayKeepPassword !== true,
      password_changed_at: input.mayKeepPassword === true ? ctx.now : null,
    })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'create-staff',
      objectKind: 'staff',
      objectId: staffId,
      detail: { login, name, roles },
    })
  })
  return { staffId, password }
}

/** The unique login decides between two at once; the loser is told in words. */
async function insert(t: Tx, values: Parameters<ReturnType<typeof intoStaff>['values']>[0]): Promise<void> {
  const inserted = await intoStaff(t)
    .values(values)
    .onConflict((conflict) => conflict.column('login').doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 1n) return
  const sentence = '这个登录名已经有人使用，请换一个'
  throw new Invalid(sentence, { login: sentence })
}

function intoStaff(t: Tx) {
  return t.insertInto('staff')
}

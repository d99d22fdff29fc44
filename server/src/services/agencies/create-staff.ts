import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow, type Role } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { hashPassword, makePassword } from './password.ts'

export type CreateStaff = Readonly<{
  agencyId: string
  login: string
  name: string
  departmentId: string | null
  roles: readonly Role[]
  /** The demonstration's people may begin at once; everybody else changes the first password. */
  mayKeepPassword?: boolean
}>

const ADMINISTRATORS: readonly Role[] = ['system-admin', 'security-admin', 'audit-admin']

/** 增加工作人员: answers the first password, which is shown once and must be changed at the first sign-in. */
export async function createStaff(
  ctx: Context,
  input: CreateStaff,
): Promise<{ staffId: string; password: string }> {
  allow(ctx.actor, 'manage-staff')
  requireSeparation(input.roles)
  const password = makePassword()
  const hashed = await hashPassword(password)
  const staffId = newId()
  await tx(ctx, async (t) => {
    const taken = await t
      .selectFrom('staff')
      .select('staff_id')
      .where('login', '=', input.login)
      .executeTakeFirst()
    if (taken)
      throw new Invalid('这个登录名已经有人使用，请换一个', { login: '这个登录名已经有人使用，请换一个' })
    await t
      .insertInto('staff')
      .values({
        agency_id: input.agencyId,
        staff_id: staffId,
        login: input.login,
        name: input.name,
        department_id: input.departmentId,
        roles: [...input.roles],
        password_hash: hashed,
        must_change_password: input.mayKeepPassword !== true,
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'create-staff',
      objectKind: 'staff',
      objectId: staffId,
      detail: { login: input.login, roles: input.roles },
    })
  })
  return { staffId, password }
}

/** 三员分立: system, security and audit administration lie in three hands, and none of them handles cases. */
function requireSeparation(roles: readonly Role[]): void {
  const administrators = roles.filter((role) => ADMINISTRATORS.includes(role))
  if (administrators.length > 0 && roles.length > 1) {
    const sentence = '系统管理员、安全管理员、审计管理员应当分设，不能与其他角色兼任'
    throw new Invalid(sentence, { roles: sentence })
  }
}

import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow, type Role } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { requireSeparation } from './separation.ts'
import { requireWithin } from './within.ts'

export type AssignRoles = Readonly<{ agencyId: string; staffId: string; roles: readonly Role[] }>

/** 授权: what somebody is from now on. Nobody changes their own roles. */
export async function assignRoles(ctx: Context, { agencyId, staffId, roles }: AssignRoles): Promise<void> {
  allow(ctx.actor, 'assign-roles')
  requireSeparation(roles)
  if (ctx.actor.kind === 'staff' && ctx.actor.staffId === staffId) {
    throw new Invalid('不能修改自己的角色，请由其他安全管理员办理')
  }
  await tx(ctx, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const before = await t
      .selectFrom('staff')
      .select('roles')
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .forUpdate()
      .executeTakeFirst()
    if (before === undefined) throw new NotFound('这位工作人员')
    await t
      .updateTable('staff')
      .set({ roles: [...roles] })
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'assign-roles',
      objectKind: 'staff',
      objectId: staffId,
      detail: { before: before.roles, after: roles },
    })
  })
}

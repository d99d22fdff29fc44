import { Forbidden } from '../../errors.ts'
import { allow, type Permission } from '../allow.ts'
import type { Context } from '../context.ts'

/** Permission, and only for the lists of the agency one works for. */
export function allowOwnAgency(ctx: Context, permission: Permission, agencyId: string): void {
  allow(ctx.actor, permission)
  if (ctx.actor.kind === 'staff' && ctx.actor.agencyId !== agencyId)
    throw new Forbidden('只能办理本机关的检查词表')
}

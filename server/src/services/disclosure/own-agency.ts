import { Forbidden } from '../../errors.ts'
import { allow, type Permission } from '../allow.ts'
import type { Context } from '../context.ts'

/** Permission, and only for the agency one works for. First line of every verb that acts on an agency's documents. */
export function allowWithin(ctx: Context, permission: Permission, agencyId: string): void {
  allow(ctx.actor, permission)
  if (ctx.actor.kind === 'staff' && ctx.actor.agencyId !== agencyId) {
    throw new Forbidden('只能办理本机关的政府信息')
  }
}

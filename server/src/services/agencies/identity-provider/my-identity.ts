import type { Context } from '../../context.ts'
import { oneself } from '../oneself.ts'

export type MyIdentity = Readonly<{
  /** The provider's name; `null` where none is configured. */
  provider: string | null
  linkedSince: Date | null
}>

/** 我的统一身份: whether the account can be entered through the provider. */
export async function myIdentity(ctx: Context): Promise<MyIdentity> {
  const { agencyId, staffId } = oneself(ctx)
  const row = await ctx.db
    .selectFrom('staff')
    .select('identity_linked_at')
    .where('agency_id', '=', agencyId)
    .where('staff_id', '=', staffId)
    .executeTakeFirstOrThrow()
  return { provider: ctx.identityProvider?.name ?? null, linkedSince: row.identity_linked_at }
}

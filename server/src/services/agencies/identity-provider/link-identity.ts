import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { oneself } from '../oneself.ts'
import type { ProvenIdentity } from './identity-provider.ts'
import { identityIndex } from './sign-in-by-provider.ts'

/** 关联统一身份: from now on who was vouched for enters this account. Throws `Invalid` when it belongs to another. */
export async function linkIdentity(ctx: Context, identity: ProvenIdentity): Promise<void> {
  const { agencyId, staffId } = oneself(ctx)
  await tx(ctx, async (t) => {
    const index = identityIndex(ctx, identity)
    const holder = await t
      .selectFrom('staff')
      .select('staff_id')
      .where('identity_index', '=', index)
      .forUpdate()
      .executeTakeFirst()
    if (holder !== undefined && holder.staff_id !== staffId)
      throw new Invalid('这个统一身份已经与另一个账户关联，请先在那个账户中取消')
    await t
      .updateTable('staff')
      .set({ identity_index: index, identity_linked_at: ctx.now })
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'link-identity',
      objectKind: 'staff',
      objectId: staffId,
    })
  })
}

import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { oneself } from '../oneself.ts'

/** 取消关联统一身份: the account is entered with its password alone; one that has none keeps its link. */
export async function unlinkIdentity(ctx: Context): Promise<void> {
  const { agencyId, staffId } = oneself(ctx)
  await tx(ctx, async (t) => {
    const row = await t
      .selectFrom('staff')
      .select(['password_hash', 'identity_index'])
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .forUpdate()
      .executeTakeFirstOrThrow()
    if (row.identity_index === null) throw new Invalid('账户没有关联统一身份')
    if (row.password_hash === '')
      throw new Invalid('账户没有密码，取消关联后将不能登录；请先请系统管理员重置密码')
    await t
      .updateTable('staff')
      .set({ identity_index: null, identity_linked_at: null })
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'unlink-identity',
      objectKind: 'staff',
      objectId: staffId,
    })
  })
}

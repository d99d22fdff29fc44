import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { oneself } from '../oneself.ts'
import { type StaffContact, writeStaffContact } from './staff-contact.ts'

/** 修改我的联系方式和提醒方式. */
export async function saveMyContact(ctx: Context, contact: StaffContact): Promise<void> {
  const actor = oneself(ctx)
  if ((contact.quietFrom === null) !== (contact.quietTo === null)) {
    throw new Invalid('免打扰时段的开始和结束应当一起填写，或者都不填写', {
      [contact.quietFrom === null ? 'quietFrom' : 'quietTo']: '开始和结束应当一起填写，或者都不填写',
    })
  }
  if (contact.bySms && contact.mobile === null)
    throw new Invalid('选择短信提醒的，请填写手机号码', { mobile: '选择短信提醒的，请填写手机号码' })
  const { agencyId, staffId } = actor
  await tx(ctx, async (t) => {
    const masked = await writeStaffContact(t, ctx, actor, contact)
    const { byMail, bySms, leastLevel, quietFrom, quietTo } = contact
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-own-contact',
      objectKind: 'staff',
      objectId: staffId,
      detail: { ...masked, byMail, bySms, leastLevel, quietFrom, quietTo },
    })
  })
}

import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { requireWithin } from '../within.ts'
import { NO_CONTACT, readStaffContact, writeStaffContact } from './staff-contact.ts'

export type SetStaffContact = Readonly<{
  agencyId: string
  staffId: string
  mail: string | null
  mobile: string | null
}>

/** 登记工作人员的邮箱和手机; how and when they are used the person chooses. */
export async function setStaffContact(ctx: Context, input: SetStaffContact): Promise<void> {
  allow(ctx.actor, 'manage-staff')
  const { agencyId, staffId, mail, mobile } = input
  // An agency below lies behind the wall between agencies; `requireWithin` is the door in it.
  await tx({ ...ctx, scope: 'all' }, async (t) => {
    await requireWithin(t, ctx, agencyId)
    const staff = await t
      .selectFrom('staff')
      .select('staff_id')
      .where('agency_id', '=', agencyId)
      .where('staff_id', '=', staffId)
      .forUpdate()
      .executeTakeFirst()
    if (staff === undefined) throw new NotFound('这位工作人员')
    const before = (await readStaffContact(t, ctx, { agencyId, staffId })) ?? NO_CONTACT
    const contact = { ...before, mail, mobile, bySms: before.bySms && mobile !== null }
    const masked = await writeStaffContact(t, ctx, { agencyId, staffId }, contact)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'set-staff-contact',
      objectKind: 'staff',
      objectId: staffId,
      detail: masked,
    })
  })
}

import { addDays, type PlainDate } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { requireDepartment } from '../../agencies/department.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { allowWithin } from '../../disclosure/own-agency.ts'

export type AppointContact = Readonly<{
  agencyId: string
  departmentId: string | null
  name: string
  post: string
  phone: string
  fromOn: PlainDate
  trainedOn: PlainDate | null
  /** 交接情况: what the one before handed over. */
  handover: string
}>

/** 登记公开联系人: who held the work before ends the day before, with what was handed over. */
export async function appointContact(ctx: Context, input: AppointContact): Promise<string> {
  const { agencyId, departmentId, fromOn, trainedOn } = input
  allowWithin(ctx, 'record-activity', agencyId)
  if (fromOn > ctx.today) throw refused('fromOn', '任职日期不能晚于今天')
  if (trainedOn !== null && trainedOn > ctx.today) throw refused('trainedOn', '培训日期不能晚于今天')
  return tx(ctx, async (t) => {
    await requireDepartment(t, agencyId, departmentId)
    const before = await t
      .selectFrom('disclosure_contact')
      .select(['contact_id', 'from_on', 'name'])
      .where('agency_id', '=', agencyId)
      .where((where) =>
        departmentId === null
          ? where('department_id', 'is', null)
          : where('department_id', '=', departmentId),
      )
      .where('to_on', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (before !== undefined) {
      if (fromOn <= before.from_on)
        throw refused('fromOn', `任职日期应当晚于${before.name}的任职日期${before.from_on}`)
      await t
        .updateTable('disclosure_contact')
        .set((row) => ({
          to_on: addDays(fromOn, -1),
          handover: input.handover.trim(),
          version: row('version', '+', 1),
        }))
        .where('agency_id', '=', agencyId)
        .where('contact_id', '=', before.contact_id)
        .execute()
    }
    const contactId = newId()
    await t
      .insertInto('disclosure_contact')
      .values({
        agency_id: agencyId,
        contact_id: contactId,
        department_id: departmentId,
        name: input.name.trim(),
        post: input.post.trim(),
        phone: input.phone.trim(),
        from_on: fromOn,
        trained_on: trainedOn,
        recorded_at: ctx.now,
        recorded_by: actorName(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'appoint-contact',
      objectKind: 'disclosure-contact',
      objectId: contactId,
      detail: { name: input.name.trim() },
    })
    return contactId
  })
}

function refused(field: string, sentence: string): Invalid {
  return new Invalid(sentence, { [field]: sentence })
}

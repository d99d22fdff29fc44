import type { PlainDate } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Forbidden, Invalid } from '../../../errors.ts'
import { allow, may } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, actorName, type Context } from '../../context.ts'
import { getStaffMember } from '../staff-of-agency.ts'
import { type Absence, readAbsences } from './absence-store.ts'

export async function listAbsences(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly Absence[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, (t) => readAbsences(t, agencyId, ctx.today))
}

export type RecordAbsence = Readonly<{
  agencyId: string
  staffId: string
  deputyId: string
  fromOn: PlainDate
  toOn: PlainDate
}>

/** 登记休假、出差和代理人: one's own, or anybody's by the head of the office. The deputy is somebody who may do the work. */
export async function recordAbsence(ctx: Context, input: RecordAbsence): Promise<void> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, staffId, deputyId, fromOn, toOn } = input
  if (staffId !== actorId(ctx.actor) && !may(ctx.actor, 'lead-office'))
    throw new Forbidden('只能登记自己的休假；其他人的由公开工作机构负责人登记')
  if (toOn < fromOn) throw new Invalid('结束日期不能早于开始日期', { toOn: '结束日期不能早于开始日期' })
  if (deputyId === staffId) throw new Invalid('代理人应当是另一人', { deputyId: '请选择另一人' })
  await tx(ctx, async (t) => {
    const away = await getStaffMember(t, agencyId, staffId)
    const deputy = await getStaffMember(t, agencyId, deputyId)
    if (!deputy.roles.includes('clerk') && !deputy.roles.includes('office-head'))
      throw new Invalid('代理人应当是经办人或者公开工作机构负责人', { deputyId: '请选择经办人员' })
    const known = await readAbsences(t, agencyId, fromOn)
    if (known.some((one) => one.staffId === staffId && one.fromOn <= toOn))
      throw new Invalid('这段时间已经登记过，请先取消原来的登记', { fromOn: '与已登记的时间重叠' })
    await t
      .insertInto('staff_absence')
      .values({
        agency_id: agencyId,
        absence_id: newId(),
        staff_id: staffId,
        deputy_id: deputyId,
        from_on: fromOn,
        to_on: toOn,
        recorded_by: actorName(ctx.actor),
        recorded_at: ctx.now,
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-absence',
      objectKind: 'staff',
      objectId: staffId,
      detail: { name: away.name, deputy: deputy.name, fromOn, toOn },
    })
  })
}

/** 取消休假登记: from now on the cases are the person's own again. */
export async function cancelAbsence(
  ctx: Context,
  { agencyId, absenceId }: Readonly<{ agencyId: string; absenceId: string }>,
): Promise<void> {
  allow(ctx.actor, 'handle-request')
  await tx(ctx, async (t) => {
    let query = t
      .updateTable('staff_absence')
      .set({ cancelled_at: ctx.now })
      .where('agency_id', '=', agencyId)
      .where('absence_id', '=', absenceId)
      .where('cancelled_at', 'is', null)
    if (!may(ctx.actor, 'lead-office')) query = query.where('staff_id', '=', actorId(ctx.actor) ?? '')
    const { numUpdatedRows } = await query.executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw new Invalid('这项登记已经取消，或者不是您登记的')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'cancel-absence',
      objectKind: 'absence',
      objectId: absenceId,
    })
  })
}

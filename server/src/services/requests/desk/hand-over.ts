import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { callOff } from '../../notifications/call-off.ts'
import { notifyStaff } from '../../notifications/notify-staff.ts'
import { foldOf } from '../fold-of.ts'
import { statesOf } from '../list-requests.ts'
import { saveFold } from '../record-event.ts'
import { passReminders } from '../reminders/pass-reminders.ts'
import { insertNote } from '../request-notes.ts'
import { lockRequest, writeCaseColumns } from '../request-store.ts'
import { getStaffMember } from '../staff-of-agency.ts'
import { passTasksOn } from '../task/task-store.ts'

export type HandOver = Readonly<{
  agencyId: string
  fromId: string
  toId: string
  /** The cases; all that are open when it is left out. */
  requestIds?: readonly string[]
  reason: string
  /** Says what would move and moves nothing. */
  preview: boolean
}>

export type HandedOver = Readonly<{ requestId: string; number: string }>

/**
 * 工作交接: the open cases of one person go to another, each with a remark, and the reminders of them; all of them, or
 * none. The other is told by mail or SMS.
 */
export async function handOver(ctx: Context, input: HandOver): Promise<readonly HandedOver[]> {
  allow(ctx.actor, 'lead-office')
  const { agencyId, fromId, toId, requestIds, reason, preview } = input
  if (fromId === toId) throw new Invalid('请选择另一人接手', { toId: '请选择另一人接手' })
  return tx(ctx, async (t) => {
    const to = await getStaffMember(t, agencyId, toId)
    if (!to.roles.includes('clerk') && !to.roles.includes('office-head'))
      throw new Invalid('接手的应当是经办人或者公开工作机构负责人', { toId: '请选择经办人员' })
    let open = t
      .selectFrom('request')
      .select(['request_id', 'number'])
      .where('agency_id', '=', agencyId)
      .where('handler_id', '=', fromId)
      .where('state', 'in', [...statesOf('open'), ...statesOf('served')])
      .where('set_aside_at', 'is', null)
      .orderBy('request_id')
    if (requestIds !== undefined) open = open.where('request_id', 'in', [...requestIds])
    const cases = (await open.execute()).map(({ request_id, number }) => ({ requestId: request_id, number }))
    if (preview) return cases
    for (const { requestId } of cases) {
      const request = await lockRequest(t, agencyId, requestId)
      await writeCaseColumns(t, request, { handler_id: to.staffId })
      await insertNote(t, ctx, request, `工作交接：经办人改为${to.name}（${reason}）`)
      await saveFold(t, request, await foldOf(t, ctx, request))
    }
    const moved = cases.map(({ requestId }) => requestId)
    await passTasksOn(t, agencyId, moved, { fromId, toId })
    await passReminders(t, { agencyId, fromId, toId, requestIds: moved, at: ctx.now })
    if (requestIds === undefined)
      await callOff(t, { agencyId, staffId: fromId }, 'handler-reminder', `已经交接给${to.name}`)
    await notifyStaff(
      t,
      ctx,
      { agencyId, staffId: toId },
      {
        occasion: 'handed-over',
        matters: cases.map(({ number }) => ({ level: 'urgent', number })),
        path: moved.length === 1 ? `/requests/${moved[0]}` : '/requests',
      },
    )
    await recordAudit(t, ctx, {
      agencyId,
      action: 'hand-over',
      objectKind: 'staff',
      objectId: fromId,
      detail: { to: to.name, reason, cases: cases.map(({ number }) => number) },
    })
    return cases
  })
}

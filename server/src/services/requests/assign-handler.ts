import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { notifyStaff } from '../notifications/notify-staff.ts'
import { lockForDecision, type OnRequest, saveFold } from './record-event.ts'
import { passReminders } from './reminders/pass-reminders.ts'
import { insertNote } from './request-notes.ts'
import { writeCaseColumns } from './request-store.ts'
import { getStaffMember } from './staff-of-agency.ts'

export type AssignHandler = OnRequest & Readonly<{ handlerId: string }>

/** 指定经办人: hands the case to a colleague, reminders and all, and tells him; answers the new version. */
export async function assignHandler(ctx: Context, input: AssignHandler): Promise<number> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const { request, fold } = await lockForDecision(t, ctx, input)
    const handler = await getStaffMember(t, input.agencyId, input.handlerId)
    await writeCaseColumns(t, request, { handler_id: handler.staffId })
    await passOn(
      t,
      ctx,
      { ...request, agencyId: input.agencyId, requestId: input.requestId },
      handler.staffId,
    )
    await insertNote(t, ctx, request, `经办人改为${handler.name}`)
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'assign-handler',
      objectKind: 'request',
      objectId: input.requestId,
      detail: { number: request.number, handler: handler.name },
    })
    return saveFold(t, request, fold)
  })
}

type Passed = Readonly<{ agencyId: string; requestId: string; number: string; handlerId: string | null }>

async function passOn(
  t: Tx,
  ctx: Context,
  { agencyId, requestId, number, handlerId }: Passed,
  toId: string,
): Promise<void> {
  if (handlerId === toId) return
  if (handlerId !== null)
    await passReminders(t, { agencyId, fromId: handlerId, toId, requestIds: [requestId], at: ctx.now })
  // Who takes a case himself knows it.
  if (toId === actorId(ctx.actor)) return
  await notifyStaff(
    t,
    ctx,
    { agencyId, staffId: toId },
    {
      occasion: 'handed-over',
      matters: [{ level: 'soon', number }],
      path: `/requests/${requestId}`,
    },
  )
}

import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { lockForDecision, type OnRequest, saveFold } from './record-event.ts'
import { insertNote } from './request-notes.ts'
import { writeCaseColumns } from './request-store.ts'
import { getStaffMember } from './staff-of-agency.ts'

export type AssignHandler = OnRequest & Readonly<{ handlerId: string }>

/** 指定经办人: hands the case to a colleague; answers the new version. */
export async function assignHandler(ctx: Context, input: AssignHandler): Promise<number> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const { request, fold } = await lockForDecision(t, ctx, input)
    const handler = await getStaffMember(t, input.agencyId, input.handlerId)
    await writeCaseColumns(t, request, { handler_id: handler.staffId })
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

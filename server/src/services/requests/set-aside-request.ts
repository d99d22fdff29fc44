import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { allowToRead } from './reading/open-case.ts'
import { lockRequest } from './request-store.ts'

export type SetAsideRequest = Readonly<{
  agencyId: string
  requestId: string
  version: number
  reason: string
}>

/** Where nothing has been done on a case yet; later it is an application, and is answered as one. */
const UNTOUCHED = ['submitted', 'received-unconfirmed', 'registered'] as const

/**
 * 移入垃圾信息: what is no application at all (advertising, characters at random). A person does it, with a reason, and
 * may undo it; no machine does. The day of receipt stands, so that a mistake costs the applicant nothing but time.
 */
export async function setAsideRequest(ctx: Context, input: SetAsideRequest): Promise<void> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, requestId, version, reason } = input
  await tx(ctx, async (t) => {
    await allowToRead(t, ctx, { agencyId, requestId })
    const request = await lockRequest(t, agencyId, requestId)
    if (request.version !== version) throw new Stale(`申请${request.number}`)
    if (!UNTOUCHED.some((state) => state === request.state)) {
      throw new Invalid('申请已经开始办理，不能移入垃圾信息，请依法答复')
    }
    await t
      .updateTable('request')
      .set({
        set_aside_at: ctx.now,
        set_aside_by: actorName(ctx.actor),
        set_aside_reason: reason,
        version: sql`version + 1`,
      })
      .where('agency_id', '=', agencyId)
      .where('request_id', '=', requestId)
      .where('set_aside_at', 'is', null)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'set-aside-request',
      objectKind: 'request',
      objectId: requestId,
      detail: { number: request.number, reason },
    })
  })
}

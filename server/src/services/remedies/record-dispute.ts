import type { T4BlockId } from '@mingfu/law'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'

export type RecordDispute = Readonly<{
  agencyId: string
  requestId: string | null
  block: T4BlockId
  role: 'original' | 'co-defendant-reviewer'
  /** The reconsideration organ or the court. */
  organ: string
  caseNumber: string | null
  filedOn: string
  note?: string | null
}>

/** 登记行政复议、行政诉讼: a dispute of its own, linked to the application it is about; answers its id. */
export async function recordDispute(ctx: Context, input: RecordDispute): Promise<string> {
  allow(ctx.actor, 'record-dispute')
  const { agencyId, requestId } = input
  if (input.filedOn > ctx.today) {
    throw new Invalid('收到日期不能晚于今天', { filedOn: '收到日期不能晚于今天' })
  }
  const disputeId = newId()
  await tx(ctx, async (t) => {
    if (requestId !== null) {
      const request = await t
        .selectFrom('request')
        .select('received_on')
        .where('agency_id', '=', agencyId)
        .where('request_id', '=', requestId)
        .executeTakeFirst()
      if (request === undefined) throw new NotFound('这件申请')
      if (request.received_on !== null && input.filedOn < request.received_on) {
        throw new Invalid('收到日期不能早于收到申请之日', { filedOn: '收到日期不能早于收到申请之日' })
      }
    }
    await t
      .insertInto('dispute')
      .values({
        agency_id: agencyId,
        dispute_id: disputeId,
        request_id: requestId,
        block: input.block,
        role: input.role,
        organ: input.organ,
        case_number: input.caseNumber,
        filed_on: input.filedOn,
        note: input.note ?? null,
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-dispute',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { block: input.block, filedOn: input.filedOn },
    })
  })
  return disputeId
}

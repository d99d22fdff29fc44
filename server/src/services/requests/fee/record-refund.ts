import { type PlainDate, plainDateText } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid, Stale } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, actorName, type Context } from '../../context.ts'
import { readEvents } from '../event-store.ts'
import { allowToRead } from '../reading/open-case.ts'
import { insertNote } from '../request-notes.ts'
import { lockRequest } from '../request-store.ts'
import { feeOfCase } from './fee-of-case.ts'

export type RecordRefund = Readonly<{
  agencyId: string
  requestId: string
  version: number
  on: PlainDate
  amountInYuan: number
  reason: string
  /** 退付凭证: what proves that it was given back. */
  voucher: string
}>

/** 登记退费: of a fee that was paid, and never more than what was paid; it stands in the course of the case. */
export async function recordRefund(ctx: Context, input: RecordRefund): Promise<void> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, requestId, on, amountInYuan, reason, voucher } = input
  await tx(ctx, async (t) => {
    await allowToRead(t, ctx, input)
    const request = await lockRequest(t, agencyId, requestId)
    if (request.version !== input.version) throw new Stale(`申请${request.number}`)
    const fee = await feeOfCase(t, request, await readEvents(t, agencyId, requestId))
    if (fee?.paidOn == null) throw new Invalid('本件申请没有登记缴费，不能登记退费')
    const left = fee.paidYuan - fee.refundedYuan
    if (amountInYuan > left) {
      const sentence = left === 0 ? '缴纳的费用已经全部退还' : `退费不超过尚未退还的${left}元`
      throw new Invalid(sentence, { amountInYuan: sentence })
    }
    if (on < fee.paidOn || on > ctx.today) {
      const sentence = `退费日期应当在缴费之日（${plainDateText(fee.paidOn)}）以后、今天以前`
      throw new Invalid(sentence, { on: sentence })
    }
    await t
      .insertInto('fee_refund')
      .values({
        agency_id: agencyId,
        refund_id: newId(),
        request_id: requestId,
        refunded_on: on,
        amount_in_yuan: amountInYuan,
        reason,
        voucher,
        made_at: ctx.now,
        made_by: actorId(ctx.actor),
        made_name: actorName(ctx.actor),
      })
      .execute()
    const said = `${plainDateText(on)}退还信息处理费${amountInYuan}元：${reason}（凭证：${voucher}）`
    await insertNote(t, ctx, request, said)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-refund',
      objectKind: 'request',
      objectId: requestId,
      detail: { number: request.number, amountInYuan, on },
    })
  })
}

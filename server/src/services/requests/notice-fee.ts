import {
  composeFeeNotice,
  type FeeMethod,
  type FeeSchedule,
  feeLines,
  feeOfItem,
  feeOfPages,
  feeScheduleFor,
  type PlainDate,
} from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { issueLetter, nextLetterFrame, noticeRequest } from './issue-letter.ts'
import { itemNumberInMonth } from './item-number.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type NoticeFee = OnRequest &
  Readonly<{
    on: PlainDate
    method: FeeMethod
    /** Pages to be handed over; by volume only. */
    pages: number | null
    /** 缴纳方式: where and how to pay. */
    payment: string
    deliveredOn: PlainDate | null
  }>

/** 收费通知 (D11): the amount follows from the standard and is not typed; one request, one method. */
export async function noticeFee(ctx: Context, input: NoticeFee): Promise<Handled & { amountInYuan: number }> {
  allow(ctx.actor, 'handle-request')
  const { on, method, payment, deliveredOn } = input
  return tx(ctx, async (t) => {
    const frame = await nextLetterFrame(t, input.agencyId, on)
    const locked = await lockForDecision(t, ctx, input)
    const schedule = locked.fold.receivedOn === null ? null : feeScheduleFor(locked.fold.receivedOn)
    const number = await itemNumberInMonth(t, ctx.countingPractice, locked.request)
    const fee = reckon(number, input, schedule)
    const event = {
      kind: 'fee-noticed',
      on,
      method,
      amountInYuan: fee.amountInYuan,
      quantity: fee.quantity,
      ...(deliveredOn === null ? {} : { deliveredOn }),
    } as const
    const recorded = await recordEvent(t, ctx, locked, event, { office: { payment, number: frame.number } })
    const notice = noticeRequest(locked.request, recorded.fold)
    const { feeClock } = locked.settings
    const facts = { method, standard: fee.standard, amountInYuan: fee.amountInYuan, payment, feeClock }
    await issueLetter(t, ctx, input, composeFeeNotice(frame, notice, facts))
    return { ...handled(recorded), amountInYuan: fee.amountInYuan }
  })
}

type Fee = Readonly<{ quantity: number; amountInYuan: number; standard: string }>

function reckon(itemNumber: number, { method, pages }: NoticeFee, schedule: FeeSchedule | null): Fee {
  if (method === 'by-item') {
    const amountInYuan = schedule === null ? 0 : feeOfItem(itemNumber, schedule)
    return {
      quantity: itemNumber,
      amountInYuan,
      standard: `本件为同一申请人当月第${itemNumber}件申请，按件计收${amountInYuan}元`,
    }
  }
  if (pages === null) throw new Invalid('请填写提供信息的页数', { pages: '请填写提供信息的页数' })
  if (schedule === null) return { quantity: pages, amountInYuan: 0, standard: '' }
  const lines = feeLines(pages, schedule.byVolume).map(
    ({ from, to, count, unitYuan }) => `第${from}至${to}页共${count}页，每页${unitYuan}元`,
  )
  return {
    quantity: pages,
    amountInYuan: feeOfPages(pages, schedule),
    standard: `共${pages}页，按量超额累进计收：${lines.join('；')}`,
  }
}

import type { ApplicantClass, PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'
import { writeCaseColumns } from './request-store.ts'
import { getStaffMember } from './staff-of-agency.ts'

export type StartReview = OnRequest &
  Readonly<{
    on: PlainDate
    handlerId: string
    /** 申请人类别, confirmed: it decides the column of the annual report and nothing else. */
    applicantClass: ApplicantClass
  }>

/** 开始办理: names who handles it, and confirms which class the applicant counts in. */
export async function startReview(ctx: Context, input: StartReview): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    const handler = await getStaffMember(t, input.agencyId, input.handlerId)
    await writeCaseColumns(t, locked.request, {
      handler_id: handler.staffId,
      applicant_class: input.applicantClass,
    })
    const request = { ...locked.request, applicantClass: input.applicantClass }
    const event = { kind: 'review-started', on: input.on } as const
    return handled(
      await recordEvent(t, ctx, { ...locked, request }, event, { office: { handler: handler.name } }),
    )
  })
}

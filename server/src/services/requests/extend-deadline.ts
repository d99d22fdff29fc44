import { composeExtensionNotice, type PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { issueLetter, nextLetterFrame, noticeRequest } from './issue-letter.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'
import { getStaffMember } from './staff-of-agency.ts'

export type ExtendDeadline = OnRequest &
  Readonly<{
    /** The day the applicant is told. */
    on: PlainDate
    workingDays: number
    reason: string
    /** The head of the disclosure office who consented. */
    approvedBy: string
    approvedOn: PlainDate
  }>

/** 延长答复期限: moves the deadline, keeps who consented and why, and issues the notice to the applicant (D05). */
export async function extendDeadline(ctx: Context, input: ExtendDeadline): Promise<Handled> {
  allow(ctx.actor, 'extend-deadline')
  const { on, workingDays, reason, approvedOn } = input
  return tx(ctx, async (t) => {
    const frame = await nextLetterFrame(t, input.agencyId, on)
    const locked = await lockForDecision(t, ctx, input)
    const head = await getStaffMember(t, input.agencyId, input.approvedBy)
    if (!head.roles.includes('office-head')) {
      throw new Invalid('请选择政府信息公开工作机构负责人', {
        approvedBy: '请选择政府信息公开工作机构负责人',
      })
    }
    const event = { kind: 'extended', on, workingDays, approvedBy: head.name, approvedOn, reason } as const
    const recorded = await recordEvent(t, ctx, locked, event, { office: { number: frame.number } })
    const { dueOn, provisional } = recorded.fold.clock
    if (dueOn !== null) {
      const notice = noticeRequest(locked.request, recorded.fold)
      const facts = { workingDays, dueOn, provisional, reason }
      await issueLetter(t, ctx, input, composeExtensionNotice(frame, notice, facts))
    }
    return handled(recorded)
  })
}

import type { DisputeStepKind, PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { insertStep } from './dispute-step-store.ts'
import { lockDispute } from './dispute-store.ts'

export type RecordDisputeStep = Readonly<{
  agencyId: string
  disputeId: string
  kind: DisputeStepKind
  on: PlainDate
  /** 延长至: the new last day, where a court set one. */
  until: PlainDate | null
  note: string
}>

/** 登记案件进展: an answer handed in, a hearing, a suspension; the periods of the case follow. Answers its id. */
export async function recordDisputeStep(ctx: Context, input: RecordDisputeStep): Promise<string> {
  allow(ctx.actor, 'record-dispute')
  const { agencyId, disputeId, kind, on, until, note } = input
  return tx(ctx, async (t) => {
    const { filedOn } = await lockDispute(t, ctx, agencyId, disputeId)
    const refuse = (field: string, message: string) => {
      throw new Invalid(message, { [field]: message })
    }
    if (on > ctx.today) refuse('on', '日期不能晚于今天，请核对')
    if (on < filedOn) refuse('on', '日期不能早于申请、起诉之日，请核对')
    if (until !== null && kind !== 'extended') refuse('until', '只有延长审理期限才填写延长至何日')
    if (until !== null && until <= on) refuse('until', '延长至的日期应当晚于延长之日，请核对')
    if (kind === 'other' && note.trim() === '') refuse('note', '请写明是什么进展')
    const stepId = await insertStep(t, ctx, { agencyId, disputeId, kind, on, until, note })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'record-dispute-step',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { kind, on },
    })
    return stepId
  })
}

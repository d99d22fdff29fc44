import {
  type DisputeOutcome,
  type FailedStep,
  LITIGATION_RESULTS,
  type LitigationResult,
  type PlainDate,
  REVIEW_RESULTS,
  type ReviewResult,
  type T4BlockId,
} from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { lockForDecision, recordEvent } from '../requests/record-event.ts'
import { lockDispute, type StoredDispute } from './dispute-store.ts'

export type ConcludeDispute = Readonly<{
  agencyId: string
  disputeId: string
  version: number
  concludedOn: PlainDate
  result: ReviewResult | LitigationResult
  resultText: string
  /** Where a corrected case went wrong; asked for then, and only then. */
  failedStep: FailedStep | null
  /** 责令重新答复: reopens the application, to be answered by this day. */
  answerAgain: Readonly<{ dueOn: PlainDate; requestVersion: number }> | null
}>

/** 登记审结: the result in the law's words decides the column of table four; an order to answer reopens the application. */
export async function concludeDispute(ctx: Context, input: ConcludeDispute): Promise<number> {
  allow(ctx.actor, 'record-dispute')
  const { agencyId, disputeId, concludedOn } = input
  return tx(ctx, async (t) => {
    const dispute = await lockDispute(t, ctx, agencyId, disputeId)
    if (dispute.version !== input.version) throw new Stale('这件案件')
    const outcome = outcomeOf(dispute.block, input.result)
    check(ctx, dispute, input, outcome)
    const version = dispute.version + 1
    await t
      .updateTable('dispute')
      .set({
        concluded_on: concludedOn,
        outcome,
        result: input.result,
        result_text: input.resultText || null,
        failed_step: input.failedStep,
        version,
      })
      .where('agency_id', '=', agencyId)
      .where('dispute_id', '=', disputeId)
      .execute()
    if (input.answerAgain !== null && dispute.requestId !== null) {
      const { dueOn, requestVersion } = input.answerAgain
      const on = { agencyId, requestId: dispute.requestId, version: requestVersion }
      const by = dispute.block === 'review' ? 'reconsideration' : 'court'
      const locked = await lockForDecision(t, ctx, on)
      const event = { kind: 'ordered-again', on: concludedOn, by, dueOn } as const
      await recordEvent(t, ctx, locked, event, { office: { disputeId, caseNumber: dispute.caseNumber } })
    }
    await recordAudit(t, ctx, {
      agencyId,
      action: 'conclude-dispute',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { result: input.result, outcome },
    })
    return version
  })
}

/** The column of table four that a result counts in; a result of the other kind of case is none. */
export function outcomeOf(block: T4BlockId, result: string): DisputeOutcome {
  const results: Readonly<Record<string, { outcome: DisputeOutcome }>> =
    block === 'review' ? REVIEW_RESULTS : LITIGATION_RESULTS
  const row = Object.hasOwn(results, result) ? results[result] : undefined
  if (row === undefined)
    throw new Invalid('请选择与案件类别相符的结果', { result: '请选择与案件类别相符的结果' })
  return row.outcome
}

function check(ctx: Context, dispute: StoredDispute, input: ConcludeDispute, outcome: DisputeOutcome): void {
  const refuse = (field: string, message: string) => {
    throw new Invalid(message, { [field]: message })
  }
  if (dispute.concludedOn !== null) refuse('concludedOn', '这件案件已经登记审结，不能重复登记')
  if (input.concludedOn > ctx.today) refuse('concludedOn', '审结日期不能晚于今天，请核对')
  if (input.concludedOn < dispute.filedOn) refuse('concludedOn', '审结日期不能早于申请、起诉之日，请核对')
  if (outcome === 'corrected' && input.failedStep === null) {
    refuse('failedStep', '结果为纠正的，请选择出问题的环节')
  }
  if (input.answerAgain !== null && dispute.requestId === null) {
    refuse('answerAgain', '这件案件没有关联申请，不能登记责令重新答复')
  }
}

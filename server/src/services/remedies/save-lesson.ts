import type { FailedStep, PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { lockDispute } from './dispute-store.ts'

export type SaveLesson = Readonly<{
  agencyId: string
  disputeId: string
  version: number
  failedStep: FailedStep
  /** 原因分析. */
  lesson: string
  /** 改进措施, by when, and when it was done. */
  measure: string
  measureDueOn: PlainDate | null
  measureDoneOn: PlainDate | null
}>

/** 登记原因分析和改进措施 of a case that was corrected; answers the new version. */
export async function saveLesson(ctx: Context, input: SaveLesson): Promise<number> {
  allow(ctx.actor, 'record-dispute')
  const { agencyId, disputeId, failedStep, lesson, measure, measureDueOn, measureDoneOn } = input
  return tx(ctx, async (t) => {
    const dispute = await lockDispute(t, ctx, agencyId, disputeId)
    if (dispute.version !== input.version) throw new Stale('这件案件')
    if (dispute.outcome !== 'corrected') throw new Invalid('只有结果为纠正的案件才需要分析原因')
    if (measureDoneOn !== null && measureDoneOn > ctx.today) {
      throw new Invalid('完成日期不能晚于今天，请核对', { measureDoneOn: '完成日期不能晚于今天，请核对' })
    }
    const version = dispute.version + 1
    await t
      .updateTable('dispute')
      .set({
        failed_step: failedStep,
        lesson,
        measure: measure || null,
        measure_due_on: measureDueOn,
        measure_done_on: measureDoneOn,
        version,
      })
      .where('agency_id', '=', agencyId)
      .where('dispute_id', '=', disputeId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-lesson',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { failedStep },
    })
    return version
  })
}

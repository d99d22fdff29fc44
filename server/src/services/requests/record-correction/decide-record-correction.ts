import { composeRecordCorrection, type RecordCorrectionResult, remedyClause } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid, Stale } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { NAME_COMES_LATER } from '../issue-letter.ts'
import { nextReplyFrame, standingOf } from '../issue-reply.ts'
import { lockRecordCorrection } from './record-correction-store.ts'

/** What the office found; the record itself is known. */
export type Finding =
  | Readonly<{ kind: 'corrected'; result: string }>
  | Readonly<{ kind: 'not-corrected'; reason: string }>
  | Readonly<{ kind: 'forwarded' | 'pointed'; to: string }>

export type DecideRecordCorrection = Readonly<{
  agencyId: string
  correctionId: string
  version: number
  finding: Finding
}>

/** 作出更正处理 (D15): corrected, not corrected with reasons, forwarded, or pointed to who is competent; with remedies. */
export async function decideRecordCorrection(ctx: Context, input: DecideRecordCorrection): Promise<string> {
  allow(ctx.actor, 'lead-office')
  const { agencyId, correctionId, finding } = input
  return tx(ctx, async (t) => {
    const frame = await nextReplyFrame(t, agencyId, ctx.today)
    const one = await lockRecordCorrection(t, ctx, agencyId, correctionId)
    if (one.version !== input.version) throw new Stale(`更正申请${one.number}`)
    if (one.decidedOn !== null) throw new Invalid('这件更正申请已经处理完毕')
    const { agencyOf } = frame
    const { text: remedy } = uphold(
      remedyClause({
        outcome: 'other-misc',
        decidedOn: ctx.today,
        agency: standingOf(agencyOf),
        court: agencyOf.court,
      }),
    )
    const result = { ...finding, record: one.record } as RecordCorrectionResult
    const notice = {
      number: one.number,
      applicant: NAME_COMES_LATER,
      applicantClass: one.kind === 'person' ? ('natural-person' as const) : ('other-org' as const),
      receivedOn: one.receivedOn,
      asked: one.record,
    }
    const letter = uphold(composeRecordCorrection(frame, notice, result, remedy))
    await t
      .updateTable('record_correction')
      .set({
        result: JSON.stringify(result),
        letter: JSON.stringify({ ...letter, addressee: '' }),
        document_number: frame.number,
        decided_on: ctx.today,
        decided_by: actorName(ctx.actor),
        version: one.version + 1,
      })
      .where('agency_id', '=', agencyId)
      .where('correction_id', '=', correctionId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'decide-record-correction',
      objectKind: 'record-correction',
      objectId: correctionId,
      detail: { number: one.number, finding: finding.kind, documentNumber: frame.number },
    })
    return frame.number
  })
}

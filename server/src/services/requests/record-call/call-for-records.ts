import { composeSearchOrder, type PlainDate } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { issueLetter, nextLetterFrame } from '../issue-letter.ts'
import { openCase } from '../reading/open-case.ts'
import { insertRecordCall } from './record-call-store.ts'

export type CallForRecords = Readonly<{
  agencyId: string
  requestId: string
  on: PlainDate
  unit: string
  /** What is looked for; nothing of the applicant. */
  information: string
  keywords: readonly string[]
  places: readonly string[]
  respondBy: PlainDate
}>

/** 协办函 (D10): asks a unit to search in its own records and answer in writing by a day; the reply period goes on. */
export async function callForRecords(ctx: Context, input: CallForRecords): Promise<string> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, requestId, on, unit, information, keywords, places, respondBy } = input
  if (respondBy < on) throw new Invalid('答复期限不能早于发出日期', { respondBy: '答复期限不能早于发出日期' })
  return tx(ctx, async (t) => {
    const frame = await nextLetterFrame(t, agencyId, on)
    const { number, dueOn } = await openCase(t, ctx, { agencyId, requestId })
    if (dueOn !== null && respondBy > dueOn) {
      const late = `协办的期限晚于本件申请的答复期限（${dueOn}），请提前`
      throw new Invalid(late, { respondBy: late })
    }
    const callId = newId()
    await insertRecordCall(t, ctx, input, {
      callId,
      unit,
      information,
      keywords,
      places,
      sentOn: on,
      respondBy,
    })
    const facts = { requestNumber: number, information, keywords, places, respondBy }
    await issueLetter(t, ctx, input, composeSearchOrder(frame, unit, facts), { to: 'unit' })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'call-for-records',
      objectKind: 'request',
      objectId: requestId,
      detail: { number, unit, respondBy },
    })
    return callId
  })
}

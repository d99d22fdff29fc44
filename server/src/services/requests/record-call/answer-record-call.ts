import type { PlainDate, SearchRecord } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import type { KeptFile } from '../keep-attachment.ts'
import { openCase } from '../reading/open-case.ts'
import { insertEvidence } from '../record-evidence.ts'
import { insertRequestFile } from '../request-file-store.ts'
import { lockRecordCall, writeRecordCall } from './record-call-store.ts'

export type AnswerRecordCall = Readonly<{
  agencyId: string
  requestId: string
  callId: string
  on: PlainDate
  /** What the unit found, or its opinion. */
  answer: string
  systems: readonly string[]
  period: string
  searchedBy: string
  attachments: readonly KeptFile[]
}>

/** 收到协办答复: what the unit answered in writing; its search becomes a search record of the case (D17). */
export async function answerRecordCall(ctx: Context, input: AnswerRecordCall): Promise<void> {
  allow(ctx.actor, 'handle-request')
  await tx(ctx, async (t) => {
    const { number } = await openCase(t, ctx, { agencyId: input.agencyId, requestId: input.requestId })
    const call = await lockRecordCall(t, input, input.callId)
    if (call.answeredOn !== null)
      throw new Invalid(`${call.unit}的答复已经登记；另有答复的，请作为在卷材料登记`)
    if (input.on < call.sentOn || input.on > ctx.today)
      throw new Invalid('收到日期应当在发出协办函之后、今天以前', {
        on: '收到日期应当在发出协办函之后、今天以前',
      })
    const fileIds: string[] = []
    for (const file of input.attachments)
      fileIds.push(await insertRequestFile(t, ctx, input, { ...file, purpose: 'evidence' }))
    const search: SearchRecord = {
      systems: input.systems,
      words: call.keywords,
      period: input.period,
      searchedBy: input.searchedBy,
      searchedOn: input.on,
      unitsAsked: [call.unit],
    }
    await insertEvidence(t, ctx, input, 'search-record', { ...search, hits: input.answer, fileIds })
    await writeRecordCall(t, input, { ...call, answeredOn: input.on, answer: input.answer })
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'answer-record-call',
      objectKind: 'request',
      objectId: input.requestId,
      detail: { number, unit: call.unit, on: input.on },
    })
  })
}

import { plainDateText } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { allowToRead } from '../reading/open-case.ts'
import { insertNote } from '../request-notes.ts'
import { lockRecordCall, writeRecordCall } from './record-call-store.ts'

export type ChaseRecordCall = Readonly<{ agencyId: string; requestId: string; callId: string; how: string }>

/** 催办: reminds a unit that has not answered; day and way stay in the course of the case. */
export async function chaseRecordCall(ctx: Context, input: ChaseRecordCall): Promise<void> {
  allow(ctx.actor, 'handle-request')
  await tx(ctx, async (t) => {
    await allowToRead(t, ctx, input)
    const call = await lockRecordCall(t, input, input.callId)
    if (call.answeredOn !== null) throw new Invalid(`${call.unit}已经答复，不用再催办`)
    const chasedOn = [...call.chasedOn, ctx.today]
    await writeRecordCall(t, input, { ...call, chasedOn })
    const late = ctx.today > call.respondBy ? '，已超过期限' : ''
    const text = `第${chasedOn.length}次催办${call.unit}：${input.how}（协办期限${plainDateText(call.respondBy)}${late}）`
    await insertNote(t, ctx, input, text)
  })
}

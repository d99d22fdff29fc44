import { extendDeadline as lawExtend } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { type Handled, lockForDecision, type OnRequest, saveFold } from '../record-event.ts'
import { insertNote } from '../request-notes.ts'
import { insertExtensionRequest, readExtensionRequests } from './extension-store.ts'

export type AskExtension = OnRequest & Readonly<{ workingDays: number; reason: string }>

/** 申请延长答复期限: asks the head of the disclosure office, who decides; nothing moves until then. */
export async function askExtension(ctx: Context, input: AskExtension): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  return tx(ctx, async (t) => {
    const { request, fold } = await lockForDecision(t, ctx, input)
    const asked = await readExtensionRequests(t, request)
    if (asked.some(({ decision }) => decision === null)) throw new Invalid('已经申请延长，正在等待负责人决定')
    const { dueOn, extendedByWorkingDays } = fold.clock
    if (dueOn === null) throw new Invalid('期限还没有起算，不用延长')
    // What the law refuses whoever consents is said at once.
    const { workingDays, reason } = input
    const ask = { workingDays, approvedBy: '负责人', today: ctx.today }
    uphold(lawExtend({ dueOn, extendedBy: extendedByWorkingDays }, ask, ctx.calendar))
    await insertExtensionRequest(t, ctx, request, { extensionId: newId(), workingDays, reason })
    await insertNote(t, ctx, request, `申请延长答复期限${workingDays}个工作日：${reason}`)
    const version = await saveFold(t, request, fold)
    return { version, state: fold.state, dueOn }
  })
}

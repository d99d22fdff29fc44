import { composeExtensionNotice } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { actorName, type Context } from '../../context.ts'
import { issueLetter, nextLetterFrame, noticeRequest } from '../issue-letter.ts'
import {
  type Handled,
  handled,
  lockForDecision,
  type OnRequest,
  recordEvent,
  saveFold,
} from '../record-event.ts'
import { insertNote } from '../request-notes.ts'
import { readExtensionRequests, writeExtensionDecision } from './extension-store.ts'

export type DecideExtension = OnRequest &
  Readonly<{ extensionId: string; decision: 'approved' | 'refused'; opinion: string }>

/** 决定是否延长: the head of the disclosure office consents himself, and the notice (D05) goes out the same day; or refuses. */
export async function decideExtension(ctx: Context, input: DecideExtension): Promise<Handled> {
  allow(ctx.actor, 'lead-office')
  const { agencyId, extensionId, decision, opinion } = input
  return tx(ctx, async (t) => {
    const frame = decision === 'approved' ? await nextLetterFrame(t, agencyId, ctx.today) : null
    const locked = await lockForDecision(t, ctx, input)
    const asked = (await readExtensionRequests(t, locked.request)).find(
      (one) => one.extensionId === extensionId,
    )
    if (asked === undefined || asked.decision !== null)
      throw new Invalid('这项延长申请已经有决定，请刷新页面核对')
    await writeExtensionDecision(t, ctx, locked.request, input)
    if (frame === null) {
      await insertNote(t, ctx, locked.request, `不同意延长答复期限：${opinion}`)
      const version = await saveFold(t, locked.request, locked.fold)
      return { version, state: locked.fold.state, dueOn: locked.fold.clock.dueOn }
    }
    const { workingDays, reason } = asked
    const approvedBy = actorName(ctx.actor)
    const event = {
      kind: 'extended',
      on: ctx.today,
      workingDays,
      approvedBy,
      approvedOn: ctx.today,
      reason,
    } as const
    const recorded = await recordEvent(t, ctx, locked, event, { office: { number: frame.number } })
    const { dueOn, provisional } = recorded.fold.clock
    if (dueOn !== null) {
      const notice = noticeRequest(locked.request, recorded.fold)
      await issueLetter(
        t,
        ctx,
        input,
        composeExtensionNotice(frame, notice, { workingDays, dueOn, provisional, reason }),
      )
    }
    return handled(recorded)
  })
}

import { composeOverrideNotice, type PlainDate, remedyClause } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { readConsultations } from './consultation-store.ts'
import { issueLetter } from './issue-letter.ts'
import { nextReplyFrame, standingOf } from './issue-reply.ts'
import { lockForDecision, type OnRequest } from './record-event.ts'
import { insertEvidence } from './record-evidence.ts'

export type TellOfOverride = OnRequest &
  Readonly<{
    consultationId: string
    on: PlainDate
    /** What will be disclosed. */
    disclosed: string
    /** Why the public interest outweighs. */
    reason: string
    releaseOn: PlainDate
  }>

/**
 * 依申请公开告知书 (D08): tells a third party that refused, before anything goes out, what will be disclosed and why
 * the public interest outweighs, with the ways of contesting it. Answers the letter's id.
 */
export async function tellOfOverride(ctx: Context, input: TellOfOverride): Promise<string> {
  allow(ctx.actor, 'approve-decision')
  const { agencyId, consultationId, on, disclosed, reason, releaseOn } = input
  if (releaseOn < on) throw new Invalid('公开日期不能早于告知日期', { releaseOn: '公开日期不能早于告知日期' })
  return tx(ctx, async (t) => {
    const frame = await nextReplyFrame(t, agencyId, on)
    const { request, settings, fold } = await lockForDecision(t, ctx, input)
    const asked = fold.clock.consultations.find(({ consultation }) => consultation === consultationId)
    const party = (await readConsultations(t, ctx, request)).find(
      (one) => one.consultationId === consultationId,
    )
    if (party?.partyKind !== 'third-party' || asked?.answer !== 'refusal')
      throw new Invalid('只有第三方不同意公开的，才需要出具依申请公开告知书')
    const { agencyOf } = frame
    const { text: remedy } = uphold(
      remedyClause(
        { outcome: 'grant-provided', decidedOn: on, agency: standingOf(agencyOf), court: agencyOf.court },
        settings,
      ),
    )
    const facts = { requestNumber: request.number, disclosed, reason, releaseOn, remedy }
    const letter = composeOverrideNotice(frame, '第三方', facts)
    const letterId = await issueLetter(t, ctx, input, letter, { to: 'consulted-party', consultationId })
    const override = { on, content: disclosed, reason }
    await insertEvidence(t, ctx, input, 'public-interest-weighing', { text: reason, override, fileIds: [] })
    return letterId
  })
}

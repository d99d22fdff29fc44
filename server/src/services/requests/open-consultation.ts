import {
  type ConsultedParty,
  composeCoMakerConsultation,
  composeConsultationNotice,
  composeThirdPartyConsultation,
  type Letter,
  type LetterFrame,
  type PlainDate,
  type Ruling,
} from '@mingfu/law'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { insertConsultation, type Party } from './consultation-store.ts'
import { issueLetter, nextLetterFrame, noticeRequest } from './issue-letter.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

export type OpenConsultation = OnRequest &
  Readonly<{
    /** The day the letter is sent. */
    on: PlainDate
    with: ConsultedParty
    party: Party
    /** What the party is asked about; nothing of the applicant. */
    subject: string
    why: string
  }>

/**
 * 征求意见: asks a third party (D06) or a co-making agency (D09) in writing, and tells the applicant that the time is
 * not counted (D07). A question to the secrecy authority is recorded; its letter is a classified matter of its own.
 */
export async function openConsultation(
  ctx: Context,
  input: OpenConsultation,
): Promise<Handled & { consultationId: string }> {
  allow(ctx.actor, 'handle-request')
  const { on, party, subject } = input
  return tx(ctx, async (t) => {
    const asking = input.with === 'secrecy-authority' ? null : { with: input.with }
    const frames = asking && [
      await nextLetterFrame(t, input.agencyId, on),
      await nextLetterFrame(t, input.agencyId, on),
    ]
    const locked = await lockForDecision(t, ctx, input)
    const consultationId = newId()
    const event = { kind: 'consultation-opened', on, consultation: consultationId, with: input.with } as const
    const recorded = await recordEvent(t, ctx, locked, event, { office: { subject, why: input.why } })
    await insertConsultation(t, ctx, input, { consultationId, partyKind: input.with, party, subject })
    const [toParty, toApplicant] = frames ?? []
    if (asking && toParty && toApplicant) {
      const letter = consultationLetter(asking.with, toParty, locked.request.number, input)
      await issueLetter(t, ctx, input, letter, { to: 'consulted-party', consultationId })
      const notice = noticeRequest(locked.request, recorded.fold)
      const told = composeConsultationNotice(toApplicant, notice, { with: asking.with, sentOn: on })
      await issueLetter(t, ctx, input, told)
    }
    return { ...handled(recorded), consultationId }
  })
}

/** The party's name is put in when the letter is drawn, as an applicant's is. */
function consultationLetter(
  party: 'third-party' | 'co-maker',
  frame: LetterFrame,
  requestNumber: string,
  { subject, why }: OpenConsultation,
): Ruling<Letter> {
  const facts = { requestNumber, information: subject, why }
  return party === 'third-party'
    ? composeThirdPartyConsultation(frame, '第三方', facts)
    : composeCoMakerConsultation(frame, '共同制作机关', facts)
}

import {
  judgeSecrecyReview,
  kindMayGoOutAtOnce,
  laterReviewDue,
  mayGoOutAtOnce,
  type SecrecyAnswer,
  type SecrecyQuestion,
  URGENT_GATES,
  type UrgentGateId,
  type UrgentGround,
} from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Forbidden, Invalid, Refused } from '../../errors.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { type BroughtOut, bringOut } from './bring-out.ts'
import { heardOn } from './document-consultation.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { digestNow, listAttachments, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { publishingGates } from './publishing-gates.ts'
import { apartFromDrafters, draftersOf, moveDocument, sameContent } from './release.ts'
import { levelsFor, readReleaseRules } from './release-rules/release-rules.ts'
import { lookAt } from './review-secrecy.ts'
import { insertReview } from './secrecy-review-store.ts'
import { submissionCircumstances } from './submission-circumstances.ts'
import { submissionFaults } from './submission-faults.ts'

export type ReleaseUrgently = OnDocument &
  Readonly<{
    ground: UrgentGround
    reason: string
    answers: Readonly<Partial<Record<SecrecyQuestion, SecrecyAnswer>>>
  }>

/**
 * 应急发布, 先发后审: a leader who did not write it answers every question of the secrecy review and releases it under
 * his own name. What may be made up afterwards is written gate by gate in `URGENT_GATES`; everything else stops it
 * whatever the hurry.
 */
export async function releaseUrgently(
  ctx: Context,
  input: ReleaseUrgently,
): Promise<BroughtOut & Readonly<{ laterReviewDueOn: string }>> {
  allowWithin(ctx, 'release-urgently', input.agencyId)
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Forbidden('应急发布应当由签发领导本人办理')
  const reason = input.reason.trim()
  const looked = await lookAt(ctx, input)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId, content } = document
    const events = await listDocumentEvents(t, document)
    const digest = await digestNow(t, document)
    uphold(apartFromDrafters(actor.staffId, draftersOf(events)))
    const state = moveDocument('publish-urgently', { ctx, document, events, digest, reason })
    uphold(kindMayGoOutAtOnce(content.kind))
    uphold(sameContent(digest, looked.digest))
    const attachments = await listAttachments(t, document)
    const faults = submissionFaults(
      content,
      attachments.length,
      ctx.today,
      await submissionCircumstances(t, document),
    )
    const [first] = Object.values(faults)
    if (first !== undefined) throw new Invalid(first, faults)
    if (document.correctsId !== null) throw new Invalid('更正应当经过各级审核，不能应急发布')
    uphold(judgeSecrecyReview({ answers: input.answers, opinion: 'disclose', reason }))
    uphold(await heardOn(t, document, { answers: input.answers, opinion: 'disclose' }))
    uphold(mayGoOutAtOnce(looked.findings))
    const waiting: UrgentGateId[] = []
    for (const { gate, ...refusal } of await publishingGates(t, ctx, document)) {
      if (URGENT_GATES[gate].waits === 'never') throw new Refused(refusal)
      waiting.push(gate)
    }

    const findings = looked.findings.map((finding) => ({ ...finding, override: `应急发布：${reason}` }))
    const formNumber = await insertReview(t, ctx, {
      agencyId,
      documentId,
      answers: input.answers,
      findings,
      opinion: 'disclose',
      reason: `应急发布：${reason}`,
      contentDigest: digest,
      reviewerId: actor.staffId,
    })
    const { rules } = await readReleaseRules(t, agencyId)
    const toMakeUp = levelsFor(rules, content.kind).filter(
      ({ step }) => step !== 'self-check' && step !== 'leader-approval',
    )
    const dueOn = laterReviewDue(ctx.today, rules.laterReviewWithin, ctx.calendar)
    const change = {
      state,
      content_digest: digest,
      approved_digest: digest,
      urgent_at: ctx.now,
      urgent_ground: input.ground,
      urgent_reason: reason,
      urgent_by: actor.name,
      later_review_due_on: dueOn,
    }
    const facts = { digest, ground: input.ground, reason, formNumber, levels: toMakeUp, dueOn, waiting }
    const out = await bringOut(t, ctx, document, { change, event: { kind: 'published-urgently', facts } })
    return { ...out, laterReviewDueOn: dueOn }
  })
}

import {
  cite,
  judgeSecrecyReview,
  refuse,
  type SecrecyAnswer,
  type SecrecyQuestion,
  type WithdrawalReason,
} from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Refused } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, digestNow, lockDocument } from './document-store.ts'
import { laterReviewIn } from './later-review.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { publishingGates } from './publishing-gates.ts'
import { apartFromDrafters, draftersOf } from './release.ts'
import { requireLevelRole } from './review-level.ts'
import { lookAt } from './review-secrecy.ts'
import { insertReview } from './secrecy-review-store.ts'
import { takeDown } from './take-down.ts'

export type ReviewLater = OnDocument &
  Readonly<{
    /** Whether it may stay; what may not is taken down at once. */
    stays: boolean
    note: string
    /** Asked at the secrecy review. */
    answers: Readonly<Partial<Record<SecrecyQuestion, SecrecyAnswer>>>
    withdrawal?: WithdrawalReason | undefined
  }>

/** 补审: a level that an urgent release passed over, by somebody who neither wrote, released nor reviewed it. */
export async function reviewLater(
  ctx: Context,
  input: ReviewLater,
): Promise<{ version: number; finished: boolean }> {
  allowWithin(ctx, 'pass-review-level', input.agencyId)
  const note = input.note.trim()
  const looked = await lookAt(ctx, input)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId } = document
    const events = await listDocumentEvents(t, document)
    const later = laterReviewIn(events)
    const level = later?.next
    const open = document.state === 'published' && document.urgent?.laterReviewedAt === null
    if (later === null || level === undefined || level === null || !open)
      return uphold(refuse('no-later-review', '这条信息没有待办的补审', cite('regulation', 17)))
    requireLevelRole(ctx.actor, later.levels, level.step)
    const by = actorId(ctx.actor)
    uphold(apartFromDrafters(by, draftersOf(events)))
    if (by !== null && later.judges.includes(by))
      uphold(refuse('same-reviewer', '发布人和已经补审的人不得再审，请由其他人办理', cite('regulation', 17)))
    if (!input.stays && note === '') throw new Invalid('请写明理由', { note: '请写明理由' })
    const digest = await digestNow(t, document)
    const formNumber = level.step === 'secrecy-review' && by !== null ? await form(by) : null
    const facts = { step: level.step, label: level.label, stays: input.stays, note, formNumber, digest }
    const finished = input.stays && later.levels.filter(({ passedBy }) => passedBy === null).length === 1
    // What waited for the release has to be there, or promised, before the review is over.
    if (finished)
      for (const { gate: _, ...refusal } of await publishingGates(t, ctx, document))
        throw new Refused(refusal)
    const change = finished || !input.stays ? { later_reviewed_at: ctx.now } : {}
    const version = await changeDocument(t, ctx, document, change, { kind: 'later-reviewed', facts })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'review-later',
      objectKind: 'document',
      objectId: documentId,
      detail: { level: level.label, stays: input.stays },
    })
    if (input.stays) return { version, finished }
    const reason = input.withdrawal ?? 'secrecy'
    return { version: await takeDown(t, ctx, { ...document, version }, { reason, note }), finished: true }

    async function form(reviewerId: string): Promise<string> {
      const opinion = input.stays ? 'disclose' : 'withhold'
      uphold(judgeSecrecyReview({ answers: input.answers, opinion, reason: note }))
      return insertReview(t, ctx, {
        agencyId,
        documentId,
        answers: input.answers,
        findings: looked.findings.map((finding) => ({ ...finding, override: note })),
        opinion,
        reason: `补审：${note}`,
        contentDigest: digest,
        reviewerId,
      })
    }
  })
}

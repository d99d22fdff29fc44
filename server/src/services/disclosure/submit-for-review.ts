import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import type { Context } from '../context.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, digestNow, listAttachments, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'
import { levelsFor, readReleaseRules } from './release-rules/release-rules.ts'
import { submissionCircumstances } from './submission-circumstances.ts'
import { submissionFaults } from './submission-faults.ts'

/** 自审、送审: the drafter has checked it himself and nothing required is missing. */
export async function submitForReview(ctx: Context, input: OnDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'draft-document', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const digest = await digestNow(t, document)
    const events = await listDocumentEvents(t, document)
    const { version: rulesVersion, rules } = await readReleaseRules(t, document.agencyId)
    const levels = levelsFor(rules, document.content.kind)
    const state = moveDocument('submit', { ctx, document, events, digest, passing: 'self-check', levels })
    const attachments = await listAttachments(t, document)
    const faults = submissionFaults(
      document.content,
      attachments.length,
      ctx.today,
      await submissionCircumstances(t, document),
    )
    const first = Object.values(faults)[0]
    if (first !== undefined) throw new Invalid(first, faults)
    const change = { state, content_digest: digest }
    const facts = { digest, levels, proofreading: rules.proofread, rulesVersion }
    return { version: await changeDocument(t, ctx, document, change, { kind: 'submitted', facts }) }
  })
}

import { checkProof, type ProofItem } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { recordAudit } from '../audit.ts'
import { actorId, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, digestNow, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { apartFromDrafters, draftersOf, moveDocument } from './release.ts'
import { levelsIn, proofreadIn, requireLevelRole } from './review-level.ts'

export type ApproveDocument = OnDocument &
  Readonly<{ opinion?: string; proofread?: readonly ProofItem[] | undefined }>

/** 签发: by a leader who neither wrote nor reviewed it; the signature holds for this content and no other. */
export async function approveDocument(ctx: Context, input: ApproveDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'approve-document', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const events = await listDocumentEvents(t, document)
    const digest = await digestNow(t, document)
    requireLevelRole(ctx.actor, levelsIn(events), 'leader-approval')
    uphold(apartFromDrafters(actorId(ctx.actor), draftersOf(events)))
    const state = moveDocument('approve', { ctx, document, events, digest, passing: 'leader-approval' })
    const proofread = uphold(checkProof(proofreadIn(events), input.proofread ?? []))
    const change = { state, approved_digest: digest }
    const facts = { digest, opinionText: input.opinion?.trim() ?? '', proofread }
    const version = await changeDocument(t, ctx, document, change, { kind: 'approved', facts })
    await recordAudit(t, ctx, {
      agencyId: document.agencyId,
      action: 'approve-document',
      objectKind: 'document',
      objectId: document.documentId,
      detail: { digest },
    })
    return { version }
  })
}

import { checkProof, cite, nextStep, type ProofItem, passStep, refuse } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, digestNow, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { apartFromDrafters, draftersOf, sameContent } from './release.ts'
import { levelsIn, passedSteps, proofreadIn, requireLevelRole } from './review-level.ts'

export type PassLevel = OnDocument &
  Readonly<{ opinion: string; proofread?: readonly ProofItem[] | undefined }>

/** The levels between the drafter's own check and the secrecy review: 部门审、公开机构审, by whatever name. */
const HERE = ['unit-review', 'office-review']

/** 初审、复审: passes the level that a document now waits at, over exactly the content that was submitted. */
export async function passLevel(ctx: Context, input: PassLevel): Promise<{ version: number }> {
  allowWithin(ctx, 'pass-review-level', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const events = await listDocumentEvents(t, document)
    const digest = await digestNow(t, document)
    const levels = levelsIn(events)
    const chain = levels.map(({ step }) => step)
    const passed = passedSteps(events)
    const step = nextStep(chain, passed, digest)
    const level = levels.find((one) => one.step === step)
    if (document.state !== 'submitted' || level === undefined || !HERE.includes(level.step)) {
      throw uphold(refuse('not-this-step', '这条信息现在不在这一审核环节', cite('regulation', 17)))
    }
    requireLevelRole(ctx.actor, levels, level.step)
    uphold(apartFromDrafters(actorId(ctx.actor), draftersOf(events)))
    const by = actorId(ctx.actor) ?? actorName(ctx.actor)
    const drafter = document.createdBy ?? ''
    uphold(passStep(chain, passed, { step: level.step, by, digest, drafter }))
    uphold(sameContent(digest, document.contentDigest))
    const proofread = uphold(checkProof(proofreadIn(events), input.proofread ?? []))
    const facts = { ...level, digest, opinionText: input.opinion.trim(), proofread }
    const version = await changeDocument(t, ctx, document, {}, { kind: 'level-passed', facts })
    await recordAudit(t, ctx, {
      agencyId: document.agencyId,
      action: 'pass-review-level',
      objectKind: 'document',
      objectId: document.documentId,
      detail: { level: level.label, digest },
    })
    return { version }
  })
}

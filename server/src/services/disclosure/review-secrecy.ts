import {
  checkProof,
  cite,
  type ExemptionCode,
  judgeSecrecyReview,
  type ProofItem,
  type PublicationAct,
  type PublicationState,
  type ReviewStep,
  refuse,
  type SecrecyAnswer,
  type SecrecyOpinion,
  type SecrecyQuestion,
} from '@mingfu/law'
import type { ScreeningLevel } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import { Forbidden, Invalid, NotFound } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { contentDigest } from './content-digest.ts'
import { heardOn } from './document-consultation.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, digestNow, findDocument, listAttachments, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { apartFromDrafters, draftersOf, moveDocument, sameContent } from './release.ts'
import { levelsIn, proofreadIn, requireLevelRole } from './review-level.ts'
import { screenDocument } from './screen-document.ts'
import { insertReview } from './secrecy-review-store.ts'

export type ReviewSecrecy = OnDocument &
  Readonly<{
    answers: Readonly<Partial<Record<SecrecyQuestion, SecrecyAnswer>>>
    opinion: SecrecyOpinion
    reason: string
    /** 不予公开的法定理由, where the draft names none. */
    exemption?: ExemptionCode | null | undefined
    /** Why each finding of the automatic check may stand, by the finding's id. */
    overrides: Readonly<Record<string, string>>
    /** 校对 of this level, where the organ asks for it. */
    proofread?: readonly ProofItem[] | undefined
  }>

/** What an opinion does. 区分处理 is the drafter's work, and its result is reviewed anew. */
const ACT = {
  disclose: { act: 'review', passing: 'secrecy-review' },
  'disclose-after-separation': { act: 'return' },
  withhold: { act: 'withhold' },
  refer: { act: 'refer' },
} as const satisfies Record<SecrecyOpinion, { act: PublicationAct; passing?: ReviewStep }>

/** 保密审查: every question answered by somebody who did not write the document; kept on record with the digest. */
export async function reviewSecrecy(
  ctx: Context,
  input: ReviewSecrecy,
): Promise<{ version: number; formNumber: string; state: PublicationState }> {
  allowWithin(ctx, 'review-secrecy', input.agencyId)
  const { actor } = ctx
  if (actor.kind !== 'staff') throw new Forbidden('保密审查应当由审查人本人办理')
  // Before the transaction: a large attachment takes its time. The digest below tells whether it is still the same.
  const looked = await lookAt(ctx, input)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId } = document
    const events = await listDocumentEvents(t, document)
    const digest = await digestNow(t, document)
    requireLevelRole(actor, levelsIn(events), 'secrecy-review')
    uphold(apartFromDrafters(actor.staffId, draftersOf(events)))
    const opinion = uphold(judgeSecrecyReview(input))
    uphold(await heardOn(t, document, { answers: input.answers, opinion }))
    const exemption = input.exemption ?? document.content.exemption
    if (opinion === 'withhold' && exemption === null) {
      const sentence = '不予公开的，请选定法定理由的种类（条例第十四条至第十六条）'
      throw new Invalid(sentence, { exemption: sentence })
    }
    const reason = input.reason.trim()
    const state = moveDocument(ACT[opinion].act, { ctx, document, events, digest, reason, ...ACT[opinion] })
    uphold(sameContent(digest, document.contentDigest))
    uphold(sameContent(digest, looked.digest))
    const findings = looked.findings.map((finding) => ({
      ...finding,
      override: input.overrides[finding.id]?.trim() ?? '',
    }))
    if (opinion === 'disclose') settleFindings(findings)
    const proofread = uphold(checkProof(opinion === 'disclose' && proofreadIn(events), input.proofread ?? []))

    const formNumber = await insertReview(t, ctx, {
      agencyId,
      documentId,
      answers: input.answers,
      findings,
      opinion,
      reason,
      exemption: opinion === 'withhold' ? exemption : null,
      contentDigest: digest,
      reviewerId: actor.staffId,
    })
    const change = { state, approved_digest: null }
    const event = { kind: 'reviewed', facts: { formNumber, opinion, reason, digest, proofread } } as const
    const version = await changeDocument(t, ctx, document, change, event)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'review-secrecy',
      objectKind: 'document',
      objectId: documentId,
      detail: { formNumber, opinion },
    })
    return { version, formNumber, state }
  })
}

/** Content and what the automatic check says of it; before the transaction, for a large attachment takes its time. */
export async function lookAt(ctx: Context, input: Readonly<{ agencyId: string; documentId: string }>) {
  const document = await findDocument(ctx.db, input)
  if (document === undefined) throw new NotFound('这条政府信息')
  const attachments = await listAttachments(ctx.db, document)
  return {
    digest: contentDigest(document.content, attachments),
    findings: await screenDocument(ctx, document.agencyId, document.content, attachments),
  }
}

type Answered = Readonly<{ level: ScreeningLevel; where: string; message: string; override: string }>

/** What is forbidden nobody lets pass; what stops is let pass by the reviewer with a reason; a reminder needs none. */
function settleFindings(findings: readonly Answered[]): void {
  const forbidden = findings.find(({ level }) => level === 'veto')
  if (forbidden !== undefined) {
    const { where, message } = forbidden
    const reason = `发布前检查：${where}${message}。这一项不能放行，请退回修改；确系误判的，先登记到检查名单`
    uphold(refuse('screening-veto', reason, cite('regulation', 17)))
  }
  const open = findings.find(({ level, override }) => level === 'block' && override === '')
  if (open === undefined) return
  const reason = `发布前检查：${open.message}。确需保留的，应当逐条写明理由`
  uphold(refuse('screening-unanswered', reason, cite('regulation', 17)))
}

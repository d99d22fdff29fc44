import { cite, type RelationKind, refuse } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { lockDocument } from '../document-store.ts'
import type { OnDocument } from '../on-document.ts'
import { allowWithin } from '../own-agency.ts'
import { leaveValidity, type ValidityOutcome } from './leave-validity.ts'
import { openValidityQuestions } from './validity-question.ts'

export type SettleValidity = OnDocument &
  Readonly<{
    /** The withdrawn document. */
    fromId: string
    kind: RelationKind
    outcome: ValidityOutcome
    /** Public: on what it rests. */
    basis: string
  }>

/**
 * 核定有效性: somebody decides what becomes of a document whose repealing, replacing or amending document was taken off
 * the site. Taking a text off the site does not end what it decided, so the program does not decide it.
 */
export async function settleValidity(ctx: Context, input: SettleValidity): Promise<{ version: number }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const { agencyId, documentId, fromId, kind, outcome } = input
  const basis = input.basis.trim()
  if (basis === '')
    throw new Invalid('请写明依据，随有效性说明公开', { basis: '请写明依据，随有效性说明公开' })
  return tx(ctx, async (t) => {
    const older = await lockDocument(t, input)
    const open = await openValidityQuestions(t, agencyId, documentId)
    if (!open.some((one) => one.fromId === fromId && one.kind === kind))
      uphold(refuse('validity-not-open', '没有等待核定的有效性，请刷新页面', cite('website-guidelines')))
    const { version, validity } = await leaveValidity(t, ctx, older, { outcome, fromId, basis })
    await t
      .updateTable('document_relation')
      .set({
        settled_at: ctx.now,
        settled_as: outcome === 'restore' ? 'restored' : 'kept',
        settled_basis: basis,
        settled_by: actorName(ctx.actor),
      })
      .where('agency_id', '=', agencyId)
      .where('from_id', '=', fromId)
      .where('to_id', '=', documentId)
      .where('kind', '=', kind)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'settle-validity',
      objectKind: 'document',
      objectId: documentId,
      detail: { fromId, kind, outcome, validity, basis },
    })
    return { version }
  })
}

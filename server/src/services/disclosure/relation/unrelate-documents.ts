import { cite, DOCUMENT_RELATIONS, type RelationKind, refuse, type ValidityState } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import type { Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { recordDocumentEvent } from '../document-event-store.ts'
import { lockDocument, type StoredDocument } from '../document-store.ts'
import { renewDueDays } from '../due/renew-due-days.ts'
import { allowWithin } from '../own-agency.ts'
import { leaveValidity, type ValidityOutcome } from './leave-validity.ts'

export type UnrelateDocuments = Readonly<{
  agencyId: string
  fromId: string
  toId: string
  kind: RelationKind
  reason: string
  /** What becomes of the older document, where the relation gave it its 有效性. */
  validity?: ValidityOutcome | undefined
  /** Which other document says that it stays as it is marked. */
  basis?: string | undefined
}>

/**
 * 移除关联: the statement goes from both pages; who took it back, when and why stays in the course of both documents.
 * Where it had changed the older one's 有效性, the person says whether that is restored or rests on something else.
 */
export async function unrelateDocuments(ctx: Context, input: UnrelateDocuments): Promise<void> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const { agencyId, fromId, toId, kind } = input
  const reason = input.reason.trim()
  if (reason === '') throw new Invalid('请写明移除关联的理由', { reason: '请写明移除关联的理由' })
  await tx(ctx, async (t) => {
    const locked = new Map<string, StoredDocument>()
    for (const documentId of [fromId, toId].sort())
      locked.set(documentId, await lockDocument(t, { agencyId, documentId }))
    const newer = locked.get(fromId)
    const older = locked.get(toId)
    const row = await t
      .selectFrom('document_relation')
      .select('effective_on')
      .where('agency_id', '=', agencyId)
      .where('from_id', '=', fromId)
      .where('to_id', '=', toId)
      .where('kind', '=', kind)
      .executeTakeFirst()
    if (row === undefined || newer === undefined || older === undefined)
      return uphold(refuse('no-such-relation', '这项关联已经移除，请刷新页面', cite('website-guidelines')))
    const facts = { kind, reason, effectiveOn: row.effective_on }
    await recordDocumentEvent(t, ctx, newer, { kind: 'unrelated', facts: { ...facts, toId } })
    await recordDocumentEvent(t, ctx, older, { kind: 'unrelated', facts: { ...facts, fromId } })
    const makes: ValidityState | null = DOCUMENT_RELATIONS[kind].makes
    if (makes !== null && newer.publishedAt !== null && older.validity === makes) {
      const outcome = input.validity
      if (outcome === undefined) {
        const sentence = '请选择另一件文件的有效性：恢复，或者写明依据维持不变'
        throw new Invalid(sentence, { validity: sentence })
      }
      const basis = outcome === 'keep' ? (input.basis?.trim() ?? '') : reason
      if (basis === '') {
        const sentence = '维持不变的，请写明依据哪一件文件'
        throw new Invalid(sentence, { basis: sentence })
      }
      await leaveValidity(t, ctx, older, { outcome, fromId, basis })
    }
    await t
      .deleteFrom('document_relation')
      .where('agency_id', '=', agencyId)
      .where('from_id', '=', fromId)
      .where('to_id', '=', toId)
      .where('kind', '=', kind)
      .execute()
    if (kind === 'interprets') await renewDueDays(t, ctx, agencyId, [fromId])
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'unrelate-documents',
      objectKind: 'document',
      objectId: fromId,
      detail: { ...facts, toId, validity: input.validity ?? null },
    })
  })
}

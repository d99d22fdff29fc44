import {
  cite,
  DOCUMENT_RELATIONS,
  type DocumentRelation,
  type PlainDate,
  type RelationKind,
  refuse,
  relationCircle,
} from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { enqueue } from '../../../db/enqueue.ts'
import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import type { Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { recordDocumentEvent } from '../document-event-store.ts'
import { changeDocument, lockDocument } from '../document-store.ts'
import { renewDueDays } from '../due/renew-due-days.ts'
import { allowWithin } from '../own-agency.ts'

export type RelateDocuments = Readonly<{
  agencyId: string
  /** The newer document: the one that repeals, amends, replaces or interprets. */
  fromId: string
  toId: string
  kind: RelationKind
  effectiveOn: PlainDate
}>

/**
 * 废止、修改、代替、解读: one statement that both pages show. It changes the older document's validity once the newer
 * one is published: at once here, or by publishing it.
 */
export async function relateDocuments(ctx: Context, input: RelateDocuments): Promise<void> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const { agencyId, fromId, toId, kind, effectiveOn } = input
  await tx(ctx, async (t) => {
    // Locked in the order of their ids, so that two statements about the same pair wait for each other.
    for (const documentId of [fromId, toId].sort()) await lockDocument(t, { agencyId, documentId })
    const relations = [...(await allRelations(t, agencyId)), { from: fromId, to: toId, kind, effectiveOn }]
    if (fromId === toId || relationCircle(relations).length > 0) {
      uphold(
        refuse(
          'relation-in-a-circle',
          '两件文件不能互相废止、修改或者代替，请核对方向',
          cite('website-guidelines'),
        ),
      )
    }
    await t
      .insertInto('document_relation')
      .values({ agency_id: agencyId, from_id: fromId, to_id: toId, kind, effective_on: effectiveOn })
      .onConflict((conflict) =>
        conflict
          .columns(['agency_id', 'from_id', 'to_id', 'kind'])
          .doUpdateSet({ effective_on: effectiveOn }),
      )
      .execute()
    const facts = { kind, toId, effectiveOn }
    await recordDocumentEvent(t, ctx, { agencyId, documentId: fromId }, { kind: 'related', facts })
    await recordDocumentEvent(
      t,
      ctx,
      { agencyId, documentId: toId },
      { kind: 'related', facts: { kind, fromId, effectiveOn } },
    )
    if (kind === 'interprets') await renewDueDays(t, ctx, agencyId, [fromId])
    await applyRelations(t, ctx, { agencyId, documentId: fromId })
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'relate-documents',
      objectKind: 'document',
      objectId: fromId,
      detail: facts,
    })
  })
}

/** Gives the documents that a published one repeals, replaces or amends their new validity. */
export async function applyRelations(
  t: Tx,
  ctx: Context,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<void> {
  const from = await t
    .selectFrom('document')
    .select(['state', 'title', 'document_number'])
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  if (from === undefined) throw new NotFound('这条政府信息')
  if (from.state !== 'published') return
  // It stands on the site again: what was settled while it did not is over.
  await t
    .updateTable('document_relation')
    .set({ settled_at: null, settled_as: null, settled_basis: null, settled_by: null })
    .where('agency_id', '=', agencyId)
    .where('from_id', '=', documentId)
    .execute()
  const relations = await t
    .selectFrom('document_relation')
    .select(['to_id', 'kind', 'effective_on'])
    .where('agency_id', '=', agencyId)
    .where('from_id', '=', documentId)
    .orderBy('to_id')
    .execute()
  for (const relation of relations) {
    const validity = DOCUMENT_RELATIONS[relation.kind as RelationKind].makes
    if (validity === null) continue
    const older = await lockDocument(t, { agencyId, documentId: relation.to_id })
    const on = relation.effective_on as PlainDate
    // What is repealed stays repealed; an amendment does not bring it back.
    if (older.validity === 'repealed' || (older.validity === validity && older.validityChangedOn === on))
      continue
    const facts = { validity, on, by: from.document_number ?? from.title, fromId: documentId }
    await changeDocument(
      t,
      ctx,
      older,
      { validity, validity_changed_on: on },
      { kind: 'validity-changed', facts },
    )
    await enqueue(t, 'index-document', { agencyId, documentId: older.documentId })
  }
}

async function allRelations(t: Tx, agencyId: string): Promise<readonly DocumentRelation[]> {
  const rows = await t
    .selectFrom('document_relation')
    .select(['from_id', 'to_id', 'kind', 'effective_on'])
    .where('agency_id', '=', agencyId)
    .execute()
  return rows.map((row) => ({
    from: row.from_id,
    to: row.to_id,
    kind: row.kind as RelationKind,
    effectiveOn: row.effective_on as PlainDate,
  }))
}

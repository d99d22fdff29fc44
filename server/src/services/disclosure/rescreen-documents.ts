import type { ScreeningFinding } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { listsOfAgency } from '../screening/lists-of-agency.ts'
import { findDocument, listAttachments, type StoredDocument } from './document-store.ts'
import { allowWithin } from './own-agency.ts'
import { enqueueForPublishers, goOnAfter, publishedBatch } from './published-batch.ts'
import { screenDocument } from './screen-document.ts'
import { listReviews } from './secrecy-review-store.ts'

/**
 * 在网内容复查: everything that is published, by the lists as they are now. What is found is kept as an issue and
 * assigned to who drafted the document; what a reviewer let pass stays passed; what is gone is marked as gone.
 */
export async function rescreenDocuments(
  ctx: Context,
  { agencyId, after }: Readonly<{ agencyId: string; after?: string }>,
): Promise<void> {
  if (agencyId === 'all') return enqueueForPublishers(ctx, 'rescreen-documents')
  allowWithin(ctx, 'read-documents', agencyId)
  const batch = await publishedBatch(ctx, { agencyId, after })
  const lists = await tx(ctx, (t) => listsOfAgency(t, agencyId))
  for (const documentId of batch) {
    const document = await findDocument(ctx.db, { agencyId, documentId })
    if (document !== undefined) await rescreen(ctx, document, lists)
  }
  await goOnAfter(ctx, 'rescreen-documents', agencyId, batch)
}

async function rescreen(
  ctx: Context,
  document: StoredDocument,
  lists: Awaited<ReturnType<typeof listsOfAgency>>,
): Promise<void> {
  const { agencyId, documentId, content, createdBy } = document
  const attachments = await listAttachments(ctx.db, document)
  const [review] = await listReviews(ctx.db, document)
  const passed = new Set(
    (review?.findings ?? []).filter(({ override }) => override !== '').map(({ id }) => id),
  )
  const findings = (await screenDocument(ctx, agencyId, content, attachments, lists)).filter(
    ({ id }) => !passed.has(id),
  )
  await tx(ctx, async (t) => {
    await t
      .updateTable('screening_issue')
      .set({ gone_at: ctx.now })
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .where('gone_at', 'is', null)
      .$if(findings.length > 0, (query) =>
        query.where(
          'finding_id',
          'not in',
          findings.map(({ id }) => id),
        ),
      )
      .execute()
    for (const finding of findings) {
      const row = columnsOf(finding)
      await t
        .insertInto('screening_issue')
        .values({
          agency_id: agencyId,
          document_id: documentId,
          finding_id: finding.id,
          ...row,
          found_at: ctx.now,
          assigned_to: createdBy,
        })
        .onConflict((conflict) =>
          conflict.columns(['agency_id', 'document_id', 'finding_id']).doUpdateSet({ ...row, gone_at: null }),
        )
        .execute()
    }
  })
}

function columnsOf({ rule, level, where, message, excerpt }: ScreeningFinding) {
  return { rule, level, place: where, message, excerpt }
}

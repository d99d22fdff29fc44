import type { ScreeningFinding } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { findDocument, listAttachments, type StoredDocument } from './document-store.ts'
import { allowWithin } from './own-agency.ts'
import { screenDocument } from './screen-document.ts'
import { listReviews } from './secrecy-review-store.ts'

/**
 * 在网内容复查: everything that is published, by the lists as they are now. What is found is kept as an issue and
 * assigned to who drafted the document; what a reviewer let pass stays passed; what is gone is marked as gone.
 */
export async function rescreenDocuments(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<void> {
  allowWithin(ctx, 'read-documents', agencyId)
  const published = await ctx.db
    .selectFrom('document')
    .select('document_id')
    .where('agency_id', '=', agencyId)
    .where('state', '=', 'published')
    .orderBy('published_at', 'desc')
    .execute()
  for (const { document_id: documentId } of published) {
    const document = await findDocument(ctx.db, { agencyId, documentId })
    if (document !== undefined) await rescreen(ctx, document)
  }
}

async function rescreen(ctx: Context, document: StoredDocument): Promise<void> {
  const { agencyId, documentId, content, createdBy } = document
  const attachments = await listAttachments(ctx.db, document)
  const [review] = await listReviews(ctx.db, document)
  const passed = new Set(
    (review?.findings ?? []).filter(({ override }) => override !== '').map(({ id }) => id),
  )
  const findings = (await screenDocument(ctx, agencyId, content, attachments)).filter(
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

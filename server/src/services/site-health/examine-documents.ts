import { type PlainDate, validityOn } from '@mingfu/law'
import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { type Agency, getAgency } from '../agencies/find-agency.ts'
import type { Context } from '../context.ts'
import { contentDigest } from '../disclosure/content-digest.ts'
import { allowWithin } from '../disclosure/own-agency.ts'
import { enqueueForPublishers, goOnAfter, publishedBatch } from '../disclosure/published-batch.ts'
import { publishingGates } from '../disclosure/publishing-gates.ts'
import { readWholeDocument, type WholeDocument } from '../disclosure/read-whole-document.ts'
import { type Breach, documentBreaches } from './document-breaches.ts'

/**
 * 在网信息体检: everything that an agency has published, one by one, by the rules as they are now. What is found is kept
 * with the day it was first found; what is gone is marked as gone.
 */
export async function examineDocuments(
  ctx: Context,
  { agencyId, after }: Readonly<{ agencyId: string; after?: string }>,
): Promise<void> {
  if (agencyId === 'all') return enqueueForPublishers(ctx, 'examine-documents')
  allowWithin(ctx, 'read-documents', agencyId)
  const agency = await getAgency(ctx.db, agencyId)
  const batch = await publishedBatch(ctx, { agencyId, after })
  for (const documentId of batch) {
    const whole = await readWholeDocument(ctx.db, { agencyId, documentId })
    const publishedAt = whole?.document.publishedAt ?? null
    if (whole === undefined || publishedAt === null) continue
    await keepBreaches(ctx, { agencyId, documentId }, await breachesOf(ctx, agency, whole, publishedAt))
  }
  await goOnAfter(ctx, 'examine-documents', agencyId, batch)
}

async function breachesOf(
  ctx: Context,
  agency: Agency,
  { document, attachments, events }: WholeDocument,
  publishedAt: Date,
): Promise<readonly Breach[]> {
  const { agencyId, documentId, content } = document
  const related = await ctx.db
    .selectFrom('document_relation')
    .innerJoin('document as other', (join) =>
      join
        .onRef('other.agency_id', '=', 'document_relation.agency_id')
        .onRef('other.document_id', '=', 'document_relation.from_id'),
    )
    .select('document_relation.kind')
    .where('document_relation.agency_id', '=', agencyId)
    .where('to_id', '=', documentId)
    .where('other.state', '=', 'published')
    .execute()
  const repealed = events.some(({ kind, facts }) => kind === 'validity-changed' && Boolean(facts.by))
  return documentBreaches({
    content,
    attachments,
    indexNumber: document.indexNumber,
    organ: agency.creditCode ?? agency.slug,
    publishedAt,
    publishedOn: dayOf(publishedAt),
    releasedAt: events
      .filter(({ kind }) => kind === 'published' || kind === 'published-urgently')
      .map(({ at }) => at),
    digest: contentDigest(content, attachments),
    // Released first and reviewed later: bound by who released it.
    signedDigest: document.approvedDigest ?? (document.urgent === null ? null : document.contentDigest),
    validity: validityOn({ ...document, expiresOn: content.expiresOn }, ctx.today),
    endedBy: related.filter(({ kind }) => kind !== 'interprets').length + (repealed ? 1 : 0),
    interpretations: related.filter(({ kind }) => kind === 'interprets').length,
    interpretationPlannedOn: document.interpretation.plannedOn,
    gates: await publishingGates(ctx.db, { ...ctx, calendar: ctx.calendarOf(agencyId) }, document),
    today: ctx.today,
  })
}

/** One line a rule and document. */
async function keepBreaches(
  ctx: Context,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
  breaches: readonly Breach[],
): Promise<void> {
  const byRule = Map.groupBy(breaches, ({ rule }) => rule)
  await tx(ctx, async (t) => {
    await t
      .updateTable('site_finding')
      .set({ gone_at: ctx.now })
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .where('gone_at', 'is', null)
      .$if(byRule.size > 0, (query) => query.where('rule', 'not in', [...byRule.keys()]))
      .execute()
    for (const [rule, found] of byRule) {
      const message = found.map((breach) => breach.message).join('；')
      await t
        .insertInto('site_finding')
        .values({ agency_id: agencyId, rule, document_id: documentId, message, found_at: ctx.now })
        .onConflict((conflict) =>
          conflict.columns(['agency_id', 'rule', 'document_id']).doUpdateSet((eb) => ({
            message,
            // Found anew after it was gone, it counts from now.
            found_at: sql<Date>`case when site_finding.gone_at is null then site_finding.found_at else ${eb.ref('excluded.found_at')} end`,
            gone_at: null,
          })),
        )
        .execute()
    }
  })
}

const EIGHT_HOURS = 8 * 3_600_000

function dayOf(at: Date): PlainDate {
  return new Date(at.getTime() + EIGHT_HOURS).toISOString().slice(0, 10) as PlainDate
}

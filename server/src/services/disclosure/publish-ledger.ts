import type { PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'

export type LedgerRow = Readonly<{
  documentId: string
  indexNumber: string
  title: string
  documentNumber: string | null
  writtenOn: PlainDate
  publishDueOn: PlainDate | null
  publishedAt: Date
  drafter: string
  reviewer: string
  reviewForm: string
  approver: string
  publisher: string
  withdrawnAt: Date | null
}>

/** 发布台账 of a year: what was published, when, and who drafted, reviewed, signed and published it. */
export async function publishLedger(
  ctx: Context,
  { agencyId, year }: Readonly<{ agencyId: string; year: number }>,
): Promise<readonly LedgerRow[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const rows = await ctx.db
    .selectFrom('document')
    .innerJoin('document_event as event', (join) =>
      join
        .onRef('event.agency_id', '=', 'document.agency_id')
        .onRef('event.document_id', '=', 'document.document_id'),
    )
    .select(['document.document_id', 'index_number', 'title', 'document_number', 'written_on'])
    .select(['publish_due_on', 'published_at', 'withdrawn_at'])
    .select([actorOf('drafted'), actorOf('reviewed'), actorOf('approved'), actorOf('published')])
    .select(
      sql<
        string | null
      >`(array_agg(event.facts->>'formNumber' order by event.seq desc) filter (where event.kind = 'reviewed'))[1]`.as(
        'review_form',
      ),
    )
    .where('document.agency_id', '=', agencyId)
    .where('published_at', '>=', sql<Date>`${`${year}-01-01T00:00:00+08:00`}::timestamptz`)
    .where('published_at', '<', sql<Date>`${`${year + 1}-01-01T00:00:00+08:00`}::timestamptz`)
    .groupBy(['document.agency_id', 'document.document_id'])
    .orderBy('published_at')
    .orderBy('document.document_id')
    .execute()
  return rows.map((row) => ({
    documentId: row.document_id,
    indexNumber: row.index_number ?? '',
    title: row.title,
    documentNumber: row.document_number,
    writtenOn: row.written_on as PlainDate,
    publishDueOn: row.publish_due_on as PlainDate | null,
    publishedAt: row.published_at as Date,
    drafter: row.drafted ?? '',
    reviewer: row.reviewed ?? '',
    reviewForm: row.review_form ?? '',
    approver: row.approved ?? '',
    publisher: row.published ?? '',
    withdrawnAt: row.withdrawn_at,
  }))
}

/** Who did it last: what was returned is reviewed and signed again. */
function actorOf<Kind extends 'drafted' | 'reviewed' | 'approved' | 'published'>(kind: Kind) {
  return sql<
    string | null
  >`(array_agg(event.actor order by event.seq desc) filter (where event.kind = ${sql.lit(kind)}))[1]`.as(kind)
}

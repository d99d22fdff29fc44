import type { PlainDate, PublicationState, UrgentGround } from '@mingfu/law'
import type { Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'

export type UrgentItem = Readonly<{
  documentId: string
  title: string
  state: PublicationState
  ground: UrgentGround
  reason: string
  by: string
  releasedAt: Date
  laterReviewDueOn: PlainDate
  laterReviewedAt: Date | null
  overdue: boolean
}>

/** 应急发布台账: what waits for its later review first, the most pressing at the top. */
export async function listUrgent(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly UrgentItem[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title', 'state', 'urgent_ground', 'urgent_reason', 'urgent_by', 'urgent_at'])
    .select(['later_review_due_on', 'later_reviewed_at'])
    .where('agency_id', '=', agencyId)
    .where('urgent_at', 'is not', null)
    .orderBy((eb) => eb('later_reviewed_at', 'is not', null))
    .orderBy('later_review_due_on')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    documentId: row.document_id,
    title: row.title,
    state: row.state as PublicationState,
    ground: row.urgent_ground as UrgentGround,
    reason: row.urgent_reason ?? '',
    by: row.urgent_by ?? '',
    releasedAt: row.urgent_at as Date,
    laterReviewDueOn: row.later_review_due_on as PlainDate,
    laterReviewedAt: row.later_reviewed_at,
    overdue:
      row.state === 'published' &&
      row.later_reviewed_at === null &&
      (row.later_review_due_on ?? '') < ctx.today,
  }))
}

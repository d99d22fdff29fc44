import {
  type ContentKind,
  type DisclosureAttribute,
  nextReviewOn,
  type PlainDate,
  type PublicationState,
} from '@mingfu/law'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'

export type WithheldDocument = Readonly<{
  documentId: string
  title: string
  kind: ContentKind
  attribute: DisclosureAttribute
  reason: string
  state: PublicationState
  reviewedOn: PlainDate
  /** 条例 第十八条: at the latest a year after the last look. */
  nextReviewOn: PlainDate
  due: boolean
  version: number
}>

/** 动态调整: what was not opened, with the day on which it has to be looked at again, the most pressing first. */
export async function listWithheld(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly WithheldDocument[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title', 'kind', 'attribute', 'attribute_reason', 'state', 'version'])
    .select(
      sql<PlainDate>`coalesce(reviewed_again_on, (created_at at time zone 'Asia/Shanghai')::date)::text`.as(
        'reviewed_on',
      ),
    )
    .where('agency_id', '=', agencyId)
    .where('published_at', 'is', null)
    .where((eb) => eb.or([eb('attribute', '<>', 'proactive'), eb('state', '=', 'withheld')]))
    .orderBy('reviewed_on')
    .orderBy('document_id')
    .limit(500)
    .execute()
  return rows.map((row) => {
    // Withheld by a review, whatever was proposed.
    const attribute = (row.attribute === 'proactive' ? 'withheld' : row.attribute) as DisclosureAttribute
    const next = nextReviewOn({ attribute, reviewedOn: row.reviewed_on }) ?? row.reviewed_on
    return {
      documentId: row.document_id,
      title: row.title,
      kind: row.kind as ContentKind,
      attribute,
      reason: row.attribute_reason ?? '',
      state: row.state as PublicationState,
      reviewedOn: row.reviewed_on,
      nextReviewOn: next,
      due: next <= ctx.today,
      version: row.version,
    }
  })
}

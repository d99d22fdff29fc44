import {
  type ContentKind,
  type DisclosureAttribute,
  type ExemptionCode,
  nextReviewOn,
  type PlainDate,
  type PublicationState,
  type ReReviewCause,
  reReviewCauses,
} from '@mingfu/law'
import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'
import { type Prompt, reReviewPrompts } from './re-review-prompts.ts'

export type WithheldDocument = Readonly<{
  documentId: string
  title: string
  kind: ContentKind
  attribute: DisclosureAttribute
  /** 法定理由的种类; null for what was closed before the kinds were asked for. */
  exemption: ExemptionCode | null
  reason: string
  state: PublicationState
  reviewedOn: PlainDate
  /** 条例 第十八条: at the latest a year after the last look. */
  nextReviewOn: PlainDate
  due: boolean
  /** Why it has to be looked at today; none while it may rest. */
  causes: readonly ReReviewCause[]
  /** What happened since the last look: the applications, the basis, the other organ. */
  prompts: readonly Prompt[]
  version: number
}>

/**
 * 动态调整: what was not opened, with the day on which it has to be looked at again, and what calls for a look before
 * it: applications for it, a basis that no longer holds, another organ that has published it.
 */
export async function listWithheld(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly WithheldDocument[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title', 'document_number', 'kind', 'attribute', 'attribute_reason', 'state'])
    .select(['version', 'exemption'])
    .select((eb) =>
      eb
        .selectFrom('secrecy_review')
        .select(sql<string>`json_build_array(reason, exemption)::text`.as('closed'))
        .whereRef('secrecy_review.agency_id', '=', 'document.agency_id')
        .whereRef('secrecy_review.document_id', '=', 'document.document_id')
        .where('opinion', '=', 'withhold')
        .orderBy('reviewed_at', 'desc')
        .limit(1)
        .as('closed'),
    )
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
  const prompts = await tx(ctx, (t) => reReviewPrompts(t, ctx, agencyId, rows))
  return rows.map((row) => {
    // Withheld by a review, whatever was proposed; its grounds are then the review's.
    const [reason = null, ground = null] = JSON.parse(row.closed ?? '[]') as (string | null)[]
    const attribute = (row.attribute === 'proactive' ? 'withheld' : row.attribute) as DisclosureAttribute
    const next = nextReviewOn({ attribute, reviewedOn: row.reviewed_on }) ?? row.reviewed_on
    const own = prompts.get(row.document_id) ?? []
    const since = (kind: Prompt['kind']) => own.filter((prompt) => prompt.kind === kind)
    const causes = reReviewCauses(
      {
        attribute,
        reviewedOn: row.reviewed_on,
        applications: since('application').length,
        basisRepealed: since('basis').length > 0,
        publishedElsewhere: since('elsewhere').length > 0,
      },
      ctx.today,
    )
    return {
      documentId: row.document_id,
      title: row.title,
      kind: row.kind as ContentKind,
      attribute,
      exemption: (row.exemption ?? ground) as ExemptionCode | null,
      reason: row.attribute_reason ?? reason ?? '',
      state: row.state as PublicationState,
      reviewedOn: row.reviewed_on,
      nextReviewOn: next,
      due: causes.length > 0,
      causes,
      prompts: own,
      version: row.version,
    }
  })
}

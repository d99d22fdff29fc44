import type { SecrecyAnswer, SecrecyOpinion, SecrecyQuestion } from '@mingfu/law'
import type { ScreeningFinding } from '@mingfu/screening'
import type { Db, Tx } from '../../db/database.ts'

export type StoredReview = Readonly<{
  formNumber: string
  answers: Readonly<Partial<Record<SecrecyQuestion, SecrecyAnswer>>>
  findings: readonly (ScreeningFinding & Readonly<{ override: string }>)[]
  opinion: SecrecyOpinion
  reason: string
  contentDigest: string
  reviewerId: string
  reviewerName: string
  reviewedAt: Date
}>

/** 保密审查记录 of a document, newest first. */
export async function listReviews(
  db: Db | Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly StoredReview[]> {
  const rows = await db
    .selectFrom('secrecy_review')
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.agency_id', '=', 'secrecy_review.agency_id')
        .onRef('staff.staff_id', '=', 'secrecy_review.reviewer_id'),
    )
    .select(['form_number', 'checks', 'opinion', 'reason', 'content_digest', 'reviewer_id', 'reviewed_at'])
    .select('staff.name as reviewer_name')
    .where('secrecy_review.agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .orderBy('reviewed_at', 'desc')
    .orderBy('review_id', 'desc')
    .execute()
  return rows.map((row) => {
    const checks = row.checks as Pick<StoredReview, 'answers' | 'findings'>
    return {
      formNumber: row.form_number,
      answers: checks.answers,
      // Records of before the levels were kept stopped at everything.
      findings: checks.findings.map((finding) => ({ ...finding, level: finding.level ?? 'block' })),
      opinion: row.opinion as SecrecyOpinion,
      reason: row.reason,
      contentDigest: row.content_digest,
      reviewerId: row.reviewer_id,
      reviewerName: row.reviewer_name ?? '',
      reviewedAt: row.reviewed_at,
    }
  })
}

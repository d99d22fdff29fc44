import {
  type ExemptionCode,
  SECRECY_QUESTIONS,
  type SecrecyAnswer,
  type SecrecyOpinion,
  type SecrecyQuestion,
} from '@mingfu/law'
import type { ScreeningFinding } from '@mingfu/screening'
import { nextNumber } from '../../db/counter.ts'
import type { Db, Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import type { Context } from '../context.ts'

export type StoredReview = Readonly<{
  formNumber: string
  answers: Readonly<Partial<Record<SecrecyQuestion, SecrecyAnswer>>>
  findings: readonly (ScreeningFinding & Readonly<{ override: string }>)[]
  opinion: SecrecyOpinion
  reason: string
  /** 不予公开的法定理由的种类. */
  exemption: ExemptionCode | null
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
    .select(['form_number', 'checks', 'opinion', 'reason', 'exemption', 'content_digest'])
    .select(['reviewer_id', 'reviewed_at'])
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
      exemption: row.exemption as ExemptionCode | null,
      contentDigest: row.content_digest,
      reviewerId: row.reviewer_id,
      reviewerName: row.reviewer_name ?? '',
      reviewedAt: row.reviewed_at,
    }
  })
}

type NewReview = Pick<
  StoredReview,
  'answers' | 'findings' | 'opinion' | 'reason' | 'contentDigest' | 'reviewerId'
> &
  Readonly<{ agencyId: string; documentId: string; exemption?: ExemptionCode | null }>

/** Keeps a 保密审查记录 under the next number of the year, and answers the number. */
export async function insertReview(t: Tx, ctx: Context, review: NewReview): Promise<string> {
  const year = Number(ctx.today.slice(0, 4))
  const { agencyId, documentId, answers, findings } = review
  const formNumber = `保审〔${year}〕${await nextNumber(t, agencyId, year, 'secrecy-review')}号`
  const questions = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
  const known = Object.fromEntries(questions.map((question) => [question, answers[question]]))
  await t
    .insertInto('secrecy_review')
    .values({
      agency_id: agencyId,
      review_id: newId(),
      document_id: documentId,
      form_number: formNumber,
      checks: JSON.stringify({ answers: known, findings }),
      opinion: review.opinion,
      reason: review.reason,
      exemption: review.exemption ?? null,
      content_digest: review.contentDigest,
      reviewer_id: review.reviewerId,
      reviewed_at: ctx.now,
    })
    .execute()
  return formNumber
}

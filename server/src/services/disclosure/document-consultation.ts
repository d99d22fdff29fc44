import type { PlainDate } from '@mingfu/law'
import type { Db, Tx } from '../../db/database.ts'

/** 协商、确认（第十一条第一款）、批准（第十一条第二款）、第三方意见（第十五条）. */
export const CONSULTATION_KINDS = {
  organ: '其他行政机关协商、确认',
  'third-party': '第三方意见',
  approval: '批准机关',
} as const satisfies Record<string, string>

export type ConsultationKind = keyof typeof CONSULTATION_KINDS

export const CONSULTATION_OUTCOMES = {
  agreed: '同意公开',
  opposed: '不同意公开',
  'no-view': '没有意见',
} as const
export type ConsultationOutcome = keyof typeof CONSULTATION_OUTCOMES

export type DocumentConsultation = Readonly<{
  consultationId: string
  kind: ConsultationKind
  party: string
  question: string
  sentOn: PlainDate
  sentBy: string
  answeredOn: PlainDate | null
  outcome: ConsultationOutcome | null
  answer: string | null
}>

export async function listConsultations(
  db: Db | Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly DocumentConsultation[]> {
  const rows = await db
    .selectFrom('document_consultation')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .orderBy('consultation_id')
    .execute()
  return rows.map((row) => ({
    consultationId: row.consultation_id,
    kind: row.kind as ConsultationKind,
    party: row.party,
    question: row.question,
    sentOn: row.sent_on as PlainDate,
    sentBy: row.sent_by,
    answeredOn: row.answered_on as PlainDate | null,
    outcome: row.outcome as ConsultationOutcome | null,
    answer: row.answer,
  }))
}

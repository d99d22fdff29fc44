import { type HeardKind, type PlainDate, type Ruling, weighHeard } from '@mingfu/law'
import type { Db, Tx } from '../../db/database.ts'
import type { StoredDocument } from './document-store.ts'

export type ConsultationKind = HeardKind

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

type Judged = Pick<Parameters<typeof weighHeard>[0], 'answers' | 'opinion'>

/** What was heard about a document, weighed against an opinion on it. */
export async function heardOn(db: Db | Tx, document: StoredDocument, judged: Judged): Promise<Ruling<null>> {
  const { kind, attribute } = document.content
  return weighHeard({ ...judged, heard: await listConsultations(db, document), kind, attribute })
}

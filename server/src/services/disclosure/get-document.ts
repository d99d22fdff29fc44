import type { PlainDate, PublicationAct, PublicationState, RelationKind, UrgentGateId } from '@mingfu/law'
import type { ScreeningFinding } from '@mingfu/screening'
import type { Db } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import type { Attachment } from './document.ts'
import { type DocumentConsultation, listConsultations } from './document-consultation.ts'
import { listDocumentEvents, type RecordedEvent } from './document-event-store.ts'
import { documentHints } from './document-hints.ts'
import { findDocument, listAttachments, type StoredDocument } from './document-store.ts'
import { type DocumentVersion, listVersions } from './document-version-store.ts'
import { dueDayOf } from './due/due-day.ts'
import { type FormReference, findReferences } from './gazette/form-references.ts'
import { type LaterReview, laterReviewIn } from './later-review.ts'
import { allowWithin } from './own-agency.ts'
import { publishingGates } from './publishing-gates.ts'
import { openValidityQuestions, type ValidityQuestion } from './relation/validity-question.ts'
import { actsIn } from './release.ts'
import { type LevelRecord, levelRecords, proofreadIn } from './review-level.ts'
import { screenDocument } from './screen-document.ts'
import { listReviews, type StoredReview } from './secrecy-review-store.ts'
import { submissionCircumstances } from './submission-circumstances.ts'
import { submissionFaults } from './submission-faults.ts'

/** A document with its whole file: text, attachments, history, reviews, relations and what the checks say now. */
export type DocumentFile = StoredDocument &
  Readonly<{
    attachments: readonly Attachment[]
    events: readonly RecordedEvent[]
    reviews: readonly StoredReview[]
    relations: readonly DocumentRelation[]
    validityQuestions: readonly ValidityQuestion[]
    consultations: readonly DocumentConsultation[]
    /** What to look at; none of it stops anything. */
    hints: readonly string[]
    /** Whose words set the day by which it has to be public. */
    dueRule: string
    /** Documents that the form names. */
    references: readonly FormReference[]
    findings: readonly ScreeningFinding[]
    faults: Readonly<Record<string, string>>
    /** What release itself still waits for. */
    waits: readonly Readonly<{ gate: UrgentGateId; reason: string }>[]
    acts: readonly PublicationAct[]
    /** 审核记录: every level, passed or to come. */
    levels: readonly LevelRecord[]
    /** 三审三校 asked for at every level. */
    proofreading: boolean
    laterReview: LaterReview | null
    /** 更正以前的各版, oldest first. */
    versions: readonly DocumentVersion[]
    /** 更正稿 not yet in force. */
    openCorrectionId: string | null
  }>

/** States in which release is near enough to say what it waits for. */
const WAITING: readonly PublicationState[] = [
  'draft',
  'returned',
  'submitted',
  'reviewed',
  'approved',
  'scheduled',
]

/** Released first: what it went out without is still asked for. */
function isReviewedLater({ state, urgent }: StoredDocument): boolean {
  return state === 'published' && urgent !== null && urgent.laterReviewedAt === null
}

export type DocumentRelation = Readonly<{
  kind: RelationKind
  direction: 'from' | 'to'
  documentId: string
  title: string
  effectiveOn: PlainDate
}>

export async function getDocument(
  ctx: Context,
  what: Readonly<{ agencyId: string; documentId: string }>,
): Promise<DocumentFile> {
  allowWithin(ctx, 'read-documents', what.agencyId)
  const document = await findDocument(ctx.db, what)
  if (document === undefined) throw new NotFound('这条政府信息')
  const attachments = await listAttachments(ctx.db, what)
  const events = await listDocumentEvents(ctx.db, what)
  const versions = await listVersions(ctx.db, what)
  // What stands now was reviewed as a correction, where there was one.
  const reviewed = versions.at(-1)
  const reviewedIn = reviewed && { agencyId: what.agencyId, documentId: reviewed.correctionId }
  const course = reviewedIn === undefined ? events : await listDocumentEvents(ctx.db, reviewedIn)
  const underReview = document.state === 'submitted' || document.state === 'reviewed'
  return {
    ...document,
    attachments,
    events,
    levels: levelRecords(course, document.contentDigest, underReview),
    proofreading: proofreadIn(events),
    laterReview: laterReviewIn(events),
    versions,
    openCorrectionId: await findOpenCorrection(ctx.db, what),
    reviews: [
      ...(reviewedIn === undefined ? [] : await listReviews(ctx.db, reviewedIn)),
      ...(await listReviews(ctx.db, what)),
    ],
    relations: await listRelations(ctx.db, what),
    validityQuestions: await openValidityQuestions(ctx.db, what.agencyId, what.documentId),
    hints: await tx(ctx, (t) => documentHints(t, document)),
    dueRule: (await tx(ctx, (t) => dueDayOf(t, ctx.calendarOf(what.agencyId), document))).rule,
    references: await findReferences(ctx.db, what.agencyId, document.content),
    findings: await screenDocument(ctx, what.agencyId, document.content, attachments),
    consultations: await tx(ctx, (t) => listConsultations(t, what)),
    faults: submissionFaults(
      document.content,
      attachments.length,
      ctx.today,
      await tx(ctx, (t) => submissionCircumstances(t, document)),
    ),
    waits:
      WAITING.includes(document.state) || isReviewedLater(document)
        ? (await tx(ctx, (t) => publishingGates(t, ctx, document))).map(({ gate, reason }) => ({
            gate,
            reason,
          }))
        : [],
    acts: actsIn(document),
  }
}

async function findOpenCorrection(
  db: Db,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select('document_id')
    .where('agency_id', '=', agencyId)
    .where('corrects_id', '=', documentId)
    .where('state', 'not in', ['archived', 'withheld'])
    .executeTakeFirst()
  return row?.document_id ?? null
}

async function listRelations(
  db: Db,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly DocumentRelation[]> {
  const rows = await db
    .selectFrom('document_relation as relation')
    .innerJoin('document as newer', (join) =>
      join
        .onRef('newer.agency_id', '=', 'relation.agency_id')
        .onRef('newer.document_id', '=', 'relation.from_id'),
    )
    .innerJoin('document as older', (join) =>
      join
        .onRef('older.agency_id', '=', 'relation.agency_id')
        .onRef('older.document_id', '=', 'relation.to_id'),
    )
    .select(['relation.kind', 'from_id', 'to_id', 'relation.effective_on'])
    .select(['newer.title as newer_title', 'older.title as older_title'])
    .where('relation.agency_id', '=', agencyId)
    .where((eb) => eb.or([eb('from_id', '=', documentId), eb('to_id', '=', documentId)]))
    .orderBy('relation.effective_on')
    .execute()
  return rows.map((row) => {
    const from = row.from_id === documentId
    return {
      kind: row.kind as RelationKind,
      direction: from ? 'from' : 'to',
      documentId: from ? row.to_id : row.from_id,
      title: from ? row.older_title : row.newer_title,
      effectiveOn: row.effective_on as PlainDate,
    }
  })
}

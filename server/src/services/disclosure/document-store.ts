import type {
  ContentForm,
  ContentKind,
  DisclosureAttribute,
  ExemptionCode,
  OriginKind,
  PlainDate,
  PublicationState,
  UrgentGround,
  ValidityState,
  WithdrawalReason,
} from '@mingfu/law'
import type { Selectable } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'
import type { DocumentTable } from '../../db/rows.ts'
import { NotFound, Stale } from '../../errors.ts'
import type { Context } from '../context.ts'
import { contentDigest } from './content-digest.ts'
import type { Attachment, DocumentContent } from './document.ts'
import { type DocumentEvent, recordDocumentEvent } from './document-event-store.ts'

type Row = Selectable<DocumentTable>

/** A document as its row and its text say it. */
export type StoredDocument = Readonly<{
  agencyId: string
  documentId: string
  content: DocumentContent
  indexNumber: string | null
  validity: ValidityState
  validityChangedOn: PlainDate | null
  state: PublicationState
  contentDigest: string
  approvedDigest: string | null
  publishDueOn: PlainDate | null
  publishedAt: Date | null
  /** 定时发布. */
  publishAt: Date | null
  withdrawnAt: Date | null
  withdrawalReason: WithdrawalReason | null
  withdrawalNote: string | null
  /** 更正稿: the published document whose text it will replace. */
  correctsId: string | null
  correctedAt: Date | null
  /** 应急发布, 先发后审. */
  urgent: UrgentRelease | null
  /** 解读 promised or done without after the document came out; before, the form says it. */
  interpretation: Readonly<{ plannedOn: PlainDate | null; exemption: string | null }>
  version: number
  createdAt: Date
  createdBy: string | null
}>

export type UrgentRelease = Readonly<{
  at: Date
  ground: UrgentGround
  reason: string
  by: string
  laterReviewDueOn: PlainDate
  laterReviewedAt: Date | null
}>

/** Locks the document for a decision. Throws `NotFound`, or `Stale` when it is no longer the version that was seen. */
export async function lockDocument(
  tx: Tx,
  what: Readonly<{ agencyId: string; documentId: string; version?: number }>,
): Promise<StoredDocument> {
  const row = await tx
    .selectFrom('document')
    .selectAll()
    .where('agency_id', '=', what.agencyId)
    .where('document_id', '=', what.documentId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这条政府信息')
  if (what.version !== undefined && row.version !== what.version) throw new Stale('这条政府信息')
  return fromRow(row, await readHtml(tx, what))
}

export async function findDocument(
  db: Db | Tx,
  what: Readonly<{ agencyId: string; documentId: string }>,
): Promise<StoredDocument | undefined> {
  const row = await db
    .selectFrom('document')
    .selectAll()
    .where('agency_id', '=', what.agencyId)
    .where('document_id', '=', what.documentId)
    .executeTakeFirst()
  return row && fromRow(row, await readHtml(db, what))
}

async function readHtml(db: Db | Tx, what: Readonly<{ agencyId: string; documentId: string }>) {
  const body = await db
    .selectFrom('document_body')
    .select('html')
    .where('agency_id', '=', what.agencyId)
    .where('document_id', '=', what.documentId)
    .executeTakeFirst()
  return body?.html ?? ''
}

export async function listAttachments(
  db: Db | Tx,
  what: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly Attachment[]> {
  const rows = await db
    .selectFrom('document_file')
    .innerJoin('file', (join) =>
      join
        .onRef('file.agency_id', '=', 'document_file.agency_id')
        .onRef('file.file_id', '=', 'document_file.file_id'),
    )
    .select([
      'file.file_id',
      'document_file.title',
      'file.name',
      'file.media_type',
      'file.size_bytes',
      'file.sha256',
      'file.sm3',
    ])
    .where('document_file.agency_id', '=', what.agencyId)
    .where('document_file.document_id', '=', what.documentId)
    .orderBy('document_file.sort_order')
    .orderBy('file.file_id')
    .execute()
  return rows.map((row) => ({
    fileId: row.file_id,
    title: row.title,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    sm3: row.sm3,
  }))
}

/** Content as columns; the text has its own table. */
export function columnsOf(content: DocumentContent) {
  return {
    kind: content.kind,
    node_id: content.nodeId,
    title: content.title,
    document_number: content.documentNumber,
    genre: content.genre,
    issuer: content.issuer,
    topic_category: content.topicCategory,
    legal_item: content.legalItem,
    key_areas: [...content.keyAreas],
    keywords: [...content.keywords],
    summary: content.summary,
    source: content.source,
    registration_number: content.registrationNumber,
    written_on: content.writtenOn,
    effective_on: content.effectiveOn,
    expires_on: content.expiresOn,
    attribute: content.attribute,
    attribute_reason: content.attributeReason,
    exemption: content.exemption,
    early_effect_reason: content.earlyEffectReason,
    legal_basis: content.legalBasis,
    unpublish_on: content.unpublishOn,
    correction_note: content.correctionNote,
    origin: content.origin,
    origin_organ: content.originOrgan,
    co_issuers: [...content.coIssuers],
    form: JSON.stringify(content.form),
  }
}

export type DocumentChange = Partial<{
  state: PublicationState
  content_digest: string
  approved_digest: string | null
  publish_due_on: PlainDate
  index_number: string
  published_at: Date
  publish_at: Date | null
  reviewed_again_on: PlainDate
  withdrawn_at: Date | null
  withdrawal_reason: WithdrawalReason | null
  withdrawal_note: string | null
  validity: ValidityState
  validity_changed_on: PlainDate | null
  interpretation_planned_on: PlainDate | null
  interpretation_exemption: string | null
  corrected_at: Date
  urgent_at: Date
  urgent_ground: UrgentGround
  urgent_reason: string
  urgent_by: string
  later_review_due_on: PlainDate
  later_reviewed_at: Date
}> &
  Partial<ReturnType<typeof columnsOf>>

/** Writes the change, one version on, and what was done as an event. Answers the new version. */
export async function changeDocument(
  tx: Tx,
  ctx: Context,
  document: StoredDocument,
  change: DocumentChange,
  event: DocumentEvent,
): Promise<number> {
  const { agencyId, documentId } = document
  await tx
    .updateTable('document')
    .set({ ...change, version: document.version + 1 })
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .execute()
  await recordDocumentEvent(tx, ctx, { agencyId, documentId }, event)
  return document.version + 1
}

/** Digest of what is now on record: content and attachments. */
export async function digestNow(tx: Tx, document: StoredDocument): Promise<string> {
  return contentDigest(document.content, await listAttachments(tx, document))
}

function fromRow(row: Row, html: string): StoredDocument {
  return {
    agencyId: row.agency_id,
    documentId: row.document_id,
    content: {
      kind: row.kind as ContentKind,
      nodeId: row.node_id,
      title: row.title,
      documentNumber: row.document_number,
      genre: row.genre,
      issuer: row.issuer,
      topicCategory: row.topic_category,
      legalItem: row.legal_item,
      keyAreas: row.key_areas,
      keywords: row.keywords,
      summary: row.summary,
      source: row.source,
      registrationNumber: row.registration_number,
      writtenOn: row.written_on as PlainDate,
      effectiveOn: row.effective_on as PlainDate | null,
      expiresOn: row.expires_on as PlainDate | null,
      attribute: row.attribute as DisclosureAttribute,
      attributeReason: row.attribute_reason,
      exemption: row.exemption as ExemptionCode | null,
      earlyEffectReason: row.early_effect_reason,
      legalBasis: row.legal_basis,
      unpublishOn: row.unpublish_on as PlainDate | null,
      correctionNote: row.correction_note,
      origin: row.origin as OriginKind,
      originOrgan: row.origin_organ,
      coIssuers: row.co_issuers,
      form: row.form as ContentForm,
      html,
    },
    indexNumber: row.index_number,
    validity: row.validity as ValidityState,
    validityChangedOn: row.validity_changed_on as PlainDate | null,
    state: row.state as PublicationState,
    contentDigest: row.content_digest,
    approvedDigest: row.approved_digest,
    publishDueOn: row.publish_due_on as PlainDate | null,
    publishedAt: row.published_at,
    publishAt: row.publish_at,
    withdrawnAt: row.withdrawn_at,
    withdrawalReason: row.withdrawal_reason as WithdrawalReason | null,
    withdrawalNote: row.withdrawal_note,
    correctsId: row.corrects_id,
    correctedAt: row.corrected_at,
    urgent: urgentOf(row),
    interpretation: {
      plannedOn: row.interpretation_planned_on as PlainDate | null,
      exemption: row.interpretation_exemption,
    },
    version: row.version,
    createdAt: row.created_at,
    createdBy: row.created_by,
  }
}

function urgentOf(row: Row): UrgentRelease | null {
  const { urgent_at: at, urgent_ground: ground, later_review_due_on: dueOn } = row
  if (at === null || ground === null || dueOn === null) return null
  return {
    at,
    ground: ground as UrgentGround,
    reason: row.urgent_reason ?? '',
    by: row.urgent_by ?? '',
    laterReviewDueOn: dueOn as PlainDate,
    laterReviewedAt: row.later_reviewed_at,
  }
}

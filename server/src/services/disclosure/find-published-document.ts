import {
  type PlainDate,
  publicForm,
  type RelationKind,
  type ValidityState,
  validityOn,
  type WithdrawalReason,
} from '@mingfu/law'
import type { Db, Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import type { Attachment, DocumentContent } from './document.ts'
import { findDocument, listAttachments } from './document-store.ts'
import { listVersions } from './document-version-store.ts'
import { type FormReference, findReferences } from './gazette/form-references.ts'
import { type PrintedIn, printedIn } from './gazette/printed-in.ts'
import { dayOf } from './publishing-gates.ts'
import { openValidityQuestions, type ValidityQuestion } from './relation/validity-question.ts'

/** What the public may read of a document; a withdrawn one leaves only the notice that it was. */
export type PublishedDocument = Readonly<{
  state: 'published'
  agencyId: string
  documentId: string
  /** Without what is the office's own: its reasons, and fields of the form that are internal. */
  content: Omit<DocumentContent, 'attributeReason' | 'exemption' | 'earlyEffectReason' | 'correctionNote'>
  indexNumber: string
  validity: ValidityState
  validityChangedOn: PlainDate | null
  /** The document that it was repealed, replaced or amended by is no longer on the site, and nobody has said what holds. */
  validityOpen: readonly ValidityQuestion[]
  /** It was marked otherwise once, and that was taken back. */
  restored: Readonly<{ from: ValidityState; on: PlainDate; basis: string }> | null
  publishedAt: Date
  /** 内容摘要: of text, header and attachments, as they were signed and published. */
  digest: string
  node: Readonly<{
    code: string
    title: string
    description: string
    keywords: string
    columnType: string
  }> | null
  attachments: readonly Attachment[]
  relations: readonly PublishedRelation[]
  /** 更正说明, oldest first, each with the digest of the text that it replaced. */
  corrections: readonly Readonly<{ at: Date; note: string; digestBefore: string }>[]
  /** Documents that its form names, as far as they are public. */
  references: readonly FormReference[]
  /** 刊登于. */
  printedIn: readonly PrintedIn[]
}>

export type WithdrawnDocument = Readonly<{
  state: 'withdrawn'
  indexNumber: string
  publishedAt: Date
  withdrawnAt: Date
  reason: WithdrawalReason
}>

export type PublishedRelation = Readonly<{
  kind: RelationKind
  /** `from`: this document does it to the other; `to`: the other does it to this one. */
  direction: 'from' | 'to'
  documentId: string
  title: string
  documentNumber: string | null
  effectiveOn: PlainDate
}>

/** 查阅政府信息: what is public of a document, `undefined` when nothing is or ever was. */
export async function findPublishedDocument(
  ctx: Pick<Context, 'db' | 'today'>,
  what: Readonly<{ agencyId: string; documentId: string }>,
): Promise<PublishedDocument | WithdrawnDocument | undefined> {
  if (!/^[0-9a-f-]{36}$/.test(what.documentId)) return undefined
  const document = await findDocument(ctx.db, what)
  if (document === undefined || document.publishedAt === null || document.indexNumber === null)
    return undefined
  const { agencyId, documentId, indexNumber, publishedAt, withdrawnAt, withdrawalReason } = document
  if (withdrawnAt !== null && withdrawalReason !== null) {
    return { state: 'withdrawn', indexNumber, publishedAt, withdrawnAt, reason: withdrawalReason }
  }
  if (document.state !== 'published') return undefined
  const {
    attributeReason: _internal,
    exemption: _ground,
    earlyEffectReason: _why,
    correctionNote: _told,
    ...all
  } = document.content
  const content = { ...all, form: publicForm(all.kind, all.form) }
  return {
    state: 'published',
    agencyId,
    documentId,
    content,
    indexNumber,
    validity: validityOn(
      {
        validity: document.validity,
        validityChangedOn: document.validityChangedOn,
        expiresOn: content.expiresOn,
      },
      ctx.today,
    ),
    validityChangedOn: document.validityChangedOn,
    validityOpen: await openValidityQuestions(ctx.db, agencyId, documentId),
    restored: await findRestored(ctx.db, what),
    publishedAt,
    digest: document.contentDigest,
    node: await findNode(ctx.db, agencyId, content.nodeId),
    attachments: await listAttachments(ctx.db, what),
    relations: await listRelations(ctx.db, what),
    corrections: (await listVersions(ctx.db, what)).map(({ replacedAt, note, contentDigest }) => ({
      at: replacedAt,
      note,
      digestBefore: contentDigest,
    })),
    references: (await findReferences(ctx.db, agencyId, content)).filter(({ published }) => published),
    printedIn: await printedIn(ctx.db, what),
  }
}

/** 恢复有效性, as far as it is the last thing that was said of it. */
async function findRestored(
  db: Db | Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<PublishedDocument['restored']> {
  const row = await db
    .selectFrom('document_event')
    .select(['facts', 'recorded_at'])
    .where('agency_id', '=', agencyId)
    .where('document_id', '=', documentId)
    .where('kind', '=', 'validity-changed')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  const facts = row?.facts as Readonly<Record<string, unknown>> | undefined
  if (row === undefined || typeof facts?.restoredFrom !== 'string') return null
  return { from: facts.restoredFrom as ValidityState, on: dayOf(row.recorded_at), basis: String(facts.by) }
}

async function findNode(db: Db | Tx, agencyId: string, nodeId: string | null) {
  if (nodeId === null) return null
  const row = await db
    .selectFrom('catalogue_node')
    .select(['code', 'title', 'description', 'keywords', 'column_type'])
    .where('agency_id', '=', agencyId)
    .where('node_id', '=', nodeId)
    .executeTakeFirst()
  if (row === undefined) return null
  const { column_type: columnType, ...node } = row
  return { ...node, columnType }
}

/** Relations to documents that are public too, both ways. */
async function listRelations(
  db: Db | Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly PublishedRelation[]> {
  const rows = await db
    .selectFrom('document_relation as relation')
    .innerJoin('document as other', (join) =>
      join
        .onRef('other.agency_id', '=', 'relation.agency_id')
        .on((eb) =>
          eb.or([
            eb.and([
              eb('relation.from_id', '=', documentId),
              eb('other.document_id', '=', eb.ref('relation.to_id')),
            ]),
            eb.and([
              eb('relation.to_id', '=', documentId),
              eb('other.document_id', '=', eb.ref('relation.from_id')),
            ]),
          ]),
        ),
    )
    .select(['relation.kind', 'relation.from_id', 'relation.effective_on'])
    .select(['other.document_id', 'other.title', 'other.document_number'])
    .where('relation.agency_id', '=', agencyId)
    .where((eb) => eb.or([eb('relation.from_id', '=', documentId), eb('relation.to_id', '=', documentId)]))
    .where('other.state', '=', 'published')
    .orderBy('relation.effective_on')
    .orderBy('other.title')
    .execute()
  return rows.map((row) => ({
    kind: row.kind as RelationKind,
    direction: row.from_id === documentId ? 'from' : 'to',
    documentId: row.document_id,
    title: row.title,
    documentNumber: row.document_number,
    effectiveOn: row.effective_on as PlainDate,
  }))
}

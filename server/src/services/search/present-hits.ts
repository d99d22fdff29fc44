import { type ContentKind, type PlainDate, type ValidityState, validityOn } from '@mingfu/law'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { hasWord, type MarkedPiece, markWords, passageOf } from './mark-words.ts'
import type { Hit } from './walk-years.ts'

export type FoundDocument = Readonly<{
  agencyId: string
  documentId: string
  title: readonly MarkedPiece[]
  passage: readonly MarkedPiece[]
  /** The attachment that the passage stands in, when the document itself has none of the words. */
  attachment: Readonly<{ fileId: string; title: string }> | null
  documentNumber: string | null
  indexNumber: string
  issuer: string
  kind: ContentKind
  writtenOn: PlainDate
  publishedAt: Date
  validity: ValidityState
}>

const TEXT_READ = 20_000

/** 检索结果: the hits with their titles, marked, and the passage where the words stand, in the text or an attachment. */
export async function presentHits(
  ctx: Context,
  hits: readonly Hit[],
  words: readonly string[],
): Promise<readonly FoundDocument[]> {
  if (hits.length === 0) return []
  const rows = await ctx.db
    .selectFrom('document')
    .innerJoin('document_body', (join) =>
      join
        .onRef('document_body.agency_id', '=', 'document.agency_id')
        .onRef('document_body.document_id', '=', 'document.document_id'),
    )
    .select([
      'document.agency_id',
      'document.document_id',
      'title',
      'document_number',
      'index_number',
      'issuer',
    ])
    .select([
      'kind',
      'written_on',
      'published_at',
      'validity',
      'validity_changed_on',
      'expires_on',
      'summary',
    ])
    .select(sql<string>`left(plain_text, ${TEXT_READ})`.as('text'))
    .where(
      'document.document_id',
      'in',
      hits.map(({ document_id }) => document_id),
    )
    // The index follows a withdrawal by a moment; the row does not.
    .where('state', '=', 'published')
    .execute()
  const inFiles = await passagesInFiles(
    ctx,
    rows.filter((row) => !hasWord(`${row.title}${row.text}`, words)).map(({ document_id }) => document_id),
    words,
  )
  const byId = new Map(rows.map((row) => [row.document_id, row]))
  return hits.flatMap(({ document_id }) => {
    const row = byId.get(document_id)
    if (row === undefined) return []
    const file = inFiles.get(document_id)
    const passage = file?.passage ?? passageOf(row.text === '' ? row.summary : row.text, words)
    return {
      agencyId: row.agency_id,
      documentId: row.document_id,
      title: markWords(row.title, words),
      passage: markWords(passage, words),
      attachment: file === undefined ? null : { fileId: file.fileId, title: file.title },
      documentNumber: row.document_number,
      indexNumber: row.index_number ?? '',
      issuer: row.issuer,
      kind: row.kind as ContentKind,
      writtenOn: row.written_on as PlainDate,
      publishedAt: row.published_at as Date,
      validity: validityOn(
        {
          validity: row.validity as ValidityState,
          validityChangedOn: row.validity_changed_on as PlainDate | null,
          expiresOn: row.expires_on as PlainDate | null,
        },
        ctx.today,
      ),
    }
  })
}

type InFile = Readonly<{ fileId: string; title: string; passage: string }>

/** For documents without the words, the first attachment that has one. */
async function passagesInFiles(
  ctx: Context,
  documentIds: readonly string[],
  words: readonly string[],
): Promise<ReadonlyMap<string, InFile>> {
  if (documentIds.length === 0) return new Map()
  const rows = await ctx.db
    .selectFrom('document_file')
    .innerJoin('file_text', (join) =>
      join
        .onRef('file_text.agency_id', '=', 'document_file.agency_id')
        .onRef('file_text.file_id', '=', 'document_file.file_id'),
    )
    .select(['document_file.document_id', 'document_file.file_id', 'document_file.title'])
    .select(sql<string>`left(plain_text, ${TEXT_READ})`.as('text'))
    .where('document_file.document_id', 'in', documentIds)
    .orderBy('document_file.sort_order')
    .execute()
  const found = new Map<string, InFile>()
  for (const { document_id, file_id, title, text } of rows) {
    if (found.has(document_id) || !hasWord(`${title}${text}`, words)) continue
    found.set(document_id, { fileId: file_id, title, passage: passageOf(text, words) })
  }
  return found
}

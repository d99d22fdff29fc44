import {
  type ContentForm,
  type ContentKind,
  DISCLOSURE_ATTRIBUTES,
  type DisclosureAttribute,
  type PlainDate,
  publicForm,
  type ValidityState,
} from '@mingfu/law'
import type { Context } from '../context.ts'
import { type ListPublished, listPublished } from '../disclosure/list-published.ts'
import { listPublishedFiles, type PublishedFile } from '../disclosure/list-published-files.ts'

/** 一条目录数据: a published document under the names of the catalogue's metadata. */
export type OpenRecord = Readonly<{
  agencyId: string
  documentId: string
  indexNo: string
  title: string
  docNo: string | null
  issuer: string
  topicCategory: string | null
  /** The column of the organ's own catalogue. */
  assembledCategory: string | null
  genre: string | null
  keywords: readonly string[]
  summary: string
  writtenDate: PlainDate
  publishedAt: Date
  effectiveDate: PlainDate | null
  expiryDate: PlainDate | null
  validity: ValidityState
  regNo: string | null
  disclosure: string
  kind: ContentKind
  /** 内容表单 under the names of its fields; `document` columns hold ids. */
  form: ContentForm
  attachments: readonly PublishedFile[]
}>

/** 开放数据: a page of the catalogue with all its metadata, newest first. */
export async function listOpenRecords(
  ctx: Pick<Context, 'db' | 'today'>,
  filter: ListPublished,
): Promise<Readonly<{ records: readonly OpenRecord[]; next: string | null }>> {
  const { items, next } = await listPublished(ctx, { ...filter, limit: 500 })
  const documentIds = items.map(({ documentId }) => documentId)
  if (documentIds.length === 0) return { records: [], next }
  const rows = await ctx.db
    .selectFrom('document')
    .leftJoin('catalogue_node', (join) =>
      join
        .onRef('catalogue_node.agency_id', '=', 'document.agency_id')
        .onRef('catalogue_node.node_id', '=', 'document.node_id'),
    )
    .select([
      'document_id',
      'genre',
      'document.keywords',
      'effective_on',
      'expires_on',
      'registration_number',
      'document.form',
    ])
    .select(['attribute', 'catalogue_node.title as column'])
    .where('document_id', 'in', documentIds)
    .execute()
  const rest = new Map(rows.map((row) => [row.document_id, row]))
  const files = Map.groupBy(await listPublishedFiles(ctx, documentIds), ({ documentId }) => documentId)
  return {
    next,
    records: items.flatMap((item) => {
      const row = rest.get(item.documentId)
      if (row === undefined) return []
      return {
        agencyId: item.agencyId,
        documentId: item.documentId,
        indexNo: item.indexNumber,
        title: item.title,
        docNo: item.documentNumber,
        issuer: item.issuer,
        topicCategory: item.topicCategory,
        assembledCategory: row.column,
        genre: row.genre,
        keywords: row.keywords,
        summary: item.summary,
        writtenDate: item.writtenOn,
        publishedAt: item.publishedAt,
        effectiveDate: row.effective_on as PlainDate | null,
        expiryDate: row.expires_on as PlainDate | null,
        validity: item.validity,
        regNo: row.registration_number,
        disclosure: DISCLOSURE_ATTRIBUTES[row.attribute as DisclosureAttribute].label,
        kind: item.kind,
        form: publicForm(item.kind, row.form as ContentForm),
        attachments: files.get(item.documentId) ?? [],
      }
    }),
  }
}

import type {
  ContentKind,
  DisclosureAttribute,
  PlainDate,
  PublicationState,
  ValidityState,
} from '@mingfu/law'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { allowWithin } from './own-agency.ts'

export type DocumentItem = Readonly<{
  documentId: string
  kind: ContentKind
  nodeId: string | null
  title: string
  documentNumber: string | null
  indexNumber: string | null
  writtenOn: PlainDate
  attribute: DisclosureAttribute
  state: PublicationState
  validity: ValidityState
  publishDueOn: PlainDate | null
  publishedAt: Date | null
  /** Not yet public although the day to publish has passed. */
  overdue: boolean
  /** 更正稿 of a published document. */
  isCorrection: boolean
  version: number
}>

export type ListDocuments = Readonly<{
  agencyId: string
  states?: readonly PublicationState[]
  nodeId?: string
  kind?: ContentKind
  title?: string
  overdue?: boolean
  cursor?: string
  limit?: number
}>

/** 本机关的政府信息, in every state, newest first, for those who work on it. */
export async function listDocuments(
  ctx: Context,
  filter: ListDocuments,
): Promise<Readonly<{ items: readonly DocumentItem[]; next: string | null }>> {
  allowWithin(ctx, 'read-documents', filter.agencyId)
  const limit = Math.min(filter.limit ?? 30, 200)
  const isOverdue = sql<boolean>`(published_at is null and attribute = 'proactive' and state <> 'withheld' and corrects_id is null and publish_due_on < ${ctx.today}::date)`
  let query = ctx.db
    .selectFrom('document')
    .select(['document_id', 'kind', 'node_id', 'title', 'document_number', 'index_number', 'written_on'])
    .select(['attribute', 'state', 'validity', 'publish_due_on', 'published_at', 'version', 'corrects_id'])
    .select(sql<boolean>`coalesce(${isOverdue}, false)`.as('overdue'))
    .where('agency_id', '=', filter.agencyId)
  if (filter.states !== undefined && filter.states.length > 0)
    query = query.where('state', 'in', filter.states)
  if (filter.nodeId !== undefined) query = query.where('node_id', '=', filter.nodeId)
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.overdue) query = query.where(isOverdue)
  if (filter.title !== undefined && filter.title.trim() !== '') {
    const pattern = `%${filter.title.trim().replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([
        eb('title', 'ilike', pattern),
        eb('document_number', 'ilike', pattern),
        eb('index_number', 'ilike', pattern),
      ]),
    )
  }
  // Ids rise with time, so they are the cursor.
  if (filter.cursor !== undefined && /^[0-9a-f-]{36}$/.test(filter.cursor)) {
    query = query.where('document_id', '<', filter.cursor)
  }
  const rows = await query
    .orderBy('document_id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  return {
    items: shown.map((row) => ({
      documentId: row.document_id,
      kind: row.kind as ContentKind,
      nodeId: row.node_id,
      title: row.title,
      documentNumber: row.document_number,
      indexNumber: row.index_number,
      writtenOn: row.written_on as PlainDate,
      attribute: row.attribute as DisclosureAttribute,
      state: row.state as PublicationState,
      validity: row.validity as ValidityState,
      publishDueOn: row.publish_due_on as PlainDate | null,
      publishedAt: row.published_at,
      overdue: row.overdue,
      isCorrection: row.corrects_id !== null,
      version: row.version,
    })),
    next: rows.length > limit ? (shown.at(-1)?.document_id ?? null) : null,
  }
}

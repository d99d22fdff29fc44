import {
  type ContentKind,
  KEY_AREAS,
  type KeyAreaId,
  type PlainDate,
  type ValidityState,
  validityOn,
} from '@mingfu/law'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { keyContent, type Placement } from './catalogue/placement.ts'
import { validityOnDay } from './validity-on-day.ts'

/** One line of a public list: 索引、名称、内容概述、生成日期, and what else a reader chooses by. */
export type PublishedItem = Readonly<{
  agencyId: string
  documentId: string
  kind: ContentKind
  nodeId: string | null
  title: string
  documentNumber: string | null
  indexNumber: string
  summary: string
  issuer: string
  topicCategory: string | null
  writtenOn: PlainDate
  publishedAt: Date
  /** 更正 of a text that was public already. */
  correctedAt: Date | null
  validity: ValidityState
}>

export type ListPublished = Readonly<{
  agencyId?: string
  /** Columns of the catalogue to look in; all when absent. */
  nodeIds?: readonly string[]
  /** Columns that have a page of their own and so do not belong in this list. */
  exceptNodeIds?: readonly string[]
  /** Shown in a topic, under a duty of a catalogue or a content of a key area, besides its own column. */
  placedAt?: Placement
  keyArea?: KeyAreaId
  kind?: ContentKind
  validity?: ValidityState
  /** Days of writing, both ends included. */
  from?: PlainDate
  to?: PlainDate
  /** Words that must stand in title, number or index number. */
  title?: string
  /** Corrected after this moment. */
  correctedAfter?: Date
  order?: 'published' | 'written'
  cursor?: string
  limit?: number
}>

export type PublishedPage = Readonly<{
  items: readonly PublishedItem[]
  /** Where the next page begins; `null` on the last one. */
  next: string | null
}>

/** 政府信息目录: newest first, page by page from where the last one ended, so that no page costs more than the first. */
export async function listPublished(
  ctx: Pick<Context, 'db' | 'today'>,
  filter: ListPublished,
): Promise<PublishedPage> {
  const limit = Math.min(filter.limit ?? 20, 500)
  const order = filter.order ?? 'published'
  const column = order === 'published' ? 'published_at' : 'written_on'
  const after = readCursor(filter.cursor, order)
  let query = ctx.db
    .selectFrom('document')
    .select(['agency_id', 'document_id', 'kind', 'node_id', 'title', 'document_number', 'index_number'])
    .select(['summary', 'issuer', 'topic_category', 'written_on', 'published_at'])
    .select(['validity', 'validity_changed_on', 'expires_on', 'corrected_at'])
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
  if (filter.agencyId !== undefined) query = query.where('agency_id', '=', filter.agencyId)
  if (filter.correctedAfter !== undefined) query = query.where('corrected_at', '>', filter.correctedAfter)
  if (filter.nodeIds !== undefined) {
    const nodeIds = orNone(filter.nodeIds)
    const placed = await placedIn(
      ctx,
      filter.agencyId,
      nodeIds.map((target) => ({ kind: 'column', target })),
    )
    query = query.where((eb) =>
      placed.length === 0
        ? eb('node_id', 'in', nodeIds)
        : eb.or([eb('node_id', 'in', nodeIds), eb('document_id', 'in', placed)]),
    )
  }
  if (filter.placedAt !== undefined) {
    query = query.where('document_id', 'in', orNone(await placedIn(ctx, filter.agencyId, [filter.placedAt])))
  }
  if (filter.keyArea !== undefined) {
    const { keyArea } = filter
    const contents = KEY_AREAS[keyArea].publish.map(
      (content): Placement => ({
        kind: 'key-content',
        target: keyContent(keyArea, content),
      }),
    )
    const placed = orNone(await placedIn(ctx, filter.agencyId, contents))
    query = query.where((eb) =>
      eb.or([sql<boolean>`${keyArea} = any(key_areas)`, eb('document_id', 'in', placed)]),
    )
  }
  if (filter.exceptNodeIds !== undefined && filter.exceptNodeIds.length > 0) {
    const { exceptNodeIds } = filter
    query = query.where((eb) => eb.or([eb('node_id', 'is', null), eb('node_id', 'not in', exceptNodeIds)]))
  }
  if (filter.kind !== undefined) query = query.where('kind', '=', filter.kind)
  if (filter.from !== undefined) query = query.where('written_on', '>=', filter.from)
  if (filter.to !== undefined) query = query.where('written_on', '<=', filter.to)
  if (filter.validity !== undefined) query = query.where(validityOnDay(ctx.today), '=', filter.validity)
  for (const word of (filter.title ?? '').split(/\s+/).filter((text) => text !== '')) {
    const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([
        eb('title', 'ilike', pattern),
        eb('document_number', 'ilike', pattern),
        eb('index_number', 'ilike', pattern),
      ]),
    )
  }
  if (after !== undefined) {
    query = query.where(
      sql<boolean>`(${sql.ref(column)}, document_id) < (${after.value}, ${after.documentId}::uuid)`,
    )
  }
  const rows = await query
    .orderBy(column, 'desc')
    .orderBy('document_id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: shown.map((row) => ({
      agencyId: row.agency_id,
      documentId: row.document_id,
      kind: row.kind as ContentKind,
      nodeId: row.node_id,
      title: row.title,
      documentNumber: row.document_number,
      indexNumber: row.index_number ?? '',
      summary: row.summary,
      issuer: row.issuer,
      topicCategory: row.topic_category,
      writtenOn: row.written_on as PlainDate,
      publishedAt: row.published_at as Date,
      correctedAt: row.corrected_at,
      validity: validityOn(
        {
          validity: row.validity as ValidityState,
          validityChangedOn: row.validity_changed_on as PlainDate | null,
          expiresOn: row.expires_on as PlainDate | null,
        },
        ctx.today,
      ),
    })),
    next: rows.length > limit && last !== undefined ? cursorOf(last, order) : null,
  }
}

/** Documents shown at these places besides their own column: few, so that the list itself keeps its index. */
async function placedIn(
  ctx: Pick<Context, 'db'>,
  agencyId: string | undefined,
  places: readonly Placement[],
): Promise<readonly string[]> {
  const [first] = places
  if (first === undefined) return []
  let query = ctx.db
    .selectFrom('document_placement')
    .select('document_id')
    .where('kind', '=', first.kind)
    .where(
      'target',
      'in',
      places.map(({ target }) => target),
    )
  if (agencyId !== undefined) query = query.where('agency_id', '=', agencyId)
  return (await query.execute()).map(({ document_id }) => document_id)
}

type Order = 'published' | 'written'

function cursorOf(
  row: Readonly<{ published_at: Date | null; written_on: string; document_id: string }>,
  order: Order,
): string {
  const value = order === 'published' ? String(row.published_at?.getTime() ?? 0) : row.written_on
  return `${value}~${row.document_id}`
}

/** A cursor that somebody made up is no cursor. */
function readCursor(cursor: string | undefined, order: Order) {
  const [value, documentId] = (cursor ?? '').split('~')
  if (value === undefined || documentId === undefined || !/^[0-9a-f-]{36}$/.test(documentId)) return undefined
  if (order === 'written')
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? { value: sql`${value}::date`, documentId } : undefined
  if (!/^\d{1,15}$/.test(value)) return undefined
  return { value: sql`${new Date(Number(value)).toISOString()}::timestamptz`, documentId }
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

function orNone(ids: readonly string[]): readonly string[] {
  return ids.length === 0 ? [NOBODY] : ids
}

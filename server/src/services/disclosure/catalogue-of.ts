import type { ContentKind } from '@mingfu/law'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** 主动公开基本目录的栏目. */
export type CatalogueNode = Readonly<{
  nodeId: string
  parentId: string | null
  code: string
  title: string
  description: string
  keywords: string
  columnType: string
  legalItem: string | null
  sortOrder: number
  /** 专栏姓专: the kinds that it may hold; none named, any. */
  kinds: readonly ContentKind[]
  /** Published items in this column and those below it. */
  count: number
  /** When the newest of them was published. */
  newestAt: Date | null
  children: readonly CatalogueNode[]
}>

/** 目录: the agency's columns as a tree, with what each holds. */
export async function catalogueOf(
  ctx: Pick<Context, 'db'>,
  agencyId: string,
): Promise<readonly CatalogueNode[]> {
  const rows = await ctx.db
    .selectFrom('catalogue_node')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom(shownIn(agencyId).as('shown'))
          .select(['node_id', sql<number>`count(*)::int`.as('count')])
          .select(({ fn }) => fn.max('published_at').as('newest_at'))
          .groupBy('node_id')
          .as('held'),
      (join) => join.onRef('held.node_id', '=', 'catalogue_node.node_id'),
    )
    .select(['catalogue_node.node_id', 'parent_id', 'code', 'title', 'description', 'keywords'])
    .select(['column_type', 'legal_item', 'sort_order', 'kinds', 'held.count', 'held.newest_at'])
    .where('agency_id', '=', agencyId)
    .orderBy('sort_order')
    .orderBy('code')
    .execute()

  const below = Map.groupBy(rows, ({ parent_id }) => parent_id)
  return treeUnder(null)

  function treeUnder(parentId: string | null): readonly CatalogueNode[] {
    return (below.get(parentId) ?? []).map((row) => {
      const children = treeUnder(row.node_id)
      const newest = [row.newest_at as Date | null, ...children.map(({ newestAt }) => newestAt)]
        .flatMap((at) => (at === null ? [] : [at.getTime()]))
        .reduce((a, b) => Math.max(a, b), 0)
      return {
        nodeId: row.node_id,
        parentId: row.parent_id,
        code: row.code,
        title: row.title,
        description: row.description,
        keywords: row.keywords,
        columnType: row.column_type,
        legalItem: row.legal_item,
        sortOrder: row.sort_order,
        kinds: row.kinds as ContentKind[],
        count: (row.count ?? 0) + children.reduce((sum, { count }) => sum + count, 0),
        newestAt: newest === 0 ? null : new Date(newest),
        children,
      }
    })
  }
}

/** Published items by column: their own, and those where they are shown besides. */
function shownIn(agencyId: string) {
  return sql<{ node_id: string; document_id: string; published_at: Date }>`(
    select node_id, document_id, published_at from document
    where agency_id = ${agencyId} and published_at is not null and withdrawn_at is null
    union
    select placement.target::uuid, document.document_id, document.published_at from document_placement as placement
    join document using (agency_id, document_id)
    where agency_id = ${agencyId} and placement.kind = 'column'
      and document.published_at is not null and document.withdrawn_at is null)`
}

/** Every node of the tree, parents before children. */
export function flatten<T extends Readonly<{ children: readonly T[] }>>(nodes: readonly T[]): readonly T[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)])
}

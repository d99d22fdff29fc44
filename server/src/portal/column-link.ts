import type { CatalogueNode } from '../services/disclosure/catalogue-of.ts'

/** A column in a navigation. Counts stand only where they are the matter: they change with every document. */
export type ColumnLink = Readonly<{
  code: string
  title: string
  count?: number
  below: readonly ColumnLink[]
}>

/** A column as the office made it, without what it holds at present. */
export type Column = Readonly<
  Omit<CatalogueNode, 'count' | 'newestAt' | 'children'> & { children: readonly Column[] }
>

export function columnLink({ code, title, children }: CatalogueNode): ColumnLink {
  return { code, title, below: children.filter(({ count }) => count > 0).map(columnLink) }
}

export function countedLink({ code, title, count, children }: CatalogueNode): ColumnLink {
  return { code, title, count, below: children.filter((each) => each.count > 0).map(countedLink) }
}

export function withoutCounts({ count, newestAt, children, ...node }: CatalogueNode): Column {
  return { ...node, children: children.map(withoutCounts) }
}

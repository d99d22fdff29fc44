import type { CatalogueNode } from '../catalogue-of.ts'
import { flatten } from '../catalogue-of.ts'

/**
 * 对应栏目 as a table names it, by the id of the column: its title, after that of the column above where two columns
 * have the same title (`机构概况 › 领导信息`).
 */
export function columnNames(tree: readonly CatalogueNode[]): ReadonlyMap<string, string> {
  const nodes = flatten(tree)
  const titles = new Map(nodes.map(({ nodeId, title }) => [nodeId, title]))
  const held = Map.groupBy(nodes, ({ title }) => title)
  return new Map(
    nodes.map(({ nodeId, title, parentId, code }) => {
      if (held.get(title)?.length === 1) return [nodeId, title]
      const above = parentId === null ? undefined : titles.get(parentId)
      return [nodeId, above === undefined ? `${title}（${code}）` : `${above} › ${title}`]
    }),
  )
}

import type { StarterColumn } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { contentChanged } from '../../content-version.ts'
import type { Context } from '../../context.ts'
import { catalogueOf } from '../catalogue-of.ts'
import { allowWithin } from '../own-agency.ts'
import { lockCatalogues, makeDraft, withKnownIds } from './catalogue-draft.ts'
import type { EntryContent } from './catalogue-entry.ts'
import { type AddedEntry, type FromStarter, findColumn, planStarter } from './plan-starter.ts'
import { placeAfter } from './save-entry.ts'

/** 从起步目录建立: what is missing is added to the catalogue as a draft to be changed and approved, with its columns. */
export async function buildFromStarter(
  ctx: Context,
  what: FromStarter,
): Promise<{ version: number; entries: number; columns: number }> {
  const { agencyId, catalogue } = what
  allowWithin(ctx, 'edit-guide', agencyId)
  return tx(ctx, async (t) => {
    await lockCatalogues(t, agencyId)
    const { organ, base, added, columns } = await planStarter(t, what)
    if (added.length === 0) throw new Invalid('现有目录已经有起步目录的全部事项，没有可以增加的')
    const nodes = await addColumns(t, agencyId, columns)
    const entries: EntryContent[] = [...base]
    for (const entry of added) entries.splice(placeAfter(entries, entry), 0, bound(entry, nodes))
    const version = await makeDraft(t, ctx, {
      agencyId,
      catalogue,
      source: 'starter',
      fileName: '',
      entries: await withKnownIds(t, { agencyId, catalogue }, entries),
    })
    await contentChanged(t, agencyId)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'build-catalogue-from-starter',
      objectKind: 'catalogue',
      objectId: agencyId,
      detail: { catalogue, version, organ, entries: added.length, columns: nodes.size },
    })
    return { version, entries: added.length, columns: nodes.size }
  })
}

function bound({ column, ...entry }: AddedEntry, nodes: ReadonlyMap<string, string>): EntryContent {
  return { ...entry, nodeId: column === null ? entry.nodeId : (nodes.get(column.code) ?? null) }
}

/** The columns in their order after those that there are; answers the id of each by its code. */
async function addColumns(
  t: Tx,
  agencyId: string,
  columns: readonly StarterColumn[],
): Promise<ReadonlyMap<string, string>> {
  const tree = await catalogueOf({ db: t }, agencyId)
  const parents = new Map<string, string>()
  const made = new Map<string, string>()
  let sortOrder = Math.max(0, ...tree.map((node) => node.sortOrder))
  for (const { parent, ...column } of columns) {
    if (parent !== null && !parents.has(parent.code)) {
      // A second level only: a column that stands under another one is no place for it.
      const there = findColumn(
        tree.map((node) => ({ ...node, children: [] })),
        parent,
      )
      const nodeId = there?.nodeId ?? newId()
      parents.set(parent.code, nodeId)
      if (there === undefined) {
        const words = { ...parent, description: '', legalItem: null, kinds: [] }
        sortOrder += 10
        await insertColumn(t, { agencyId, nodeId, parentId: null, sortOrder, ...words })
      }
    }
    const nodeId = newId()
    made.set(column.code, nodeId)
    sortOrder += 10
    const parentId = parent === null ? null : (parents.get(parent.code) ?? null)
    await insertColumn(t, { agencyId, nodeId, parentId, sortOrder, ...column })
  }
  return made
}

type NewColumn = Omit<StarterColumn, 'parent'> &
  Readonly<{ agencyId: string; nodeId: string; parentId: string | null; sortOrder: number }>

async function insertColumn(t: Tx, column: NewColumn): Promise<void> {
  await t
    .insertInto('catalogue_node')
    .values({
      agency_id: column.agencyId,
      node_id: column.nodeId,
      parent_id: column.parentId,
      code: column.code,
      title: column.title,
      description: column.description,
      keywords: column.title,
      column_type: column.columnType,
      legal_item: column.legalItem,
      sort_order: Math.min(column.sortOrder, 9999),
      kinds: [...column.kinds],
    })
    .execute()
}

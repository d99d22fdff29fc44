import type { Db, Tx } from '../../../db/database.ts'
import { Invalid } from '../../../errors.ts'
import type { Context } from '../../context.ts'
import { catalogueOf, flatten } from '../catalogue-of.ts'
import { allowWithin } from '../own-agency.ts'
import { type EntryContent, keyOf, titleOfCatalogue } from './catalogue-entry.ts'
import { findVersion, listEntries, type StoredEntry } from './catalogue-store.ts'
import { columnNames } from './column-names.ts'
import { type ImportDefaults, type ReadCatalogue, readCatalogue } from './read-catalogue.ts'

export type CatalogueFile = Readonly<{
  agencyId: string
  catalogue: string
  name: string
  bytes: Uint8Array
  defaults: ImportDefaults
}>

/** 导入预览: everything that an import would do, beside the version in force; nothing is kept. */
export type CataloguePreview = ReadCatalogue &
  Readonly<{
    changes: Readonly<{ added: number; kept: number; changed: number; removed: readonly string[] }>
  }>

export async function previewCatalogue(ctx: Context, file: CatalogueFile): Promise<CataloguePreview> {
  allowWithin(ctx, 'edit-guide', file.agencyId)
  titleOfCatalogue(file.catalogue)
  const read = await readFor(ctx, file)
  const before = await entriesInForce(ctx.db, file)
  const old = new Map(before.map((entry) => [keyOf(entry), entry]))
  const keys = new Set(read.entries.map(keyOf))
  const kept = read.entries.filter((entry) => old.has(keyOf(entry)))
  const changed = kept.filter((entry) => !isSame(entry, old.get(keyOf(entry))))
  return {
    ...read,
    changes: {
      added: read.entries.length - kept.length,
      kept: kept.length - changed.length,
      changed: changed.length,
      removed: before.filter((entry) => !keys.has(keyOf(entry))).map(({ path }) => path.join(' › ')),
    },
  }
}

/** The file as entries of this organ; a file that is no table at all is refused here. */
export async function readFor(
  ctx: Context,
  { agencyId, bytes, name, defaults }: CatalogueFile,
): Promise<ReadCatalogue> {
  if (bytes.length === 0)
    throw new Invalid('这个文件是空的，请重新选择', { file: '这个文件是空的，请重新选择' })
  const tree = await catalogueOf(ctx, agencyId)
  const names = columnNames(tree)
  const nodes = flatten(tree).map((node) => ({ ...node, name: names.get(node.nodeId) ?? node.title }))
  return readCatalogue(bytes, name, { nodes, defaults, today: ctx.today, calendar: ctx.calendar })
}

/** What is in force now; empty before the first approval. */
export async function entriesInForce(
  db: Db | Tx,
  { agencyId, catalogue }: Readonly<{ agencyId: string; catalogue: string }>,
): Promise<readonly StoredEntry[]> {
  const version = await findVersion(db, { agencyId, catalogue, state: 'in-force' })
  return version === undefined ? [] : listEntries(db, { agencyId, catalogue, version })
}

function isSame(entry: EntryContent, old: StoredEntry | undefined): boolean {
  if (old === undefined) return false
  return (Object.keys(entry) as (keyof EntryContent)[]).every(
    (name) => canonical(entry[name]) === canonical(old[name]),
  )
}

/** JSON whose keys stand in one order: the database gives them back in its own. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value)
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

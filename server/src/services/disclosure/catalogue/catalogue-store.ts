import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/database.ts'
import type { EntryContent } from './catalogue-entry.ts'

export type CatalogueState = 'draft' | 'in-force' | 'superseded'

/** 版本来源: an imported file, the starter catalogue, or lines changed on the page. */
export type CatalogueSource = 'file' | 'starter' | 'edit'

/** 目录版本. */
export type CatalogueVersion = Readonly<{
  catalogue: string
  version: number
  state: CatalogueState
  source: CatalogueSource
  fileName: string
  entries: number
  madeAt: Date
  madeBy: string
  approvedAt: Date | null
  approvedBy: string | null
}>

export type StoredEntry = EntryContent & Readonly<{ entryId: string }>

/** Every version of an organ's catalogues, the newest of each first. */
export async function listVersions(db: Db | Tx, agencyId: string): Promise<readonly CatalogueVersion[]> {
  const rows = await db
    .selectFrom('catalogue_version as version')
    .select([
      'catalogue',
      'version',
      'state',
      'source',
      'file_name',
      'made_at',
      'made_by',
      'approved_at',
      'approved_by',
    ])
    .select((eb) =>
      eb
        .selectFrom('catalogue_entry as entry')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('entry.agency_id', '=', 'version.agency_id')
        .whereRef('entry.catalogue', '=', 'version.catalogue')
        .whereRef('entry.version', '=', 'version.version')
        .as('entries'),
    )
    .where('agency_id', '=', agencyId)
    .orderBy(sql`catalogue = 'basic'`, 'desc')
    .orderBy('catalogue')
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    catalogue: row.catalogue,
    version: row.version,
    state: row.state as CatalogueState,
    source: row.source as CatalogueSource,
    fileName: row.file_name,
    entries: row.entries ?? 0,
    madeAt: row.made_at,
    madeBy: row.made_by,
    approvedAt: row.approved_at,
    approvedBy: row.approved_by,
  }))
}

/** The entries of a version in their order. */
export async function listEntries(
  db: Db | Tx,
  { agencyId, catalogue, version }: Readonly<{ agencyId: string; catalogue: string; version: number }>,
): Promise<readonly StoredEntry[]> {
  const rows = await db
    .selectFrom('catalogue_entry')
    .selectAll()
    .where('agency_id', '=', agencyId)
    .where('catalogue', '=', catalogue)
    .where('version', '=', version)
    .orderBy('sort_order')
    .execute()
  return rows.map((row) => ({
    entryId: row.entry_id,
    path: row.path,
    contentRequired: row.content_required,
    deadlineText: row.deadline_text,
    deadlineLimit: row.deadline_limit as EntryContent['deadlineLimit'],
    basis: row.basis,
    responsibleUnit: row.responsible_unit,
    channels: row.channels as EntryContent['channels'],
    audience: row.audience,
    mode: row.mode as EntryContent['mode'],
    level: row.level as EntryContent['level'],
    updateClass: row.update_class as EntryContent['updateClass'],
    period: row.period as EntryContent['period'],
    legalItems: row.legal_items as EntryContent['legalItems'],
    isMandatory: row.is_mandatory,
    nodeId: row.node_id,
    note: row.note,
  }))
}

/** The number of the version in force, or the newest one in a state. */
export async function findVersion(
  db: Db | Tx,
  { agencyId, catalogue, state }: Readonly<{ agencyId: string; catalogue: string; state: CatalogueState }>,
): Promise<number | undefined> {
  const row = await db
    .selectFrom('catalogue_version')
    .select('version')
    .where('agency_id', '=', agencyId)
    .where('catalogue', '=', catalogue)
    .where('state', '=', state)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.version
}

import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { actorName, type Context } from '../../context.ts'
import { type EntryContent, keyOf } from './catalogue-entry.ts'
import { type CatalogueSource, findVersion, listEntries, type StoredEntry } from './catalogue-store.ts'

type Which = Readonly<{ agencyId: string; catalogue: string }>

/** One change of an organ's catalogues at a time: the numbers of versions have no gap and no repeat. */
export async function lockCatalogues(t: Tx, agencyId: string): Promise<void> {
  await t
    .selectFrom('agency')
    .select('agency_id')
    .where('agency_id', '=', agencyId)
    .forUpdate()
    .executeTakeFirst()
}

type NewDraft = Which &
  Readonly<{ source: CatalogueSource; fileName: string; entries: readonly StoredEntry[] }>

/** 新的草案版本, in place of the draft that waited; answers its number. */
export async function makeDraft(t: Tx, ctx: Context, draft: NewDraft): Promise<number> {
  const { agencyId, catalogue, source, fileName, entries } = draft
  const version = (await lastVersion(t, draft)) + 1
  await t
    .updateTable('catalogue_version')
    .set({ state: 'superseded' })
    .where('agency_id', '=', agencyId)
    .where('catalogue', '=', catalogue)
    .where('state', '=', 'draft')
    .execute()
  await t
    .insertInto('catalogue_version')
    .values({
      agency_id: agencyId,
      catalogue,
      version,
      state: 'draft',
      source,
      file_name: fileName.slice(0, 200),
      made_at: ctx.now,
      made_by: actorName(ctx.actor),
    })
    .execute()
  await insertEntries(t, { agencyId, catalogue, version }, entries)
  return version
}

/** The draft that is being worked on; where there is none, what is in force is copied into one. */
export async function workingDraft(t: Tx, ctx: Context, which: Which): Promise<number> {
  const waiting = await findVersion(t, { ...which, state: 'draft' })
  if (waiting !== undefined) return waiting
  const inForce = await findVersion(t, { ...which, state: 'in-force' })
  const entries = inForce === undefined ? [] : await listEntries(t, { ...which, version: inForce })
  return makeDraft(t, ctx, { ...which, source: 'edit', fileName: '', entries })
}

/** The same matter keeps its id from version to version, so that plans and placements stay with it. */
export async function withKnownIds(
  t: Tx,
  which: Which,
  entries: readonly EntryContent[],
): Promise<readonly StoredEntry[]> {
  const inForce = await findVersion(t, { ...which, state: 'in-force' })
  const versions = new Set([await lastVersion(t, which), inForce ?? 0])
  const known = new Map<string, string>()
  for (const version of versions) {
    for (const entry of await listEntries(t, { ...which, version })) known.set(keyOf(entry), entry.entryId)
  }
  return entries.map((entry) => ({ ...entry, entryId: known.get(keyOf(entry)) ?? newId() }))
}

async function lastVersion(t: Tx, { agencyId, catalogue }: Which): Promise<number> {
  const last = await t
    .selectFrom('catalogue_version')
    .select(({ fn }) => fn.max('version').as('version'))
    .where('agency_id', '=', agencyId)
    .where('catalogue', '=', catalogue)
    .executeTakeFirst()
  return last?.version ?? 0
}

type Version = Which & Readonly<{ version: number }>

async function insertEntries(t: Tx, version: Version, entries: readonly StoredEntry[]): Promise<void> {
  if (entries.length === 0) return
  await t
    .insertInto('catalogue_entry')
    .values(
      entries.map((entry, index) => ({
        agency_id: version.agencyId,
        catalogue: version.catalogue,
        version: version.version,
        entry_id: entry.entryId,
        sort_order: index,
        ...columnsOf(entry),
      })),
    )
    .execute()
}

/** The words of an entry as its row holds them. */
export function columnsOf(entry: EntryContent) {
  return {
    path: [...entry.path],
    content_required: entry.contentRequired,
    deadline_text: entry.deadlineText,
    deadline_limit: entry.deadlineLimit === null ? null : JSON.stringify(entry.deadlineLimit),
    basis: [...entry.basis],
    responsible_unit: entry.responsibleUnit,
    channels: JSON.stringify(entry.channels),
    audience: entry.audience,
    mode: entry.mode,
    level: entry.level,
    update_class: entry.updateClass,
    period: entry.period,
    legal_items: [...entry.legalItems],
    is_mandatory: entry.isMandatory,
    node_id: entry.nodeId,
    note: entry.note,
  }
}

import { type Duty, type DutyFacts, dutyState, type PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'
import { validityOnDay } from '../validity-on-day.ts'
import { titleOfCatalogue } from './catalogue-entry.ts'
import { findVersion, listEntries, type StoredEntry } from './catalogue-store.ts'

export type CatalogueDuty = StoredEntry & DutyFacts & Duty & Readonly<{ planNote: string }>

export type WhichCatalogue = Readonly<{ agencyId: string; catalogue: string; version?: number }>

/** 公开事项 of the version in force (or of the one asked for), each with how it stands today. */
export async function catalogueDuties(
  ctx: Context,
  what: WhichCatalogue,
): Promise<Readonly<{ version: number | null; duties: readonly CatalogueDuty[] }>> {
  allowWithin(ctx, 'read-documents', what.agencyId)
  return publicDuties(ctx, what)
}

/** The same without leave: what is in force is public. */
export async function publicDuties(
  ctx: Pick<Context, 'db' | 'today'>,
  { agencyId, catalogue, version: asked }: WhichCatalogue,
): Promise<Readonly<{ version: number | null; duties: readonly CatalogueDuty[] }>> {
  titleOfCatalogue(catalogue)
  const version = asked ?? (await findVersion(ctx.db, { agencyId, catalogue, state: 'in-force' }))
  if (version === undefined) return { version: null, duties: [] }
  const [entries, held, plans] = await Promise.all([
    listEntries(ctx.db, { agencyId, catalogue, version }),
    heldBy(ctx, { agencyId, catalogue, version }),
    ctx.db
      .selectFrom('catalogue_plan')
      .select(['entry_id', 'planned_on', 'note'])
      .where('agency_id', '=', agencyId)
      .execute(),
  ])
  const planOf = new Map(plans.map((plan) => [plan.entry_id, plan]))
  return {
    version,
    duties: entries.map((entry) => {
      const { items = 0, newest_on: newestOn = null } = held.get(entry.entryId) ?? {}
      const plan = planOf.get(entry.entryId)
      const facts = { items, newestOn, plannedOn: (plan?.planned_on ?? null) as PlainDate | null }
      return { ...entry, ...facts, ...dutyState(entry, facts, ctx.today), planNote: plan?.note ?? '' }
    }),
  }
}

type Held = Readonly<{ entry_id: string; items: number; newest_on: PlainDate }>

/** Items placed under an entry, and those of its column where no other entry shares the column. */
async function heldBy(
  ctx: Pick<Context, 'db' | 'today'>,
  { agencyId, catalogue, version }: Readonly<{ agencyId: string; catalogue: string; version: number }>,
): Promise<ReadonlyMap<string, Held>> {
  const { rows } = await sql<Held>`
    with entry as (
      select entry_id, node_id, count(*) over (partition by node_id) as sharing
      from catalogue_entry
      where agency_id = ${agencyId} and catalogue = ${catalogue} and version = ${version}
    ), shown as (
      select entry_id, document_id from entry
      join document on document.agency_id = ${agencyId} and document.node_id = entry.node_id
      where entry.sharing = 1
      union
      select entry_id, document_id from entry
      join document_placement as placement
        on placement.agency_id = ${agencyId} and placement.kind = 'column' and placement.target = entry.node_id::text
      where entry.sharing = 1
      union
      select entry_id, document_id from entry
      join document_placement as placement
        on placement.agency_id = ${agencyId} and placement.kind = 'entry' and placement.target = entry.entry_id::text
    )
    select entry_id, count(*)::int as items, max((published_at at time zone 'Asia/Shanghai')::date)::text as newest_on
    from shown
    join document on document.agency_id = ${agencyId} and document.document_id = shown.document_id
    where published_at is not null and withdrawn_at is null
      and ${validityOnDay(ctx.today)} in ('in-force', 'amended')
    group by entry_id`.execute(ctx.db)
  return new Map(rows.map((row) => [row.entry_id, row]))
}

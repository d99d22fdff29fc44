import {
  CONTENT_KINDS,
  DEADLINE_RULES,
  type DeadlineLimit,
  type DeadlineRule,
  deadlineBaseDay,
  type PlainDate,
  publishDue,
  publishDueByCatalogue,
  type WorkingCalendar,
} from '@mingfu/law'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/database.ts'
import type { DocumentContent } from '../document.ts'

/** 公开时限 of one document: from which day, until which day, and whose words set it. */
export type DueDay = Readonly<{ baseOn: PlainDate; dueOn: PlainDate; rule: string }>

type What = Readonly<{
  agencyId: string
  /** None while it is being drafted for the first time. */
  documentId: string | null
  content: Pick<DocumentContent, 'kind' | 'form' | 'writtenOn' | 'nodeId'>
}>

/**
 * 公开期限: by the rule of its kind, or by what the organ's own catalogue says of the duty that it fulfils. A catalogue
 * may ask for less time; for more only where no law sets the time.
 */
export async function dueDayOf(db: Db | Tx, calendar: WorkingCalendar, what: What): Promise<DueDay> {
  const { kind, form, writtenOn } = what.content
  const rule: DeadlineRule = DEADLINE_RULES[CONTENT_KINDS[kind].deadline]
  const interpreted = kind === 'interpretation' ? await interpretedOn(db, what) : null
  const baseOn = interpreted ?? deadlineBaseDay(kind, form, writtenOn)
  const legal = { baseOn, dueOn: publishDue(rule, baseOn, calendar).dueOn, rule: rule.label }
  const own = (await catalogueLimits(db, what)).flatMap(({ limit, words, path }) => {
    const ruling = publishDueByCatalogue(rule, limit, baseOn, calendar)
    const rule_ = `目录“${path.join('－')}”：${words}`
    return ruling.granted ? [{ baseOn, dueOn: ruling.value.dueOn, rule: rule_ }] : []
  })
  const [first, ...others] = own
  if (first === undefined) return legal
  return others.reduce((least, each) => (each.dueOn < least.dueOn ? each : least), first)
}

type Limit = Readonly<{ limit: DeadlineLimit; words: string; path: readonly string[] }>

/** What catalogues in force say of the duties under which it is placed, or else of the one duty of its column. */
async function catalogueLimits(
  db: Db | Tx,
  { agencyId, documentId, content: { nodeId } }: What,
): Promise<readonly Limit[]> {
  if (nodeId === null && documentId === null) return []
  const { rows } = await sql<{
    deadline_limit: DeadlineLimit
    deadline_text: string
    path: string[]
    placed: boolean
  }>`
    with entry as (
      select catalogue_entry.*, count(*) over (partition by catalogue, node_id) as sharing
      from catalogue_entry join catalogue_version using (agency_id, catalogue, version)
      where agency_id = ${agencyId} and state = 'in-force'
    )
    select deadline_limit, deadline_text, path, placement.target is not null as placed
    from entry
    left join document_placement as placement
      on placement.agency_id = ${agencyId} and placement.kind = 'entry'
     and placement.target = entry.entry_id::text and placement.document_id = ${documentId}::uuid
    where mode = 'proactive' and deadline_limit is not null
      and (placement.target is not null or (sharing = 1 and node_id = ${nodeId}::uuid))`.execute(db)
  const placed = rows.filter((row) => row.placed)
  return (placed.length > 0 ? placed : rows).map((row) => ({
    limit: row.deadline_limit,
    words: row.deadline_text,
    path: row.path,
  }))
}

/** The day on which what it interprets came out; null while that is not known. */
async function interpretedOn(db: Db | Tx, { agencyId, documentId }: What): Promise<PlainDate | null> {
  if (documentId === null) return null
  const { rows } = await sql<{ published_on: PlainDate | null }>`
    select min((published_at at time zone 'Asia/Shanghai')::date)::text as published_on
    from document_relation as relation
    join document on document.agency_id = relation.agency_id and document.document_id = relation.to_id
    where relation.agency_id = ${agencyId} and relation.from_id = ${documentId} and relation.kind = 'interprets'`.execute(
    db,
  )
  return rows[0]?.published_on ?? null
}

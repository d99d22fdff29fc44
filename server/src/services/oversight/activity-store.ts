import type { ActivityKind, PlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import type { Activity, ActivityEntry } from './activity.ts'

const COLUMNS = [
  'activity_id',
  'kind',
  'held_on',
  'title',
  'detail',
  'participants',
  'remedy',
  'resolved_on',
  'version',
] as const

/** Records of an agency between two days, oldest first; what was withdrawn is not among them. */
export async function readActivities(
  tx: Tx,
  agencyId: string,
  { from, to }: Readonly<{ from: PlainDate; to: PlainDate }>,
): Promise<readonly Activity[]> {
  const rows = await tx
    .selectFrom('oversight_activity')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('held_on', '>=', from)
    .where('held_on', '<=', to)
    .where('withdrawn_at', 'is', null)
    .orderBy('held_on')
    .orderBy('activity_id')
    .execute()
  return rows.map(fromRow)
}

/** Problems found before a day that were open on it. */
export async function readOpenProblems(
  tx: Tx,
  agencyId: string,
  day: PlainDate,
): Promise<readonly Activity[]> {
  const rows = await tx
    .selectFrom('oversight_activity')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'problem')
    .where('held_on', '<', day)
    .where('withdrawn_at', 'is', null)
    .where((where) => where.or([where('resolved_on', 'is', null), where('resolved_on', '>=', day)]))
    .orderBy('held_on')
    .orderBy('activity_id')
    .execute()
  return rows.map(fromRow)
}

export async function lockActivity(tx: Tx, agencyId: string, activityId: string): Promise<Activity> {
  const row = await tx
    .selectFrom('oversight_activity')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('activity_id', '=', activityId)
    .where('withdrawn_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这条记录')
  return fromRow(row)
}

export function entryColumns(entry: ActivityEntry) {
  const { kind, heldOn, title, detail, participants, remedy, resolvedOn } = entry
  return { kind, held_on: heldOn, title, detail, participants, remedy, resolved_on: resolvedOn }
}

type Row = Readonly<{
  activity_id: string
  kind: string
  held_on: string
  title: string
  detail: string
  participants: number | null
  remedy: string
  resolved_on: string | null
  version: number
}>

function fromRow(row: Row): Activity {
  return {
    activityId: row.activity_id,
    kind: row.kind as ActivityKind,
    heldOn: row.held_on as PlainDate,
    title: row.title,
    detail: row.detail,
    participants: row.participants,
    remedy: row.remedy,
    resolvedOn: row.resolved_on as PlainDate | null,
    version: row.version,
  }
}

import { type PlainDate, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'

/** 休假和代理: who is away, from when to when, and who deputises. */
export type Absence = Readonly<{
  absenceId: string
  staffId: string
  deputyId: string
  fromOn: PlainDate
  toOn: PlainDate
  recordedBy: string
}>

/** Absences that are not over on a day and not cancelled, the next first. */
export async function readAbsences(tx: Tx, agencyId: string, on: PlainDate): Promise<readonly Absence[]> {
  const rows = await tx
    .selectFrom('staff_absence')
    .select(['absence_id', 'staff_id', 'deputy_id', 'from_on', 'to_on', 'recorded_by'])
    .where('agency_id', '=', agencyId)
    .where('cancelled_at', 'is', null)
    .where('to_on', '>=', on)
    .orderBy('from_on')
    .execute()
  return rows.map((row) => ({
    absenceId: row.absence_id,
    staffId: row.staff_id,
    deputyId: row.deputy_id,
    fromOn: parsePlainDate(row.from_on),
    toOn: parsePlainDate(row.to_on),
    recordedBy: row.recorded_by,
  }))
}

/** Who stands in for somebody on a day; the person himself when nobody does. A deputy who is away too is not asked further. */
export function standInFor(absences: readonly Absence[], staffId: string, on: PlainDate): string {
  const away = absences.find((one) => one.staffId === staffId && one.fromOn <= on && on <= one.toOn)
  return away?.deputyId ?? staffId
}

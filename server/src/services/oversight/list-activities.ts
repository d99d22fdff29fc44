import { plainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import type { Activity } from './activity.ts'
import { readActivities, readOpenProblems } from './activity-store.ts'

/** The records of a year, and the problems of earlier years that were still open when it began. */
export type ActivitiesOfYear = Readonly<{ activities: readonly Activity[]; carried: readonly Activity[] }>

/** 一年的监督保障记录. */
export function listActivities(
  ctx: Context,
  { agencyId, year }: Readonly<{ agencyId: string; year: number }>,
): Promise<ActivitiesOfYear> {
  allow(ctx.actor, 'read-annual-report')
  return tx(ctx, (t) => activitiesOfYear(t, agencyId, year))
}

/** The same inside a transaction of another verb. */
export async function activitiesOfYear(tx: Tx, agencyId: string, year: number): Promise<ActivitiesOfYear> {
  const from = plainDate(year, 1, 1)
  return {
    activities: await readActivities(tx, agencyId, { from, to: plainDate(year, 12, 31) }),
    carried: await readOpenProblems(tx, agencyId, from),
  }
}

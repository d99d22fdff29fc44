import { RETENTION, type RetentionKey } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { countDue, REMOVED_KEYS } from './removals.ts'

export type RetentionLine = Readonly<{
  key: RetentionKey
  /** How much of this agency is due now; `null` where nothing is removed, or not agency by agency. */
  due: number | null
}>

export type RetentionRun = Readonly<{ at: Date; removed: Readonly<Record<string, number>> }>

const RUNS = 30

/** 保存期限 of an agency: the schedule, what is due by it now, and what was removed when. */
export async function showRetention(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<Readonly<{ lines: readonly RetentionLine[]; runs: readonly RetentionRun[] }>> {
  allow(ctx.actor, 'read-retention')
  return tx(ctx, async (t) => {
    const lines: RetentionLine[] = []
    for (const key of Object.keys(RETENTION) as RetentionKey[]) {
      const removed = REMOVED_KEYS.find((one) => one === key)
      const due = removed === undefined ? null : await countDue(t, removed, { agencyId, now: ctx.now })
      lines.push({ key, due })
    }
    const rows = await t
      .selectFrom('audit_entry')
      .select(['at', 'detail'])
      .where('agency_id', '=', agencyId)
      .where('action', '=', 'apply-retention')
      .orderBy('seq', 'desc')
      .limit(RUNS)
      .execute()
    return {
      lines,
      runs: rows.map(({ at, detail }) => ({ at, removed: detail as Readonly<Record<string, number>> })),
    }
  })
}

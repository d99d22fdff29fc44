import type { PlainDate } from '@mingfu/law'
import type { Config } from '../config.ts'
import { openRuntime } from '../runtime.ts'
import { recomputeDeadlines } from '../services/requests/recompute-deadlines.ts'
import { hasData } from './existing.ts'

export type DeadlineMoved = Readonly<{
  agencyName: string
  number: string
  from: PlainDate | null
  to: PlainDate | null
}>

/**
 * 重新计算全部在办期限, after a notice came in by file: every agency's open requests, by the calendar as it now is.
 * `null` where the data directory holds no installation.
 */
export async function recomputeEverywhere(config: Config): Promise<readonly DeadlineMoved[] | null> {
  if (!hasData(config)) return null
  const runtime = await openRuntime(config, { migrate: false, log: () => undefined })
  try {
    const agencies = await runtime.db
      .selectFrom('agency')
      .select(['agency_id', 'name'])
      .where('is_active', '=', true)
      .orderBy('path')
      .execute()
    const moved: DeadlineMoved[] = []
    for (const { agency_id: agencyId, name: agencyName } of agencies) {
      const ctx = runtime.contextFor({ kind: 'system', task: 'command-line' }, agencyId)
      for (const { number, from, to } of await recomputeDeadlines(ctx, { agencyId })) {
        moved.push({ agencyName, number, from, to })
      }
    }
    return moved
  } finally {
    await runtime.close()
  }
}

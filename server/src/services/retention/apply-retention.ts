import { tx } from '../../db/transaction.ts'
import { listAgencies } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { REMOVED_KEYS, removeDue } from './removals.ts'
import { removeUnusedFiles } from './remove-unused-files.ts'

/**
 * 执行保存期限: removes what is due by the schedule, agency by agency, and says on each trail how much of what. What the
 * schedule keeps is not touched; running it again removes nothing more.
 */
export async function applyRetention(ctx: Context): Promise<void> {
  allow(ctx.actor, 'apply-retention')
  const all = { ...ctx, scope: 'all' }
  const agencies = await tx(all, (t) => listAgencies(t))
  for (const { agencyId } of agencies) {
    await tx(all, async (t) => {
      const removed: [string, number][] = []
      for (const key of REMOVED_KEYS) {
        const count = await removeDue(t, key, { agencyId, now: ctx.now })
        if (count > 0) removed.push([key, count])
      }
      if (removed.length > 0)
        await recordAudit(t, ctx, {
          agencyId,
          action: 'apply-retention',
          objectKind: 'agency',
          objectId: agencyId,
          detail: Object.fromEntries(removed),
        })
    })
  }
  const files = await removeUnusedFiles(ctx)
  const [root] = agencies
  // The store is one for all agencies; the first of the tree has it on its trail.
  if (files > 0 && root !== undefined)
    await tx(all, (t) =>
      recordAudit(t, ctx, {
        agencyId: root.agencyId,
        action: 'apply-retention',
        objectKind: 'agency',
        objectId: root.agencyId,
        detail: { uploads: files },
      }),
    )
}

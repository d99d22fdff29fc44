import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { allowBriefing } from './briefing-access.ts'
import { contentsOf, lockBulletin } from './bulletin.ts'
import { entryOf } from './score-rules.ts'

export type BulletinInput = Readonly<{
  paper: string
  editor: string
  scoreCode: string
  itemIds: readonly string[]
  reportTo: string
  sendTo: string
}>

/** 编期刊: which items in which order, for a leader to sign. */
export async function saveBulletin(
  ctx: Context,
  input: Readonly<{ agencyId: string; bulletinId: string | null; version: number; content: BulletinInput }>,
): Promise<{ bulletinId: string; version: number }> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  const { agencyId, content } = input
  const paper = content.paper.trim()
  if (paper === '') throw new Invalid('请填写刊名', { paper: '请填写刊名' })
  const itemIds = [...new Set(content.itemIds)]
  if (itemIds.length === 0) throw new Invalid('请选择至少一条信息', { itemIds: '请选择至少一条信息' })
  return tx(ctx, async (t) => {
    await entryOf(t, agencyId, content.scoreCode, 'adoption')
    const found = await contentsOf(t, agencyId, itemIds)
    if (found.length !== itemIds.length) throw new Invalid('有的信息没有报送或者已经退回，请重新选择')
    const columns = {
      paper,
      editor: content.editor.trim(),
      score_code: content.scoreCode,
      item_ids: itemIds,
      report_to: content.reportTo.trim(),
      send_to: content.sendTo.trim(),
      drafted_by: actorName(ctx.actor),
      drafted_by_id: actorId(ctx.actor),
    }
    const bulletinId = input.bulletinId ?? newId()
    if (input.bulletinId === null) {
      await t
        .insertInto('briefing_bulletin')
        .values({ agency_id: agencyId, bulletin_id: bulletinId, ...columns, created_at: ctx.now })
        .execute()
    } else {
      const before = await lockBulletin(t, { agencyId, bulletinId, version: input.version })
      if (before.issuedOn !== null) throw new Stale('这一期')
      await t
        .updateTable('briefing_bulletin')
        .set({ ...columns, version: before.version + 1 })
        .where('agency_id', '=', agencyId)
        .where('bulletin_id', '=', bulletinId)
        .execute()
    }
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-bulletin',
      objectKind: 'bulletin',
      objectId: bulletinId,
    })
    return { bulletinId, version: input.bulletinId === null ? 1 : input.version + 1 }
  })
}

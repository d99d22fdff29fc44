import { takeNumbers } from '../../db/counter.ts'
import { tx } from '../../db/transaction.ts'
import { Forbidden, Invalid, Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { allowBriefing, moveBriefing } from './briefing-access.ts'
import { changeItem } from './briefing-store.ts'
import { contentsOf, lockBulletin, type OnBulletin } from './bulletin.ts'
import { insertCredit } from './credit-item.ts'
import { refuseNumbers, screenBriefing } from './screen-briefing.ts'

/** 签发期刊: by a leader who did not edit it; numbered, its words fixed, and every item in it adopted. */
export async function issueBulletin(
  ctx: Context,
  input: OnBulletin,
): Promise<{ version: number; issue: number; totalIssue: number }> {
  allowBriefing(ctx, 'issue-bulletin', input.agencyId)
  return tx(ctx, async (t) => {
    const bulletin = await lockBulletin(t, input)
    const { agencyId, bulletinId, paper } = bulletin
    if (bulletin.issuedOn !== null) throw new Stale('这一期')
    const by = actorId(ctx.actor)
    if (by !== null && by === bulletin.draftedById)
      throw new Forbidden('编这一期的人不能签发，请由其他人签发')
    const contents = await contentsOf(t, agencyId, bulletin.itemIds)
    if (contents.length !== bulletin.itemIds.length) throw new Invalid('有的信息已经退回，请退给编辑重新选择')
    for (const { title, body } of contents)
      refuseNumbers(await screenBriefing(t, ctx, { agencyId, title, body }))
    const year = Number(ctx.today.slice(0, 4))
    const issue = (await takeNumbers(t, agencyId, year, `bulletin ${paper}`, 1)) + 1
    const totalIssue = (await takeNumbers(t, agencyId, 0, `bulletin ${paper}`, 1)) + 1
    const detail = `《${paper}》${year}年第${issue}期`
    for (const { itemId, unitId, version, state } of contents) {
      const { label, points } = await insertCredit(t, ctx, {
        agencyId,
        itemId,
        unitId,
        kind: 'adoption',
        code: bulletin.scoreCode,
        on: ctx.today,
        detail,
      })
      const adopted = moveBriefing(state as 'submitted', 'adopt')
      const facts = { label, points, detail, on: ctx.today }
      await changeItem(t, ctx, { agencyId, itemId, version }, { state: adopted }, { kind: 'adopted', facts })
    }
    const fixed = contents.map(({ itemId, unitName, title, body }) => ({ itemId, unitName, title, body }))
    await t
      .updateTable('briefing_bulletin')
      .set({
        year,
        issue,
        total_issue: totalIssue,
        issued_on: ctx.today,
        signed_by: actorName(ctx.actor),
        contents: JSON.stringify(fixed),
        version: bulletin.version + 1,
      })
      .where('agency_id', '=', agencyId)
      .where('bulletin_id', '=', bulletinId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'issue-bulletin',
      objectKind: 'bulletin',
      objectId: bulletinId,
      detail: { paper, issue, totalIssue },
    })
    return { version: bulletin.version + 1, issue, totalIssue }
  })
}

import { checkLevels, LATER_REVIEW } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid, Stale } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, actorName, type Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { allowWithin } from '../own-agency.ts'
import { type ReleaseRules, readReleaseRules } from './release-rules.ts'

export type SaveReleaseRules = Readonly<{
  agencyId: string
  version: number
  rules: ReleaseRules
  reason: string
}>

/** 设定审核级次: a new version; what is under review already keeps the levels that it was submitted to. */
export async function saveReleaseRules(
  ctx: Context,
  { agencyId, version, rules, reason }: SaveReleaseRules,
): Promise<{ version: number }> {
  allowWithin(ctx, 'lead-office', agencyId)
  if (reason.trim() === '') throw new Invalid('请写明改动的理由', { reason: '请写明改动的理由' })
  for (const levels of [rules.levels, ...Object.values(rules.byKind)]) uphold(checkLevels(levels))
  const { laterReviewWithin } = rules
  if (!(laterReviewWithin >= 1 && laterReviewWithin <= LATER_REVIEW.atMost)) {
    const sentence = `补审期限为1至${LATER_REVIEW.atMost}个工作日`
    throw new Invalid(sentence, { laterReviewWithin: sentence })
  }
  return tx(ctx, async (t) => {
    const before = await readReleaseRules(t, agencyId)
    if (before.version !== version) throw new Stale('审核级次的设定')
    await t
      .insertInto('release_rules')
      .values({
        agency_id: agencyId,
        version: version + 1,
        rules: JSON.stringify(rules),
        reason: reason.trim(),
        set_at: ctx.now,
        set_by: actorName(ctx.actor),
        set_by_id: actorId(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-release-rules',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { reason: reason.trim(), version: version + 1, from: before.rules, to: rules },
    })
    return { version: version + 1 }
  })
}

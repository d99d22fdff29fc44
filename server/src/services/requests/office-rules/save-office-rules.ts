import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorId, type Context } from '../../context.ts'
import { OFFICE_RULES_KEY, type OfficeRules, readOfficeRules } from './office-rules.ts'

export type SaveOfficeRules = Readonly<{ agencyId: string; rules: OfficeRules; reason: string }>

/** 设定内部办理规则: what changed, from what to what and why, is audited. */
export async function saveOfficeRules(
  ctx: Context,
  { agencyId, rules, reason }: SaveOfficeRules,
): Promise<void> {
  allow(ctx.actor, 'lead-office')
  if (new Set(rules.remindAt).size !== rules.remindAt.length)
    throw new Invalid('催办的天数有重复，请删除重复的', { remindAt: '请删除重复的天数' })
  await tx(ctx, async (t) => {
    const changed = changesBetween(await readOfficeRules(t, agencyId), rules)
    if (Object.keys(changed).length === 0) return
    const row = { value: JSON.stringify(rules), changed_at: ctx.now, changed_by: actorId(ctx.actor) }
    await t
      .insertInto('setting')
      .values({ agency_id: agencyId, key: OFFICE_RULES_KEY, ...row })
      .onConflict((conflict) => conflict.columns(['agency_id', 'key']).doUpdateSet(row))
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-office-rules',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { reason, changed },
    })
  })
}

function changesBetween(before: OfficeRules, after: OfficeRules) {
  const old = new Map(Object.entries(before))
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(old.get(key)) !== JSON.stringify(value),
  )
  return Object.fromEntries(changed.map(([key, value]) => [key, { from: old.get(key) ?? null, to: value }]))
}

import { nextNumber } from '../../db/counter.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { allowBriefing, allowUnit, moveBriefing } from './briefing-access.ts'
import { changeItem, lockItem, type OnItem } from './briefing-store.ts'
import { mostLike } from './most-like.ts'
import { refuseNumbers, screenBriefing } from './screen-briefing.ts'

export type SubmitItem = OnItem &
  Readonly<{ /** 签发人: the head of the unit who agreed to it. */ signedBy: string }>

/** 报送: numbered, as it stands then kept for good, and compared with what was handed in before. */
export async function submitItem(
  ctx: Context,
  input: SubmitItem,
): Promise<{ version: number; number: string }> {
  allowBriefing(ctx, 'submit-briefing', input.agencyId)
  const signedBy = input.signedBy.trim()
  if (signedBy === '') throw new Invalid('请填写签发的单位负责人', { signedBy: '请填写签发的单位负责人' })
  return tx(ctx, async (t) => {
    const item = await lockItem(t, input)
    allowUnit(ctx.actor, item.unitId)
    const { agencyId, itemId, title, body } = item
    const state = moveBriefing(item.state, 'submit')
    if (body === '') throw new Invalid('请填写正文', { body: '请填写正文' })
    refuseNumbers(await screenBriefing(t, ctx, item))
    const like = await mostLike(t, item)
    const year = Number(ctx.today.slice(0, 4))
    const number = item.number ?? `政信〔${year}〕${await nextNumber(t, agencyId, year, 'briefing')}号`
    const change = {
      state,
      number,
      signed_by: signedBy,
      submitted_at: ctx.now,
      submitted_title: title,
      submitted_body: body,
      likeness: like === null ? null : like.likeness.toFixed(4),
      like_item_id: like?.itemId ?? null,
    }
    const version = await changeItem(t, ctx, item, change, { kind: 'submitted', facts: { number, signedBy } })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'submit-briefing',
      objectKind: 'briefing',
      objectId: itemId,
      detail: { number },
    })
    return { version, number }
  })
}

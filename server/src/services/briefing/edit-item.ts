import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { allowBriefing, moveBriefing } from './briefing-access.ts'
import { changeItem, lockItem, type OnItem } from './briefing-store.ts'
import { refuseSecret, screenBriefing } from './screen-briefing.ts'

export type EditItem = OnItem &
  Readonly<{
    title: string
    body: string /** What was wrong in fact and put right. */
    factsCorrected: string
  }>

/** 编辑: the office's own words; what the unit handed in is kept beside them. */
export async function editItem(ctx: Context, input: EditItem): Promise<{ version: number }> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  const title = input.title.replace(/\s+/g, ' ').trim()
  const body = input.body.replace(/\r\n?/g, '\n').trim()
  if (title === '' || body === '') throw new Invalid('标题和正文不能为空')
  return tx(ctx, async (t) => {
    const item = await lockItem(t, input)
    const { agencyId, itemId } = item
    const state = moveBriefing(item.state, 'edit')
    refuseSecret(await screenBriefing(t, ctx, { agencyId, title, body }))
    const corrected = input.factsCorrected.trim()
    const change = { state, title, body, facts_corrected: corrected }
    const version = await changeItem(t, ctx, item, change, { kind: 'edited', facts: { corrected } })
    await recordAudit(t, ctx, { agencyId, action: 'edit-briefing', objectKind: 'briefing', objectId: itemId })
    return { version }
  })
}

/** 退回 with what is wrong, or 不采用 with why not. */
export async function turnDownItem(
  ctx: Context,
  input: OnItem & Readonly<{ how: 'return' | 'decline'; reason: string }>,
): Promise<{ version: number }> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  const reason = input.reason.trim()
  if (reason === '') throw new Invalid('请写明理由', { reason: '请写明理由' })
  return tx(ctx, async (t) => {
    const item = await lockItem(t, input)
    const state = moveBriefing(item.state, input.how)
    const kind = input.how === 'return' ? 'returned' : 'declined'
    // What comes back to the unit is the unit's own text again.
    const own =
      input.how === 'return' && item.submittedTitle !== null && item.submittedBody !== null
        ? { title: item.submittedTitle, body: item.submittedBody }
        : {}
    const version = await changeItem(t, ctx, item, { state, ...own }, { kind, facts: { reason } })
    await recordAudit(t, ctx, {
      agencyId: item.agencyId,
      action: input.how === 'return' ? 'return-briefing' : 'decline-briefing',
      objectKind: 'briefing',
      objectId: item.itemId,
    })
    return { version }
  })
}

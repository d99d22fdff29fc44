import type { BriefingKind } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { allowBriefing, allowUnit, moveBriefing } from './briefing-access.ts'
import { changeItem, lockItem, type OnItem, recordBriefingEvent } from './briefing-store.ts'
import { refuseSecret, screenBriefing } from './screen-briefing.ts'

/** What a unit writes. */
export type ItemContent = Readonly<{
  kind: BriefingKind
  unitId: string
  callId: string | null
  title: string
  body: string
  author: string
  eventAt: Date | null
}>

/** 起草政务信息: for one's own unit, in answer to a call or of one's own accord. */
export async function draftItem(
  ctx: Context,
  { agencyId, content }: Readonly<{ agencyId: string; content: ItemContent }>,
): Promise<{ itemId: string; version: number }> {
  allowBriefing(ctx, 'submit-briefing', agencyId)
  const itemId = newId()
  return tx(ctx, async (t) => {
    const columns = await columnsFor(t, ctx, agencyId, content)
    await t
      .insertInto('briefing_item')
      .values({
        agency_id: agencyId,
        item_id: itemId,
        ...columns,
        state: 'draft',
        created_at: ctx.now,
        created_by: actorId(ctx.actor),
      })
      .execute()
    await recordBriefingEvent(t, ctx, { agencyId, itemId }, { kind: 'drafted' })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'draft-briefing',
      objectKind: 'briefing',
      objectId: itemId,
    })
    return { itemId, version: 1 }
  })
}

/** 修改: while it is a draft or came back. */
export async function writeItem(
  ctx: Context,
  input: OnItem & Readonly<{ content: ItemContent }>,
): Promise<{ version: number }> {
  allowBriefing(ctx, 'submit-briefing', input.agencyId)
  return tx(ctx, async (t) => {
    const item = await lockItem(t, input)
    allowUnit(ctx.actor, item.unitId)
    moveBriefing(item.state, 'write')
    const columns = await columnsFor(t, ctx, input.agencyId, input.content)
    return { version: await changeItem(t, ctx, item, columns, { kind: 'written' }) }
  })
}

async function columnsFor(t: Tx, ctx: Context, agencyId: string, content: ItemContent) {
  allowUnit(ctx.actor, content.unitId)
  const title = content.title.replace(/\s+/g, ' ').trim()
  const body = content.body.replace(/\r\n?/g, '\n').trim()
  if (title === '') throw new Invalid('请填写标题', { title: '请填写标题' })
  if (content.eventAt !== null && content.eventAt > ctx.now)
    throw new Invalid('事情发生的时间不能晚于现在', { eventAt: '不能晚于现在' })
  await requireUnit(t, agencyId, content.unitId)
  if (content.callId !== null) await requireOpenCall(t, agencyId, content.callId)
  refuseSecret(await screenBriefing(t, ctx, { agencyId, title, body }))
  return {
    kind: content.kind,
    department_id: content.unitId,
    call_id: content.callId,
    title,
    body,
    author: content.author.trim() || actorName(ctx.actor),
    event_at: content.eventAt,
  }
}

async function requireUnit(t: Tx, agencyId: string, unitId: string): Promise<void> {
  const unit = await t
    .selectFrom('department')
    .select('department_id')
    .where('agency_id', '=', agencyId)
    .where('department_id', '=', unitId)
    .where('is_active', '=', true)
    .executeTakeFirst()
  if (unit === undefined) throw new Invalid('请选择报送单位', { unitId: '请选择报送单位' })
}

async function requireOpenCall(t: Tx, agencyId: string, callId: string): Promise<void> {
  const call = await t
    .selectFrom('briefing_call')
    .select('closed_on')
    .where('agency_id', '=', agencyId)
    .where('call_id', '=', callId)
    .executeTakeFirst()
  if (call === undefined || call.closed_on !== null)
    throw new Invalid('这次约稿已经结束，请改选或者不选', { callId: '这次约稿已经结束' })
}

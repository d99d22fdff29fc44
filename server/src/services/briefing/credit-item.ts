import type { ScoreKind } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { allowBriefing, moveBriefing } from './briefing-access.ts'
import { changeItem, lockItem, type OnItem } from './briefing-store.ts'
import { entryOf } from './score-rules.ts'

export type CreditItem = OnItem &
  Readonly<{
    kind: ScoreKind
    /** Which line of the table of scores. */
    code: string
    on: string
    /** 刊物和期号、批示的领导和内容、扣分的情形. */
    detail: string
  }>

const EVENTS = { adoption: 'adopted', instruction: 'instructed', deduction: 'deducted' } as const

/** 采用、批示、扣分 of an item: the points of the table in force that day are written down with it. */
export async function creditItem(ctx: Context, input: CreditItem): Promise<{ version: number }> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  const detail = input.detail.trim()
  if (detail === '') throw new Invalid('请写明刊物、批示或者扣分的情形', { detail: '请填写' })
  if (input.on > ctx.today) throw new Invalid('日期不能晚于今天', { on: '日期不能晚于今天' })
  return tx(ctx, async (t) => {
    const item = await lockItem(t, input)
    if (item.submittedAt === null) throw new Invalid('还没有报送的信息不能登记采用、批示或者扣分')
    const state = input.kind === 'adoption' ? moveBriefing(item.state, 'adopt') : item.state
    const { label, points } = await insertCredit(t, ctx, {
      agencyId: item.agencyId,
      itemId: item.itemId,
      unitId: item.unitId,
      kind: input.kind,
      code: input.code,
      on: input.on,
      detail,
    })
    const event = { kind: EVENTS[input.kind], facts: { label, points, detail, on: input.on } }
    const version = await changeItem(t, ctx, item, { state }, event)
    return { version }
  })
}

type Given = Readonly<{
  agencyId: string
  itemId: string | null
  unitId: string
  kind: ScoreKind
  code: string
  on: string
  detail: string
}>

export async function insertCredit(t: Tx, ctx: Context, given: Given) {
  const { agencyId, itemId, unitId, kind, code, on, detail } = given
  const { entry, rulesVersion } = await entryOf(t, agencyId, code, kind)
  const creditId = newId()
  await t
    .insertInto('briefing_credit')
    .values({
      agency_id: agencyId,
      credit_id: creditId,
      department_id: unitId,
      item_id: itemId,
      kind,
      level: entry.level,
      code,
      label: entry.label,
      detail,
      on_day: on,
      points: String(entry.points),
      rules_version: rulesVersion,
      recorded_at: ctx.now,
      recorded_by: actorName(ctx.actor),
    })
    .execute()
  await recordAudit(t, ctx, {
    agencyId,
    action: 'credit-briefing',
    objectKind: 'briefing',
    objectId: itemId ?? unitId,
    detail: { label: entry.label, points: entry.points },
  })
  return { creditId, label: entry.label, points: entry.points }
}

/** 扣分 of a unit without an item: what was missed or concealed was never handed in. */
export async function deductFromUnit(
  ctx: Context,
  input: Readonly<{ agencyId: string; unitId: string; code: string; on: string; detail: string }>,
): Promise<{ creditId: string }> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  if (input.detail.trim() === '') throw new Invalid('请写明扣分的情形', { detail: '请写明扣分的情形' })
  if (input.on > ctx.today) throw new Invalid('日期不能晚于今天', { on: '日期不能晚于今天' })
  return tx(ctx, async (t) => {
    const { creditId } = await insertCredit(t, ctx, {
      ...input,
      detail: input.detail.trim(),
      itemId: null,
      kind: 'deduction',
    })
    return { creditId }
  })
}

/** 撤销: what was credited by mistake stays on record with the reason and counts no longer. */
export async function cancelCredit(
  ctx: Context,
  input: Readonly<{ agencyId: string; creditId: string; reason: string }>,
): Promise<void> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  const reason = input.reason.trim()
  if (reason === '') throw new Invalid('请写明撤销的理由', { reason: '请写明撤销的理由' })
  await tx(ctx, async (t) => {
    const row = await t
      .updateTable('briefing_credit')
      .set({ cancelled_at: ctx.now, cancelled_for: reason })
      .where('agency_id', '=', input.agencyId)
      .where('credit_id', '=', input.creditId)
      .where('cancelled_at', 'is', null)
      .returning(['label', 'item_id'])
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('这一项得分')
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'cancel-briefing-credit',
      objectKind: 'briefing',
      objectId: row.item_id ?? input.creditId,
      detail: { label: row.label, reason },
    })
  })
}

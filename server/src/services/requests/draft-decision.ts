import { mainOutcome, missingContent, type OutcomeCode, type ReplyItem } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { type Handled, handled, lockForDecision, type OnRequest, recordEvent } from './record-event.ts'

/** One outcome an item asked for; usually one item. */
export type DecisionItems = readonly [ReplyItem, ...ReplyItem[]]

export type DraftDecision = OnRequest &
  Readonly<{
    items: DecisionItems
    /** The outcome that counts when several are of one weight. */
    main?: OutcomeCode
  }>

/** 拟出处理决定: one choice fixes article, letter, remedy and the row of the annual report; the evidence is on file. */
export async function draftDecision(ctx: Context, input: DraftDecision): Promise<Handled> {
  allow(ctx.actor, 'handle-request')
  const decided = decidedOf(input.items, input.main)
  return tx(ctx, async (t) => {
    const locked = await lockForDecision(t, ctx, input)
    const event = { kind: 'decision-drafted', on: ctx.today, ...decided } as const
    return handled(await recordEvent(t, ctx, locked, event, { office: { items: input.items } }))
  })
}

/** The main outcome and those of the items; refused while the letter would lack something. */
export function decidedOf(
  items: DecisionItems,
  main?: OutcomeCode,
): Readonly<{ outcome: OutcomeCode; items: readonly OutcomeCode[] }> {
  const missing = items.flatMap((item) => missingContent(item))
  if (missing.length > 0) throw new Invalid(`请填写：${missing.join('、')}`)
  const [first, ...rest] = items
  const outcomes = [first.outcome, ...rest.map(({ outcome }) => outcome)] as const
  return { outcome: mainOutcome(outcomes, main), items: outcomes }
}

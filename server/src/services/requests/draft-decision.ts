import {
  mainOutcome,
  missingContent,
  type OutcomeCode,
  otherOutcomeByPractice,
  outcomeOf,
  type ReplyItem,
  type Settings,
} from '@mingfu/law'
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
    refuseOtherPractice(input.items, locked.settings)
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

/** 办理口径: like matters get like outcomes. Throws `Invalid` with the outcome that the office keeps to. */
export function refuseOtherPractice(items: DecisionItems, settings: Settings): void {
  for (const item of items) {
    const usual = otherOutcomeByPractice(item, settings)
    if (usual === null) continue
    throw new Invalid(`按本机关的办理口径，这类申请作“${outcomeOf(usual).label}”处理，请改选处理决定`)
  }
}

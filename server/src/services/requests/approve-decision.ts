import { cite, refuse } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { actorId, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import type { DecisionItems } from './draft-decision.ts'
import { issueReply, nextReplyFrame } from './issue-reply.ts'
import { SIGN_OFF_STEPS } from './office-rules/office-rules.ts'
import {
  type Handled,
  handled,
  type Locked,
  lockForDecision,
  type OnRequest,
  recordEvent,
} from './record-event.ts'
import { readDraftInHand } from './sign-off/draft-in-hand.ts'

export type ApproveDecision = OnRequest

/** 签发处理决定: numbers the letter and issues it as drafted; by somebody else than who drafted it. */
export async function approveDecision(
  ctx: Context,
  input: ApproveDecision,
): Promise<Handled & { documentNumber: string; letterId: string | null }> {
  allow(ctx.actor, 'approve-decision')
  return tx(ctx, async (t) => {
    const frame = await nextReplyFrame(t, input.agencyId, ctx.today)
    const locked = await lockForDecision(t, ctx, input)
    await checkSignedOff(t, locked)
    const recorded = await recordEvent(t, ctx, locked, eventOf(ctx, locked, frame.number), {
      facts: whoDecides(ctx, locked),
    })
    const letterId = await issueDrafted(t, ctx, locked, frame)
    return { ...handled(recorded), documentNumber: frame.number, letterId }
  })
}

/** The steps that the office has set come before the signature. */
async function checkSignedOff(t: Tx, { request, history }: Locked): Promise<void> {
  const draft = await readDraftInHand(t, request, history)
  if (draft === null || draft.next === null) return
  const reason = `“${SIGN_OFF_STEPS[draft.next]}”还没有完成，审核之后才能签发`
  uphold(refuse('not-signed-off', reason, cite('regulation', 36)))
}

/** An approval without a draft has no outcome of its own; the law refuses it by the state. */
function eventOf(ctx: Context, { fold }: Locked, documentNumber: string) {
  const outcome = fold.decision?.outcome ?? 'other-misc'
  const items = fold.decision?.items ?? [outcome]
  return { kind: 'decision-approved', on: ctx.today, outcome, items, documentNumber } as const
}

function whoDecides(ctx: Context, { history }: Locked) {
  const drafter = lastDraft(history)?.actorId ?? null
  const approver = actorId(ctx.actor)
  return {
    ...(drafter === null ? {} : { drafter }),
    ...(approver === null ? {} : { approver }),
  }
}

async function issueDrafted(
  t: Tx,
  ctx: Context,
  locked: Locked,
  frame: Awaited<ReturnType<typeof nextReplyFrame>>,
): Promise<string | null> {
  const items = lastDraft(locked.history)?.office.items as DecisionItems | undefined
  return items === undefined ? null : issueReply(t, ctx, locked, frame, items)
}

function lastDraft(history: Locked['history']) {
  return history.findLast(({ event }) => event.kind === 'decision-drafted')
}

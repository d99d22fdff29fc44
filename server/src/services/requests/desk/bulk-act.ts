import { applyEvent } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Forbidden, Invalid, NotFound, Refused, Stale } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { assignHandler } from '../assign-handler.ts'
import { closeRequest } from '../close-request.ts'
import { fileEvidence } from '../evidence.ts'
import { lockForDecision, type OnRequest } from '../record-event.ts'
import { readRequest } from '../request-store.ts'

export type BulkAct = Readonly<{
  agencyId: string
  /** Each with the version that the page showed. */
  targets: readonly Readonly<{ requestId: string; version: number }>[]
  act: Readonly<{ kind: 'assign'; handlerId: string }> | Readonly<{ kind: 'close' }>
  /** Says what would happen to each and changes nothing. */
  preview: boolean
}>

/** What became of one case, or would; `refusal` says why nothing did. */
export type BulkLine = Readonly<{ requestId: string; number: string; refusal: string | null }>

/** 批量办理: the same step on several cases, each by itself: one that is refused holds up no other. */
export async function bulkAct(ctx: Context, input: BulkAct): Promise<readonly BulkLine[]> {
  allow(ctx.actor, 'handle-request')
  const lines: BulkLine[] = []
  for (const target of input.targets) {
    const on = { agencyId: input.agencyId, ...target }
    const { number } = await tx(ctx, (t) => readRequest(t, on.agencyId, on.requestId))
    const refusal = await refusalOf(() =>
      input.preview ? tryOut(ctx, on, input.act) : carryOut(ctx, on, input.act),
    )
    lines.push({ requestId: target.requestId, number, refusal })
  }
  return lines
}

async function carryOut(ctx: Context, on: OnRequest, act: BulkAct['act']): Promise<void> {
  if (act.kind === 'assign') await assignHandler(ctx, { ...on, handlerId: act.handlerId })
  else await closeRequest(ctx, { ...on, on: ctx.today })
}

/** Asks the law as the step would, and writes nothing. */
async function tryOut(ctx: Context, on: OnRequest, act: BulkAct['act']): Promise<void> {
  await tx(ctx, async (t) => {
    const { request, history, settings } = await lockForDecision(t, ctx, on)
    if (act.kind === 'assign') return
    const events = history.map(({ event }) => event)
    const evidence = await fileEvidence(t, request, events)
    const ruling = applyEvent(events, { kind: 'closed', on: ctx.today }, ctx.calendar, settings, {
      today: ctx.today,
      evidence,
    })
    if (!ruling.granted) throw new Refused(ruling.refusal)
  })
}

async function refusalOf(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    const told = [Refused, Stale, Invalid, NotFound, Forbidden].some((kind) => error instanceof kind)
    if (told && error instanceof Error) return error.message
    throw error
  }
}

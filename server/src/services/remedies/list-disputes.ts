import {
  type Dispute,
  type DisputeClock,
  type DisputeDoubt,
  disputeClocks,
  disputeDoubts,
  foldRequest,
  runningClocks,
  yearOf,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { historiesOf } from '../requests/histories.ts'
import { readRequestSettings } from '../requests/request-settings.ts'
import { readSteps } from './dispute-step-store.ts'
import { readableDisputes, readDisputes, type StoredDispute } from './dispute-store.ts'

export type ListDisputes = Readonly<{
  agencyId: string
  /** Alive in this year: filed by its end and not concluded before it. */
  year?: number
  requestId?: string
}>

export type { StoredDispute } from './dispute-store.ts'

export type DisputeLine = StoredDispute &
  Readonly<{ dues: readonly DisputeClock[]; doubts: readonly DisputeDoubt[] }>

/** 复议、诉讼案件, newest first, with what is due in each and what does not fit. */
export async function listDisputes(
  ctx: Context,
  { agencyId, year, requestId }: ListDisputes,
): Promise<readonly DisputeLine[]> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const all = await readDisputes(t, agencyId)
    const known = await readableDisputes(t, ctx, agencyId)
    const shown = known.filter(
      (dispute) =>
        (requestId === undefined || dispute.requestId === requestId) &&
        (year === undefined || isAlive(dispute, year)),
    )
    const replies = await repliesOf(t, ctx, agencyId, shown)
    const settings = await readRequestSettings(t, agencyId)
    const steps = await readSteps(t, agencyId)
    return shown.map((dispute) => {
      const others = all.filter(({ id }) => id !== dispute.id)
      const reply = dispute.requestId === null ? null : (replies.get(dispute.requestId) ?? null)
      return {
        ...dispute,
        dues: runningClocks(disputeClocks(dispute, steps.get(dispute.id) ?? [], ctx.calendar)),
        doubts: disputeDoubts(dispute, others, reply, settings),
      }
    })
  })
}

function isAlive({ filedOn, concludedOn }: Dispute, year: number): boolean {
  return yearOf(filedOn) <= year && (concludedOn === null || yearOf(concludedOn) >= year)
}

type Reply = Parameters<typeof disputeDoubts>[2]

/** The reply that each dispute is about, where there is one. */
export async function repliesOf(
  t: Tx,
  ctx: Context,
  agencyId: string,
  disputes: readonly StoredDispute[],
): Promise<ReadonlyMap<string, Reply>> {
  const ids = disputes.flatMap(({ requestId }) => (requestId === null ? [] : [requestId]))
  const histories = await historiesOf(t, agencyId, ids)
  const settings = await readRequestSettings(t, agencyId)
  return new Map(
    [...histories].map(([id, events]) => {
      const { decision } = foldRequest(events, ctx.calendar, settings)
      const reply = decision && {
        outcome: decision.outcome,
        decidedOn: decision.approvedOn ?? decision.draftedOn,
      }
      return [id, reply]
    }),
  )
}

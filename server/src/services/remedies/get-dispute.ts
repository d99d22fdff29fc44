import {
  type DisputeClock,
  type DisputeDoubt,
  disputeClocks,
  disputeDoubts,
  type FailureHint,
  failureHints,
  foldRequest,
  type OutcomeCode,
  type PlainDate,
  type RequestState,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { fileEvidence } from '../requests/evidence.ts'
import { findRequestLine } from '../requests/find-request-line.ts'
import { historiesOf } from '../requests/histories.ts'
import { readRequestSettings } from '../requests/request-settings.ts'
import { readSteps, type StoredStep } from './dispute-step-store.ts'
import { getStoredDispute, readableDisputes, type StoredDispute } from './dispute-store.ts'

/** 案件 with its periods, its course, its other instances, and the decision that it is about. */
export type DisputeCase = Readonly<{
  dispute: StoredDispute
  clocks: readonly DisputeClock[]
  steps: readonly StoredStep[]
  doubts: readonly DisputeDoubt[]
  /** The other cases over the same application, oldest first. */
  others: readonly StoredDispute[]
  request: DisputedRequest | null
  /** Weak places that the file of the application shows. */
  hints: readonly FailureHint[]
}>

export type DisputedRequest = Readonly<{
  requestId: string
  number: string
  version: number
  state: RequestState
  outcome: OutcomeCode | null
  documentNumber: string | null
  decidedOn: PlainDate | null
  servedOn: PlainDate | null
  /** 重新答复的期限, while it is being answered again. */
  dueOn: PlainDate | null
  timesOrderedAgain: number
  mayBeOrderedAgain: boolean
}>

export async function getDispute(
  ctx: Context,
  { agencyId, disputeId }: Readonly<{ agencyId: string; disputeId: string }>,
): Promise<DisputeCase> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const dispute = await getStoredDispute(t, ctx, agencyId, disputeId)
    const steps = (await readSteps(t, agencyId, disputeId)).get(disputeId) ?? []
    const others = (await readableDisputes(t, ctx, agencyId)).filter(
      ({ id, requestId, caseId }) =>
        id !== disputeId &&
        ((requestId !== null && requestId === dispute.requestId) ||
          (caseId !== undefined && caseId === dispute.caseId)),
    )
    const about = await requestBehind(t, ctx, dispute)
    return {
      dispute,
      clocks: disputeClocks(dispute, steps, ctx.calendar),
      steps,
      others: others.toReversed(),
      doubts: disputeDoubts(dispute, others, about?.reply ?? null, await readRequestSettings(t, agencyId)),
      request: about?.request ?? null,
      hints: about?.hints ?? [],
    }
  })
}

/** The application as it is now, and the decision as it stood when it was contested: a redo comes after it. */
async function requestBehind(t: Tx, ctx: Context, { agencyId, requestId, filedOn }: StoredDispute) {
  if (requestId === null) return null
  const line = await findRequestLine(t, agencyId, requestId)
  const events = (await historiesOf(t, agencyId, [requestId])).get(requestId) ?? []
  const settings = await readRequestSettings(t, agencyId)
  const now = foldRequest(events, ctx.calendar, settings)
  const redo = events.findIndex(({ kind, on }) => kind === 'ordered-again' && on >= filedOn)
  const before = events.slice(0, redo === -1 ? events.length : redo).filter(({ on }) => on <= filedOn)
  const then = foldRequest(before, ctx.calendar, settings)
  const evidence = await fileEvidence(t, { agencyId, requestId }, events)
  const { decision, service } = then
  const decidedOn = decision === null ? null : (decision.approvedOn ?? decision.draftedOn)
  const request: DisputedRequest = {
    requestId,
    number: line.number,
    version: line.version,
    state: now.state,
    outcome: decision?.outcome ?? then.outcome,
    documentNumber: decision?.documentNumber ?? null,
    decidedOn,
    servedOn: service?.timelyOn ?? null,
    dueOn: now.clock.dueOn,
    timesOrderedAgain: now.timesOrderedAgain,
    mayBeOrderedAgain: line.mayBeOrderedAgain(now.state),
  }
  return {
    request,
    reply: decision === null || decidedOn === null ? null : { outcome: decision.outcome, decidedOn },
    hints: failureHints(then, evidence, line.asked),
  }
}

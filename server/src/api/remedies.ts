import { remedies as contract } from '@mingfu/contract'
import {
  citationText,
  DISPUTE_STEPS,
  LITIGATION_RESULTS,
  OUTCOMES,
  REMEDY_PERIODS,
  REVIEW_RESULTS,
  runningClocks,
} from '@mingfu/law'
import { amendDispute } from '../services/remedies/amend-dispute.ts'
import { concludeDispute } from '../services/remedies/conclude-dispute.ts'
import { type DisputeCase, getDispute } from '../services/remedies/get-dispute.ts'
import { type DisputeLine, listDisputes, type StoredDispute } from '../services/remedies/list-disputes.ts'
import { listEvidenceBundles } from '../services/remedies/list-evidence-bundles.ts'
import { listLessons } from '../services/remedies/list-lessons.ts'
import { openEvidenceBundle } from '../services/remedies/open-evidence-bundle.ts'
import { orderEvidenceBundle } from '../services/remedies/order-evidence-bundle.ts'
import { recordDispute } from '../services/remedies/record-dispute.ts'
import { recordDisputeStep } from '../services/remedies/record-dispute-step.ts'
import { saveLesson } from '../services/remedies/save-lesson.ts'
import { strikeDisputeStep } from '../services/remedies/strike-dispute-step.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

export function remedyRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx, query }) => {
    const { year, requestId } = query
    const disputes = await listDisputes(ctx, {
      agencyId: agencyOf(ctx),
      ...(year === undefined ? {} : { year }),
      ...(requestId === undefined ? {} : { requestId }),
    })
    return disputes.map(present)
  })
  api.route(contract.record, async ({ ctx, body }) => ({
    disputeId: await recordDispute(ctx, { agencyId: agencyOf(ctx), ...body }),
  }))
  api.route(contract.amend, async ({ ctx, params, body }) => ({
    version: await amendDispute(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.get, async ({ ctx, params }) =>
    presentCase(await getDispute(ctx, { agencyId: agencyOf(ctx), ...params })),
  )
  api.route(contract.recordStep, async ({ ctx, params, body }) => ({
    stepId: await recordDisputeStep(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.strikeStep, async ({ ctx, params }) => {
    await strikeDisputeStep(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.saveLesson, async ({ ctx, params, body }) => ({
    version: await saveLesson(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.lessons, async ({ ctx }) => {
    const { cases, ...lessons } = await listLessons(ctx, { agencyId: agencyOf(ctx) })
    return { ...lessons, cases: cases.map(presentLine) }
  })
  api.route(contract.orderBundle, async ({ ctx, params, body }) => ({
    bundleId: await orderEvidenceBundle(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
  api.route(contract.listBundles, async ({ ctx, params }) => {
    const bundles = await listEvidenceBundles(ctx, { agencyId: agencyOf(ctx), ...params })
    return bundles.map((bundle) => ({ ...bundle, orderedAt: bundle.orderedAt.toISOString() }))
  })
  api.route(contract.openBundle, async ({ ctx, params, query }) => {
    const { bytes, name, mediaType } = await openEvidenceBundle(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      ...query,
    })
    return new FileAnswer(bytes, name, mediaType)
  })
  api.route(contract.conclude, async ({ ctx, params, body }) => ({
    version: await concludeDispute(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  }))
}

function present({ dues, doubts, ...dispute }: DisputeLine) {
  return {
    ...presentLine(dispute),
    dues: dues.map(({ period, dueOn, provisional, whose }) => ({
      label: REMEDY_PERIODS[period].label,
      dueOn,
      provisional,
      whose,
      basis: citationText(REMEDY_PERIODS[period].basis),
    })),
    doubts: doubts.map(({ text, basis }) => ({ text, basis: citationText(basis) })),
  }
}

function presentLine({ id, result, ...dispute }: StoredDispute) {
  return {
    ...dispute,
    disputeId: id,
    resultLabel: result === null ? null : resultLabel(dispute.block, result),
  }
}

function presentCase({ dispute, clocks, steps, others, request, hints, doubts }: DisputeCase) {
  return {
    dispute: present({ ...dispute, dues: runningClocks(clocks), doubts }),
    clocks: clocks.map(({ period, ...clock }) => ({
      ...clock,
      label: REMEDY_PERIODS[period].label,
      fromText: REMEDY_PERIODS[period].from,
      basis: citationText(REMEDY_PERIODS[period].basis),
    })),
    steps: steps.map(({ recordedAt, ...step }) => ({
      ...step,
      recordedAt: recordedAt.toISOString(),
      basis: citationText(DISPUTE_STEPS[step.kind][dispute.block === 'review' ? 'review' : 'suit']),
    })),
    others: others.map(presentLine),
    request:
      request === null
        ? null
        : { ...request, outcomeLabel: request.outcome === null ? null : OUTCOMES[request.outcome].label },
    hints: hints.map(({ basis, ...hint }) => ({ ...hint, basis: citationText(basis) })),
  }
}

function resultLabel(block: DisputeLine['block'], result: string): string {
  const table: Readonly<Record<string, { label: string }>> =
    block === 'review' ? REVIEW_RESULTS : LITIGATION_RESULTS
  return table[result]?.label ?? ''
}

import { remedies as contract } from '@mingfu/contract'
import { citationText, LITIGATION_RESULTS, REMEDY_PERIODS, REVIEW_RESULTS } from '@mingfu/law'
import { amendDispute } from '../services/remedies/amend-dispute.ts'
import { concludeDispute } from '../services/remedies/conclude-dispute.ts'
import { type DisputeLine, listDisputes } from '../services/remedies/list-disputes.ts'
import { listEvidenceBundles } from '../services/remedies/list-evidence-bundles.ts'
import { openEvidenceBundle } from '../services/remedies/open-evidence-bundle.ts'
import { orderEvidenceBundle } from '../services/remedies/order-evidence-bundle.ts'
import { recordDispute } from '../services/remedies/record-dispute.ts'
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

function present({ id, dues, doubts, result, ...dispute }: DisputeLine) {
  return {
    ...dispute,
    disputeId: id,
    resultLabel: result === null ? null : resultLabel(dispute.block, result),
    dues: dues.map(({ period, dueOn, provisional }) => ({
      label: REMEDY_PERIODS[period].label,
      dueOn,
      provisional,
      basis: citationText(REMEDY_PERIODS[period].basis),
    })),
    doubts: doubts.map(({ text, basis }) => ({ text, basis: citationText(basis) })),
  }
}

function resultLabel(block: DisputeLine['block'], result: string): string {
  const table: Readonly<Record<string, { label: string }>> =
    block === 'review' ? REVIEW_RESULTS : LITIGATION_RESULTS
  return table[result]?.label ?? ''
}

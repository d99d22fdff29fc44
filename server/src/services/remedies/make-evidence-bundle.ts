import { DocumentError } from '@mingfu/documents'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { casePapers } from '../requests/case-papers.ts'
import { keepSealed } from '../requests/keep-attachment.ts'
import { getStoredDispute } from './dispute-store.ts'
import { digest, packEvidence } from './evidence-archive.ts'
import { getBundle, type StoredBundle, saveFailedBundle, saveMadeBundle } from './evidence-bundle-store.ts'

const BLOCKS = {
  review: '行政复议',
  litigation_direct: '行政诉讼（未经复议直接起诉）',
  litigation_after_review: '行政诉讼（复议后起诉）',
} as const

/** 装订举证材料: the work behind an order. What can never succeed is noted with its reason; the rest is tried again. */
export async function makeEvidenceBundle(
  ctx: Context,
  { agencyId, bundleId }: Readonly<{ agencyId: string; bundleId: string }>,
): Promise<void> {
  allow(ctx.actor, 'record-dispute')
  const bundle = await tx(ctx, (t) => getBundle(t, agencyId, bundleId))
  if (bundle.state === 'ready') return
  try {
    await make(ctx, bundle)
  } catch (error) {
    if (!(error instanceof DocumentError || error instanceof NotFound || error instanceof Invalid))
      throw error
    await tx(ctx, (t) => saveFailedBundle(t, bundle, error.message))
  }
}

async function make(ctx: Context, bundle: StoredBundle): Promise<void> {
  const { agencyId, requestId, disputeId, withIdentity } = bundle
  const papers = await casePapers(ctx, { agencyId, requestId, withIdentity })
  const { agency, dispute } = await tx(ctx, async (t) => ({
    agency: await getAgency(t, agencyId),
    dispute: await getStoredDispute(t, ctx, agencyId, disputeId),
  }))
  const { block, organ, caseNumber, filedOn } = dispute
  const { zip, pdf, list, entries, pages } = await packEvidence(
    {
      agencyId,
      agency: agency.name,
      requestId,
      case: { kind: BLOCKS[block], organ, number: caseNumber, filedOn },
      madeAt: ctx.now,
      madeOn: ctx.today,
    },
    papers,
  )
  const [sha256, sm3] = [digest('sha256', list), digest('sm3', list)]
  const kept = {
    zip: { name: '举证材料.zip', mediaType: 'application/zip', ...(await keepSealed(ctx, zip)) },
    pdf: { name: '举证材料.pdf', mediaType: 'application/pdf', ...(await keepSealed(ctx, pdf)) },
  }
  await tx(ctx, async (t) => {
    if (!(await saveMadeBundle(t, ctx, bundle, { entries, pages, sha256, sm3, ...kept }))) return
    await recordAudit(t, ctx, {
      agencyId,
      action: 'make-evidence-bundle',
      objectKind: 'dispute',
      objectId: disputeId,
      detail: { bundleId: bundle.bundleId, number: papers.number, sha256, sm3 },
    })
  })
}

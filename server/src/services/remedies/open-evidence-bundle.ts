import { tx } from '../../db/transaction.ts'
import { NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { openSealed } from '../requests/keep-attachment.ts'
import { allowToRead } from '../requests/reading/open-case.ts'
import { findBundleDigest, getBundle } from './evidence-bundle-store.ts'

export type OpenEvidenceBundle = Readonly<{
  agencyId: string
  disputeId: string
  bundleId: string
  type: 'zip' | 'pdf'
}>

const MEDIA = { zip: 'application/zip', pdf: 'application/pdf' } as const

/** 取出举证材料: it names the applicant, so only for whom the work needs it, and every look is logged. */
export function openEvidenceBundle(ctx: Context, input: OpenEvidenceBundle) {
  allow(ctx.actor, 'reveal-applicant')
  const { agencyId, bundleId, type } = input
  return tx(ctx, async (t) => {
    const bundle = await getBundle(t, agencyId, bundleId)
    if (bundle.disputeId !== input.disputeId) throw new NotFound('这份举证材料')
    // It was bound of the file of one application, whatever the dispute is tied to now.
    await allowToRead(t, ctx, bundle, 'identity')
    const bytes = await openSealed(ctx, await findBundleDigest(t, bundle, type))
    if (bytes === undefined) throw new NotFound('这份举证材料的文件')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'open-evidence-bundle',
      objectKind: 'dispute',
      objectId: bundle.disputeId,
      detail: { bundleId, type },
    })
    return { name: `举证材料.${type}`, mediaType: MEDIA[type], bytes }
  })
}

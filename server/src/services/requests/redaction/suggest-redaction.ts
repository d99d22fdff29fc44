import { pdfSuggestions, type Suggestions } from '@mingfu/screening'
import { tx } from '../../../db/transaction.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { listsOfAgency } from '../../screening/lists-of-agency.ts'
import { allowToRead } from '../reading/open-case.ts'
import { type OnRedaction, readRedaction } from './redaction-store.ts'
import { orInvalid, readSourceFile } from './source-file.ts'

/** 提示遮盖: what of the original looks like personal data, page by page. Nothing is masked by it; a person decides. */
export async function suggestRedaction(ctx: Context, on: OnRedaction): Promise<Suggestions> {
  allow(ctx.actor, 'handle-request')
  const { bytes, lists } = await tx(ctx, async (t) => {
    const { agencyId, requestId, sourceFileId } = await readRedaction(t, on)
    await allowToRead(t, ctx, { agencyId, requestId })
    const { bytes: original } = await readSourceFile(t, ctx, { agencyId, requestId, fileId: sourceFileId })
    return { bytes: original, lists: (await listsOfAgency(t, agencyId))(ctx.today).lists }
  })
  return orInvalid(pdfSuggestions(bytes, lists))
}

import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowWithin } from '../disclosure/own-agency.ts'

/** 立即检查: the look at everything published, or the calls of its links, that the night would bring. */
export async function startCheck(
  ctx: Context,
  { agencyId, what }: Readonly<{ agencyId: string; what: 'documents' | 'links' }>,
): Promise<void> {
  allowWithin(ctx, 'draft-document', agencyId)
  await tx(ctx, async (t) => {
    if (what === 'links') return enqueue(t, 'check-links', { agencyId }, { once: agencyId })
    await enqueue(t, 'examine-documents', { agencyId }, { once: agencyId })
    await enqueue(t, 'rescreen-documents', { agencyId }, { once: agencyId })
  })
}

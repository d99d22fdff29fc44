import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'

/** 重新评估: what was withheld or withdrawn becomes a draft again; published anew it keeps its index number. */
export async function reopenDocument(ctx: Context, input: OnDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'draft-document', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const events = await listDocumentEvents(t, document)
    const state = moveDocument('reopen', { ctx, document, events, digest: document.contentDigest })
    const change = { state, approved_digest: null }
    return { version: await changeDocument(t, ctx, document, change, { kind: 'reopened' }) }
  })
}

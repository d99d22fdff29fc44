import { WITHDRAWAL_REASONS, type WithdrawalReason } from '@mingfu/law'
import { enqueue } from '../../db/enqueue.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { withdrawFromChannels } from '../channels/withdraw-from-channels.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { changeDocument, listDocumentEvents, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'

export type WithdrawDocument = OnDocument & Readonly<{ reason: WithdrawalReason; note: string }>

/** 撤回: the content disappears everywhere at once; its address stays and says when and for what class of reason. */
export async function withdrawDocument(ctx: Context, input: WithdrawDocument): Promise<{ version: number }> {
  allowWithin(ctx, 'publish-document', input.agencyId)
  const note = input.note.trim()
  if (note === '') throw new Invalid('请写明撤回的具体原因，供内部备查', { note: '请写明撤回的具体原因' })
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId } = document
    const events = await listDocumentEvents(t, document)
    const reason = WITHDRAWAL_REASONS[input.reason]
    const state = moveDocument('withdraw', { ctx, document, events, digest: document.contentDigest, reason })
    const change = {
      state,
      withdrawn_at: ctx.now,
      withdrawal_reason: input.reason,
      withdrawal_note: note,
    }
    const facts = { reason: input.reason, note }
    const version = await changeDocument(t, ctx, document, change, { kind: 'withdrawn', facts })
    await withdrawFromChannels(t, ctx, { agencyId, documentId })
    await contentChanged(t, agencyId)
    await enqueue(t, 'index-document', { agencyId, documentId })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'withdraw-document',
      objectKind: 'document',
      objectId: documentId,
      detail: { reason: input.reason },
    })
    return { version }
  })
}

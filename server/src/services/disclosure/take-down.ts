import { WITHDRAWAL_REASONS, type WithdrawalReason } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { recordAudit } from '../audit.ts'
import { withdrawFromChannels } from '../channels/withdraw-from-channels.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, type StoredDocument } from './document-store.ts'
import { moveDocument } from './release.ts'

/** What taking down does, whoever decided it: portal, search, other channels, audit. Answers the new version. */
export async function takeDown(
  t: Tx,
  ctx: Context,
  document: StoredDocument,
  { reason, note }: Readonly<{ reason: WithdrawalReason; note: string }>,
): Promise<number> {
  const { agencyId, documentId } = document
  const events = await listDocumentEvents(t, document)
  const said = WITHDRAWAL_REASONS[reason]
  const digest = document.contentDigest
  const state = moveDocument('withdraw', { ctx, document, events, digest, reason: said })
  const change = { state, withdrawn_at: ctx.now, withdrawal_reason: reason, withdrawal_note: note }
  const facts = { reason, note }
  const version = await changeDocument(t, ctx, document, change, { kind: 'withdrawn', facts })
  await withdrawFromChannels(t, ctx, { agencyId, documentId })
  await contentChanged(t, agencyId)
  await enqueue(t, 'index-document', { agencyId, documentId })
  await recordAudit(t, ctx, {
    agencyId,
    action: 'withdraw-document',
    objectKind: 'document',
    objectId: documentId,
    detail: { reason },
  })
  return version
}

import { cite, refuse } from '@mingfu/law'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { actorName, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import type { ConsultationKind } from './document-consultation.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'

export type ConsultOnDocument = OnDocument &
  Readonly<{ kind: ConsultationKind; party: string; question: string }>

/** 协商、确认: ask another organ, a third party or whoever has to approve; nothing goes on until all have answered. */
export async function consultOnDocument(
  ctx: Context,
  input: ConsultOnDocument,
): Promise<{ version: number }> {
  allowWithin(ctx, 'review-secrecy', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    const { agencyId, documentId } = document
    if (document.state === 'reviewed') {
      const reason = '已经审查通过的，请先退回，征求意见后重新审查'
      uphold(refuse('reviewed-already', reason, cite('regulation', 11, 1)))
    }
    const events = await listDocumentEvents(t, document)
    // A second party may be asked while the first still thinks.
    const state =
      document.state === 'consulting'
        ? document.state
        : moveDocument('consult', { ctx, document, events, digest: document.contentDigest })
    const { kind, party, question } = input
    await t
      .insertInto('document_consultation')
      .values({
        agency_id: agencyId,
        consultation_id: newId(),
        document_id: documentId,
        kind,
        party: party.trim(),
        question: question.trim(),
        sent_on: ctx.today,
        sent_by: actorName(ctx.actor),
      })
      .execute()
    const event = { kind: 'consulted', facts: { kind, party: party.trim() } } as const
    return { version: await changeDocument(t, ctx, document, { state }, event) }
  })
}

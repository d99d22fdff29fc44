import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { Forbidden, NotFound } from '../../errors.ts'
import type { Context } from '../context.ts'
import { type ConsultationOutcome, listConsultations } from './document-consultation.ts'
import { listDocumentEvents } from './document-event-store.ts'
import { changeDocument, lockDocument } from './document-store.ts'
import type { OnDocument } from './on-document.ts'
import { allowWithin } from './own-agency.ts'
import { moveDocument } from './release.ts'

export type AnswerDocumentConsultation = OnDocument &
  Readonly<{ consultationId: string; outcome: ConsultationOutcome; answer: string }>

/** 收到意见: kept on record; with the last one the review goes on. */
export async function answerDocumentConsultation(
  ctx: Context,
  input: AnswerDocumentConsultation,
): Promise<{ version: number }> {
  allowWithin(ctx, 'review-secrecy', input.agencyId)
  return tx(ctx, async (t) => {
    const document = await lockDocument(t, input)
    await requireOffice(t, ctx, input)
    const answered = await t
      .updateTable('document_consultation')
      .set({ answered_on: ctx.today, outcome: input.outcome, answer: input.answer.trim() })
      .where('agency_id', '=', document.agencyId)
      .where('document_id', '=', document.documentId)
      .where('consultation_id', '=', input.consultationId)
      .where('answered_on', 'is', null)
      .executeTakeFirst()
    if (answered.numUpdatedRows === 0n) throw new NotFound('这件等待答复的征求意见')
    const open = (await listConsultations(t, document)).filter(({ outcome }) => outcome === null)
    const events = await listDocumentEvents(t, document)
    const digest = document.contentDigest
    const state =
      open.length > 0 || document.state !== 'consulting'
        ? document.state
        : moveDocument('consulted', { ctx, document, events, digest })
    const event = { kind: 'consultation-answered', facts: { outcome: input.outcome } } as const
    return { version: await changeDocument(t, ctx, document, { state }, event) }
  })
}

/** 公开机构的意见 is given by its head, not written down by whoever asked. */
async function requireOffice(t: Tx, ctx: Context, input: AnswerDocumentConsultation): Promise<void> {
  const { actor } = ctx
  if (actor.kind !== 'staff' || actor.roles.includes('office-head')) return
  const asked = await t
    .selectFrom('document_consultation')
    .select('consultation_id')
    .where('agency_id', '=', input.agencyId)
    .where('consultation_id', '=', input.consultationId)
    .where('kind', '=', 'office')
    .executeTakeFirst()
  if (asked !== undefined) throw new Forbidden('政府信息公开工作机构的意见由公开工作机构负责人登记')
}

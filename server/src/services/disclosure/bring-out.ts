import { indexNumberText } from '@mingfu/law'
import { nextNumber } from '../../db/counter.ts'
import type { Tx } from '../../db/database.ts'
import { enqueue } from '../../db/enqueue.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { contentChanged } from '../content-version.ts'
import type { Context } from '../context.ts'
import type { DocumentEvent } from './document-event-store.ts'
import { changeDocument, type DocumentChange, type StoredDocument } from './document-store.ts'
import { renewDueDays } from './due/renew-due-days.ts'
import { applyRelations } from './relation/relate-documents.ts'

export type BroughtOut = Readonly<{ version: number; indexNumber: string; publishedAt: Date }>

/** What publication does, whichever way it was reached: time, index number, relations, portal, search, audit. */
export async function bringOut(
  t: Tx,
  ctx: Context,
  document: StoredDocument,
  { change, event }: Readonly<{ change: DocumentChange; event: DocumentEvent }>,
): Promise<BroughtOut> {
  const { agencyId, documentId } = document
  const indexNumber = document.indexNumber ?? (await nextIndexNumber())
  const facts = { indexNumber, ...event.facts }
  const version = await changeDocument(
    t,
    ctx,
    document,
    {
      ...change,
      index_number: indexNumber,
      published_at: ctx.now,
      publish_at: null,
      withdrawn_at: null,
      withdrawal_reason: null,
      withdrawal_note: null,
    },
    { kind: event.kind, facts },
  )
  await applyRelations(t, ctx, { agencyId, documentId })
  await renewInterpretations()
  await contentChanged(t, agencyId)
  await enqueue(t, 'index-document', { agencyId, documentId })
  await recordAudit(t, ctx, {
    agencyId,
    action: event.kind === 'published' ? 'publish-document' : 'release-urgently',
    objectKind: 'document',
    objectId: documentId,
    detail: facts,
  })
  return { version, indexNumber, publishedAt: ctx.now }

  /** The limit of an interpretation runs from the day on which its document came out. */
  async function renewInterpretations(): Promise<void> {
    const rows = await t
      .selectFrom('document_relation')
      .select('from_id')
      .where('agency_id', '=', agencyId)
      .where('to_id', '=', documentId)
      .where('kind', '=', 'interprets')
      .execute()
    const interpretations = rows.map(({ from_id }) => from_id)
    await renewDueDays(t, ctx, agencyId, interpretations)
  }

  /** 索引号 of the year of first publication; an organ without a credit code is told apart by its address. */
  async function nextIndexNumber(): Promise<string> {
    const { creditCode, slug } = await getAgency(t, agencyId)
    const year = Number(ctx.today.slice(0, 4))
    return indexNumberText(creditCode ?? slug, year, await nextNumber(t, agencyId, year, 'index'))
  }
}

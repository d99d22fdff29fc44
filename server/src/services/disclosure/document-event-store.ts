import type { Db, Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { type LoggedEvent, listEvents, type RecordedEvent as Recorded, recordEvent } from '../event-log.ts'

/** 发布经过: what happens to a document. */
type DocumentEventKind =
  | 'drafted'
  | 'edited'
  | 'file-attached'
  | 'file-removed'
  | 'submitted'
  | 'level-passed'
  | 'reviewed'
  | 'referral-answered'
  | 'approved'
  | 'scheduled'
  | 'consulted'
  | 'consultation-answered'
  | 're-reviewed'
  | 'returned'
  | 'published'
  | 'published-urgently'
  | 'later-reviewed'
  | 'correction-drafted'
  | 'corrected'
  | 'applied'
  | 'withdrawn'
  | 'reopened'
  | 'validity-changed'
  | 'related'
  | 'unrelated'
  | 'validity-kept'
  | 'interpretation-planned'

export type DocumentEvent = LoggedEvent<DocumentEventKind>
export type RecordedEvent = Recorded<DocumentEventKind>

type OnDocument = Readonly<{ agencyId: string; documentId: string }>

export function recordDocumentEvent(
  tx: Tx,
  ctx: Context,
  { agencyId, documentId }: OnDocument,
  event: DocumentEvent,
): Promise<void> {
  return recordEvent(tx, ctx, 'document', { agencyId, id: documentId }, event)
}

export function listDocumentEvents(
  db: Db | Tx,
  { agencyId, documentId }: OnDocument,
): Promise<readonly RecordedEvent[]> {
  return listEvents(db, 'document', { agencyId, id: documentId })
}

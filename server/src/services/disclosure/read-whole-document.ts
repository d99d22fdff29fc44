import type { Db, Tx } from '../../db/database.ts'
import type { Attachment } from './document.ts'
import { listDocumentEvents, type RecordedEvent } from './document-event-store.ts'
import { findDocument, listAttachments, type StoredDocument } from './document-store.ts'

/** A document with its files and its history, for a look at all of it. */
export type WholeDocument = Readonly<{
  document: StoredDocument
  attachments: readonly Attachment[]
  events: readonly RecordedEvent[]
}>

export async function readWholeDocument(
  db: Db | Tx,
  what: Readonly<{ agencyId: string; documentId: string }>,
): Promise<WholeDocument | undefined> {
  const document = await findDocument(db, what)
  if (document === undefined) return undefined
  const attachments = await listAttachments(db, what)
  return { document, attachments, events: await listDocumentEvents(db, what) }
}

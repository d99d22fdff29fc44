import { type DocumentCode, type Letter, type PlainDate, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newId } from '../../db/new-id.ts'
import { NotFound } from '../../errors.ts'
import { actorId, type Context } from '../context.ts'

/** 文书 as it was issued. The text names nobody: the name of whom it goes to is put in when it is drawn. */
export type StoredLetter = Readonly<{
  letterId: string
  requestId: string
  code: DocumentCode
  title: string
  number: string | null
  issuedOn: PlainDate
  content: Letter
  recipient: Recipient['to']
  consultationId: string | null
  pdfFileId: string | null
  docxFileId: string | null
  createdAt: Date
  firstPickedUpAt: Date | null
}>

type NewLetter = Readonly<{
  agencyId: string
  requestId: string
  letter: Letter
  recipient?: Recipient
}>

/** Whom a letter goes to. A unit's name is no secret and stays in the letter; the others' come in when it is drawn. */
export type Recipient =
  | Readonly<{ to: 'applicant' | 'unit' }>
  | Readonly<{ to: 'consulted-party'; consultationId: string }>

/** Keeps a letter as issued, and answers its id. */
export async function insertLetter(tx: Tx, ctx: Context, newLetter: NewLetter): Promise<string> {
  const row = letterRow(ctx, newLetter)
  await tx.insertInto('letter').values(row).execute()
  return row.letter_id
}

export function letterRow(
  ctx: Context,
  { agencyId, requestId, letter, recipient = { to: 'applicant' } }: NewLetter,
) {
  const letterId = newId()
  return {
    agency_id: agencyId,
    letter_id: letterId,
    request_id: requestId,
    kind: letter.code,
    title: letter.title,
    document_number: letter.number,
    issued_on: letter.on,
    content: JSON.stringify(recipient.to === 'unit' ? letter : { ...letter, addressee: '' }),
    recipient: recipient.to,
    consultation_id: recipient.to === 'consulted-party' ? recipient.consultationId : null,
    created_at: ctx.now,
    created_by: actorId(ctx.actor),
  }
}

const COLUMNS = [
  'letter_id',
  'request_id',
  'kind',
  'title',
  'document_number',
  'issued_on',
  'content',
  'recipient',
  'consultation_id',
  'pdf_file_id',
  'docx_file_id',
  'created_at',
  'first_picked_up_at',
] as const

export async function readLetters(
  tx: Tx,
  agencyId: string,
  requestId: string,
): Promise<readonly StoredLetter[]> {
  const rows = await tx
    .selectFrom('letter')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .orderBy('created_at')
    .orderBy('letter_id')
    .execute()
  return rows.map(letterOf)
}

export async function getLetter(tx: Tx, agencyId: string, letterId: string): Promise<StoredLetter> {
  const row = await tx
    .selectFrom('letter')
    .select(COLUMNS)
    .where('agency_id', '=', agencyId)
    .where('letter_id', '=', letterId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这件文书')
  return letterOf(row)
}

/** Ties a drawn file to its letter unless one is tied already; answers the one that holds. */
export async function saveLetterFile(
  tx: Tx,
  agencyId: string,
  letterId: string,
  type: 'pdf' | 'docx',
  fileId: string,
): Promise<string> {
  const column = type === 'pdf' ? 'pdf_file_id' : 'docx_file_id'
  const row = await tx
    .updateTable('letter')
    .set((letter) => ({ [column]: letter.fn.coalesce(column, letter.val(fileId)) }))
    .where('agency_id', '=', agencyId)
    .where('letter_id', '=', letterId)
    .returning(column)
    .executeTakeFirstOrThrow()
  return row[column] ?? fileId
}

/** 网上取件: remembers the first time only. */
export async function markPickedUp(tx: Tx, agencyId: string, letterId: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('letter')
    .set({ first_picked_up_at: at })
    .where('agency_id', '=', agencyId)
    .where('letter_id', '=', letterId)
    .where('first_picked_up_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

type Row = Readonly<{
  letter_id: string
  request_id: string
  kind: string
  title: string
  document_number: string | null
  issued_on: string
  content: unknown
  recipient: string
  consultation_id: string | null
  pdf_file_id: string | null
  docx_file_id: string | null
  created_at: Date
  first_picked_up_at: Date | null
}>

function letterOf(row: Row): StoredLetter {
  return {
    letterId: row.letter_id,
    requestId: row.request_id,
    code: row.kind as DocumentCode,
    title: row.title,
    number: row.document_number,
    issuedOn: parsePlainDate(row.issued_on),
    content: row.content as Letter,
    recipient: row.recipient as StoredLetter['recipient'],
    consultationId: row.consultation_id,
    pdfFileId: row.pdf_file_id,
    docxFileId: row.docx_file_id,
    createdAt: row.created_at,
    firstPickedUpAt: row.first_picked_up_at,
  }
}

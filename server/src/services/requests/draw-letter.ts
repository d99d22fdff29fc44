import { DocumentError, type OfficialDocument, renderDocx, renderPdf } from '@mingfu/documents'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readConsultations } from './consultation-store.ts'
import { keepSealed, openSealed } from './keep-attachment.ts'
import { letterDocument, withConsultationSlip } from './letter-document.ts'
import { getLetter, type StoredLetter, saveLetterFile } from './letter-store.ts'
import { insertRequestFile, readRequestFiles } from './request-file-store.ts'
import { readApplicant, readRequest } from './request-store.ts'
import { fillTemplate, type SlipFacts } from './template/fill-template.ts'
import { readTemplate } from './template/templates.ts'

export const LETTER_FILES = {
  pdf: { mediaType: 'application/pdf', draw: (document: OfficialDocument) => renderPdf(document) },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    draw: renderDocx,
  },
} as const

export type LetterFileType = keyof typeof LETTER_FILES

export type OutgoingFile = Readonly<{ name: string; mediaType: string; bytes: Uint8Array }>

type Which = Readonly<{ agencyId: string; letterId: string }>

/** Draws an issued letter as PDF and Word and keeps both; what is drawn already stays as it is. */
export async function drawLetter(ctx: Context, which: Which): Promise<void> {
  allow(ctx.actor, 'read-requests')
  await letterFile(ctx, which, 'pdf')
  await letterFile(ctx, which, 'docx')
}

/** The file of a letter, drawn on first need: from then on everybody gets the same bytes. */
export async function letterFile(ctx: Context, which: Which, type: LetterFileType): Promise<OutgoingFile> {
  const { letter, document, slip } = await tx(ctx, (t) => readDocument(t, ctx, which))
  const name = `${letter.title}${letter.number ?? ''}.${type}`
  const { mediaType } = LETTER_FILES[type]
  const known = fileIdOf(letter, type) ?? (await draw(ctx, which, { letter, document, slip }, type, name))
  const bytes = await tx(ctx, async (t) => {
    const files = await readRequestFiles(t, ctx, { agencyId: which.agencyId, requestId: letter.requestId })
    const file = files.find(({ fileId }) => fileId === known)
    return file === undefined ? undefined : openSealed(ctx, file.sha256)
  })
  if (bytes === undefined) throw new NotFound('这件文书的文件')
  return { name, mediaType, bytes }
}

/** Word in the office's own template where it has one for this letter; everything else in the statutory layout. */
async function wordOf(
  ctx: Context,
  agencyId: string,
  letter: StoredLetter,
  addressee: string,
  slip: SlipFacts | null,
): Promise<Uint8Array | null> {
  const template = await tx(ctx, (t) => readTemplate(t, ctx, agencyId, letter.code))
  return template === null ? null : fillTemplate(template, letter.content, addressee, slip)
}

/** The letter as a document, with the name of whom it goes to. */
async function readDocument(
  t: Tx,
  ctx: Context,
  { agencyId, letterId }: Which,
): Promise<Readonly<{ letter: StoredLetter; document: OfficialDocument; slip: SlipFacts | null }>> {
  const letter = await getLetter(t, agencyId, letterId)
  const request = await readRequest(t, agencyId, letter.requestId)
  if (letter.recipient === 'unit') {
    return { letter, document: letterDocument(letter.content, letter.content.addressee), slip: null }
  }
  if (letter.recipient === 'applicant') {
    const { name } = await readApplicant(t, ctx, request)
    return { letter, document: letterDocument(letter.content, name), slip: null }
  }
  const asked = (await readConsultations(t, ctx, request)).find(
    ({ consultationId }) => consultationId === letter.consultationId,
  )
  if (asked === undefined) throw new NotFound('这项征求意见')
  const document = letterDocument(letter.content, asked.party.name)
  if (letter.code !== 'D06') return { letter, document, slip: null }
  const slip = { requestNumber: request.number, information: asked.subject }
  return { letter, document: withConsultationSlip(document, letter.content, slip), slip }
}

async function draw(
  ctx: Context,
  { agencyId, letterId }: Which,
  { letter, document, slip }: Awaited<ReturnType<typeof readDocument>>,
  type: LetterFileType,
  name: string,
): Promise<string> {
  const own = type === 'docx' ? await wordOf(ctx, agencyId, letter, document.addressee ?? '', slip) : null
  const kept = await keepSealed(ctx, own ?? (await drawn(document, type)))
  return tx(ctx, async (t) => {
    // Somebody else may have drawn it meanwhile; the first drawing is the letter.
    const fileId = fileIdOf(await getLetter(t, agencyId, letterId), type)
    if (fileId !== null) return fileId
    const key = { agencyId, requestId: letter.requestId }
    const file = { ...kept, name, mediaType: LETTER_FILES[type].mediaType, purpose: 'letter' as const }
    const added = await insertRequestFile(t, ctx, key, file)
    return saveLetterFile(t, agencyId, letterId, type, added)
  })
}

async function drawn(document: OfficialDocument, type: LetterFileType): Promise<Uint8Array> {
  try {
    return await LETTER_FILES[type].draw(document)
  } catch (error) {
    if (error instanceof DocumentError) throw new Invalid(error.message)
    throw error
  }
}

function fileIdOf({ pdfFileId, docxFileId }: StoredLetter, type: LetterFileType): string | null {
  return type === 'pdf' ? pdfFileId : docxFileId
}

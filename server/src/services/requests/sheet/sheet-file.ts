import { pdfPageCount } from '@mingfu/screening'
import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { getAgency } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { uphold } from '../../uphold.ts'
import { LETTER_FILES, type LetterFileType, type OutgoingFile } from '../draw-letter.ts'
import { getRequest, type RequestCase } from '../get-request.ts'
import { openSealed } from '../keep-attachment.ts'
import { readRequestFiles } from '../request-file-store.ts'
import { readApplicant } from '../request-store.ts'
import { fillForm } from '../template/fill-template.ts'
import { readTemplate } from '../template/templates.ts'
import { caseSheet, type SheetCode } from './case-sheet.ts'
import { sheetDocument } from './sheet-document.ts'

export type SheetFile = Readonly<{
  agencyId: string
  requestId: string
  code: SheetCode
  type: LetterFileType
  /** The letter served (D16) or the search recorded (D17). */
  of?: string
}>

/**
 * 登记表、送达回证、检索记录、审查呈批单、归档目录 (D01, D16 to D19): drawn from the history of the case whenever asked
 * for. The registration form and the proof of service name the applicant: they are for who may see identities, and logged.
 */
export async function sheetFile(ctx: Context, input: SheetFile): Promise<OutgoingFile> {
  const { agencyId, requestId, code, type, of } = input
  const names = code === 'D01' || code === 'D16'
  allow(ctx.actor, names ? 'reveal-applicant' : 'read-requests')
  const file = await getRequest(ctx, input)
  const { sheet, agency, template } = await tx(ctx, async (t) => {
    const applicant = await readApplicant(t, ctx, file.request)
    const pages = code === 'D19' ? await pagesOf(t, ctx, file) : new Map<string, number | null>()
    const source = { file, applicant, pagesOf: (fileId: string) => pages.get(fileId) ?? null }
    if (names) {
      await recordAudit(t, ctx, {
        agencyId,
        action: 'open-sheet',
        objectKind: 'request',
        objectId: requestId,
        detail: { number: file.request.number, code },
      })
    }
    return {
      sheet: uphold(caseSheet(ctx, code, source, of)),
      agency: (await getAgency(t, agencyId)).name,
      template: type === 'docx' ? await readTemplate(t, ctx, agencyId, code) : null,
    }
  })
  const { mediaType, draw } = LETTER_FILES[type]
  const bytes =
    template === null
      ? await draw(sheetDocument(sheet, agency, ctx.today))
      : await fillForm(template, sheet, agency)
  return { name: `${sheet.title}（${file.request.number}）.${type}`, mediaType, bytes }
}

/** A picture is one page; what cannot be counted has none. */
async function pagesOf(
  t: Tx,
  ctx: Context,
  { request }: RequestCase,
): Promise<ReadonlyMap<string, number | null>> {
  const pages = new Map<string, number | null>()
  for (const { fileId, mediaType, sha256 } of await readRequestFiles(t, ctx, request)) {
    if (mediaType.startsWith('image/')) pages.set(fileId, 1)
    if (mediaType !== 'application/pdf') continue
    const bytes = await openSealed(ctx, sha256)
    pages.set(fileId, bytes === undefined ? null : await pdfPageCount(new Uint8Array(bytes)))
  }
  return pages
}

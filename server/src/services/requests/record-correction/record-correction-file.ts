import { tx } from '../../../db/transaction.ts'
import { NotFound } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { LETTER_FILES, type LetterFileType, type OutgoingFile } from '../draw-letter.ts'
import { letterDocument } from '../letter-document.ts'
import { fillTemplate } from '../template/fill-template.ts'
import { readTemplate } from '../template/templates.ts'
import { lockRecordCorrection } from './record-correction-store.ts'

export type RecordCorrectionFile = Readonly<{ agencyId: string; correctionId: string; type: LetterFileType }>

/** 更正告知书 as PDF or Word; it names the claimant, so who fetches it is logged. */
export async function recordCorrectionFile(ctx: Context, input: RecordCorrectionFile): Promise<OutgoingFile> {
  allow(ctx.actor, 'reveal-applicant')
  const { agencyId, correctionId, type } = input
  const { letter, name, template } = await tx(ctx, async (t) => {
    const one = await lockRecordCorrection(t, ctx, agencyId, correctionId)
    if (one.letter === null) throw new NotFound('更正告知书：作出处理之后才有')
    await recordAudit(t, ctx, {
      agencyId,
      action: 'open-record-correction',
      objectKind: 'record-correction',
      objectId: correctionId,
      detail: { number: one.number },
    })
    const template = type === 'docx' ? await readTemplate(t, ctx, agencyId, 'D15') : null
    return { letter: one.letter, name: one.claimant.name, template }
  })
  const { mediaType, draw } = LETTER_FILES[type]
  return {
    name: `${letter.title}${letter.number ?? ''}.${type}`,
    mediaType,
    bytes:
      template === null
        ? await draw(letterDocument(letter, name))
        : await fillTemplate(template, letter, name),
  }
}

import { bindPdf } from '@mingfu/documents'
import type { DocumentCode } from '@mingfu/law'
import { tx } from '../../../../db/transaction.ts'
import { Invalid } from '../../../../errors.ts'
import { allow } from '../../../allow.ts'
import { recordAudit } from '../../../audit.ts'
import type { Context } from '../../../context.ts'
import { letterFile, type OutgoingFile } from '../../draw-letter.ts'
import { readLetters, type StoredLetter } from '../../letter-store.ts'
import { openCase } from '../../reading/open-case.ts'
import { type BulkLine, outcomeOf } from './bulk-act.ts'

export type PrintLetters = Readonly<{
  agencyId: string
  requestIds: readonly string[]
  /** The kind of letter; the latest letter to the applicant, whatever it is, when left out. */
  code: DocumentCode | null
}>

/** 将要打印的文书, case by case; and which cases have none. */
export async function previewLetters(ctx: Context, input: PrintLetters): Promise<readonly BulkLine[]> {
  allow(ctx.actor, 'handle-request')
  const lines: BulkLine[] = []
  for (const requestId of input.requestIds) {
    const { number } = await tx(ctx, (t) => openCase(t, ctx, { agencyId: input.agencyId, requestId }))
    const outcome = await outcomeOf(async () => {
      const letter = await letterOf(ctx, input, requestId)
      return `打印《${letter.title}》${letter.number ?? ''}`
    })
    lines.push({ requestId, number, ...outcome })
  }
  return lines
}

/** 批量打印: the chosen letters as one PDF, in the order of the cases; each look stands in the audit trail. */
export async function printLetters(ctx: Context, input: PrintLetters): Promise<OutgoingFile> {
  allow(ctx.actor, 'handle-request')
  const { agencyId } = input
  const sheets = []
  for (const requestId of input.requestIds) {
    const { letterId, code } = await letterOf(ctx, input, requestId)
    const { bytes } = await letterFile(ctx, { agencyId, letterId }, 'pdf')
    sheets.push({ bytes, kind: 'pdf', numbered: false } as const)
    await tx(ctx, (t) =>
      recordAudit(t, ctx, {
        agencyId,
        action: 'open-letter',
        objectKind: 'request',
        objectId: requestId,
        detail: { letterId, code, type: 'pdf' },
      }),
    )
  }
  const { pdf } = await bindPdf(sheets, '批量打印的文书')
  return { name: `文书${ctx.today}.pdf`, mediaType: 'application/pdf', bytes: pdf }
}

async function letterOf(
  ctx: Context,
  { agencyId, code }: PrintLetters,
  requestId: string,
): Promise<StoredLetter> {
  const letters = await tx(ctx, (t) => readLetters(t, agencyId, requestId))
  const wanted = letters.filter((letter) =>
    code === null ? letter.recipient === 'applicant' : letter.code === code,
  )
  const latest = wanted.at(-1)
  if (latest === undefined) throw new Invalid(code === null ? '还没有出具给申请人的文书' : '没有出具这种文书')
  return latest
}

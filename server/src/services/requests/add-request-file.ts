import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { allow } from '../allow.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import type { KeptFile } from './keep-attachment.ts'
import { openCase } from './reading/open-case.ts'
import { type FilePurpose, insertRequestFile } from './request-file-store.ts'

export type AddRequestFile = Readonly<{
  agencyId: string
  requestId: string
  file: KeptFile
  purpose: Exclude<FilePurpose, 'letter'>
}>

/** What goes to the applicant has no hidden data: it comes from `releaseRedaction` and from nowhere else. */
const ONLY_PROVEN =
  '提供给申请人的文件要先清除隐藏信息：请把 PDF 作为“在卷材料”添加，再点“遮盖与净化”，复核后自动列入提供的信息'

/** 添加案卷文件: a scan of the application, evidence, or the information to be handed over. Answers its id. */
export async function addRequestFile(
  ctx: Context,
  { agencyId, requestId, file, purpose }: AddRequestFile,
): Promise<string> {
  allow(ctx.actor, 'handle-request')
  if (purpose === 'answer') throw new Invalid(ONLY_PROVEN, { purpose: ONLY_PROVEN })
  return tx(ctx, async (t) => {
    const { number } = await openCase(t, ctx, { agencyId, requestId })
    const fileId = await insertRequestFile(t, ctx, { agencyId, requestId }, { ...file, purpose })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'add-request-file',
      objectKind: 'request',
      objectId: requestId,
      detail: { number, purpose },
    })
    return fileId
  })
}

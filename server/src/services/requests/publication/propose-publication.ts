import type { PlainDate } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { openCase } from '../reading/open-case.ts'
import { readRequestFiles } from '../request-file-store.ts'
import { insertNote } from '../request-notes.ts'

export type ProposePublication = Readonly<{
  agencyId: string
  requestId: string
  /** A released file of the case; `null` when the text is written anew. */
  fileId: string | null
  title: string
  reason: string
  decideBy: PlainDate
}>

/** 提议转主动公开 (条例 第四十四条): an answer that several people want is put to the head of the office, to be decided by a day. */
export async function proposePublication(ctx: Context, input: ProposePublication): Promise<string> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, requestId, fileId, title, reason, decideBy } = input
  if (decideBy < ctx.today) throw new Invalid('决定期限不能早于今天', { decideBy: '决定期限不能早于今天' })
  return tx(ctx, async (t) => {
    const request = await openCase(t, ctx, { agencyId, requestId })
    if (request.outcome === null || !/^(grant|partial)/.test(request.outcome))
      throw new Invalid('只有予以公开、部分公开的信息可以转为主动公开')
    const released = (await readRequestFiles(t, ctx, request)).filter(({ purpose }) => purpose === 'answer')
    if (fileId !== null && !released.some((file) => file.fileId === fileId))
      throw new Invalid('请选择已经生成公开版本的文件', { fileId: '请选择公开版本' })
    const proposalId = newId()
    await t
      .insertInto('publication_proposal')
      .values({
        agency_id: agencyId,
        proposal_id: proposalId,
        request_id: requestId,
        file_id: fileId,
        title,
        reason,
        decide_by: decideBy,
        proposed_by: actorName(ctx.actor),
        proposed_at: ctx.now,
      })
      .execute()
    await insertNote(t, ctx, request, `提议转为主动公开：${title}`)
    await recordAudit(t, ctx, {
      agencyId,
      action: 'propose-publication',
      objectKind: 'request',
      objectId: requestId,
      detail: { number: request.number, title, decideBy },
    })
    return proposalId
  })
}

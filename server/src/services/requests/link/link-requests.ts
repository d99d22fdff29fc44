import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import { recordAudit } from '../../audit.ts'
import type { Context } from '../../context.ts'
import { openCase } from '../reading/open-case.ts'
import { insertNote } from '../request-notes.ts'
import { insertLink, type LinkKind, readLinks } from './link-store.ts'

export type LinkRequests = Readonly<{
  agencyId: string
  requestId: string
  /** 申请编号 of the other request. */
  otherNumber: string
  kind: Exclude<LinkKind, 'split-from'>
  note: string
}>

/**
 * 关联、合并办理: ties two requests together and says so in the course of both. A merged request is still decided by a
 * letter of its own (其他处理·合并办理): nothing ends without the applicant being told.
 */
export async function linkRequests(ctx: Context, input: LinkRequests): Promise<void> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, requestId, otherNumber, kind, note } = input
  await tx(ctx, async (t) => {
    const request = await openCase(t, ctx, { agencyId, requestId })
    const row = await t
      .selectFrom('request')
      .select('request_id')
      .where('agency_id', '=', agencyId)
      .where('number', '=', otherNumber.trim().toUpperCase())
      .executeTakeFirst()
    if (row === undefined) throw new NotFound(`编号为${otherNumber}的申请，请核对编号`)
    const other = await openCase(t, ctx, { agencyId, requestId: row.request_id })
    if (other.requestId === requestId)
      throw new Invalid('不能与自身关联', { otherNumber: '请填写另一件申请的编号' })
    const known = await readLinks(t, request)
    if (known.some(({ otherId }) => otherId === other.requestId))
      throw new Invalid('这两件申请已经关联', { otherNumber: '已经关联' })
    if (kind === 'merged-into') await checkSameApplicant(t, agencyId, requestId, other.requestId)
    await insertLink(t, ctx, request, { otherId: other.requestId, kind, note })
    const said = kind === 'merged-into' ? '并入' : '关联'
    await insertNote(t, ctx, request, `${said}${other.number}：${note}`)
    await insertNote(
      t,
      ctx,
      other,
      kind === 'merged-into' ? `${request.number}并入本件：${note}` : `关联${request.number}：${note}`,
    )
    await recordAudit(t, ctx, {
      agencyId,
      action: 'link-requests',
      objectKind: 'request',
      objectId: requestId,
      detail: { number: request.number, other: other.number, kind },
    })
  })
}

/** Only one applicant's own duplicates are handled as one; two people each get an answer. */
async function checkSameApplicant(
  t: Parameters<Parameters<typeof tx>[1]>[0],
  agencyId: string,
  requestId: string,
  otherId: string,
): Promise<void> {
  const rows = await t
    .selectFrom('applicant')
    .select('identity_index')
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', [requestId, otherId])
    .execute()
  const [first, second] = rows.map(({ identity_index }) => identity_index)
  if (first && second && first.equals(second)) return
  throw new Invalid('只有同一申请人重复提交的申请可以合并办理；不同申请人的申请应当分别答复', {
    otherNumber: '不是同一申请人',
  })
}

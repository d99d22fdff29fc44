import { cite, refuse } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { uphold } from '../uphold.ts'
import { allowWithin } from './own-agency.ts'

export type SettleScreeningIssue = Readonly<{
  agencyId: string
  documentId: string
  findingId: string
  reason: string
}>

/** 保留: the second level says why an issue of published content may stand. What is forbidden is taken down, not settled. */
export async function settleScreeningIssue(ctx: Context, input: SettleScreeningIssue): Promise<void> {
  allowWithin(ctx, 'review-secrecy', input.agencyId)
  const { agencyId, documentId, findingId } = input
  const reason = input.reason.trim()
  if (reason === '') throw new Invalid('请写明保留的理由', { reason: '请写明理由' })
  await tx(ctx, async (t) => {
    const issue = await t
      .selectFrom('screening_issue')
      .select(['level', 'message'])
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .where('finding_id', '=', findingId)
      .where('settled_at', 'is', null)
      .forUpdate()
      .executeTakeFirst()
    if (issue === undefined) throw new NotFound('这个问题')
    if (issue.level === 'veto')
      uphold(
        refuse('screening-veto', `${issue.message}。这一项不能保留，请撤回后改正`, cite('regulation', 17)),
      )
    await t
      .updateTable('screening_issue')
      .set({
        settled_at: ctx.now,
        settled_by: actorId(ctx.actor),
        settled_name: actorName(ctx.actor),
        reason,
      })
      .where('agency_id', '=', agencyId)
      .where('document_id', '=', documentId)
      .where('finding_id', '=', findingId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'settle-screening-issue',
      objectKind: 'document',
      objectId: documentId,
      detail: { findingId, reason },
    })
  })
}

import { plainDateText } from '@mingfu/law'
import { nextNumber } from '../../db/counter.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { overWalls } from '../oversight/below.ts'
import { allowFor, lockFeedback, type OnFeedback } from './feedback.ts'
import { notifySender } from './notify-sender.ts'

/**
 * 转送主管部门: a complaint about this organ goes to the authority above it, which has to look into it. The sender is
 * told where it went, under the number he has.
 */
export async function forwardComplaint(ctx: Context, input: OnFeedback): Promise<{ version: number }> {
  allowFor(ctx, 'answer-feedback', input.agencyId)
  const { agencyId, feedbackId } = input
  return tx(overWalls(ctx), async (t) => {
    const feedback = await lockFeedback(t, ctx, input)
    if (feedback.kind !== 'complaint') throw new Invalid('只有投诉举报可以转送主管部门')
    const { state, orderId, activityId, setAsideFor } = feedback
    if (state === 'answered' || orderId !== null || activityId !== null || setAsideFor !== null)
      throw new Stale('这条留言')
    const { parentId } = await getAgency(t, agencyId)
    if (parentId === null) throw new Invalid('本机关在系统中没有上级机关，请立案核查')
    const above = await getAgency(t, parentId)
    const year = Number(ctx.today.slice(0, 4))
    const number = `互动${year}-${String(await nextNumber(t, parentId, year, 'feedback')).padStart(5, '0')}`
    const row = await t
      .selectFrom('feedback')
      .select(['text_sealed', 'contact_sealed', 'notify_by'])
      .where('agency_id', '=', agencyId)
      .where('feedback_id', '=', feedbackId)
      .executeTakeFirstOrThrow()
    const copyId = newId()
    await t
      .insertInto('feedback')
      .values({
        ...row,
        agency_id: parentId,
        feedback_id: copyId,
        number,
        kind: 'complaint',
        title: feedback.title,
        page_path: feedback.pagePath,
        origin: 'forwarded',
        origin_number: feedback.number,
        form_index: ctx.seal.index(`feedback forwarded ${feedbackId}`),
        // Followed under the number that the sender has, so this one opens nothing by itself.
        code_index: ctx.seal.index(`feedback forwarded code ${copyId}`),
        received_at: ctx.now,
        received_on: ctx.today,
        due_on: null,
        state: 'open',
      })
      .execute()
    const version = feedback.version + 1
    const by = actorName(ctx.actor)
    await t
      .updateTable('feedback')
      .set({
        state: 'answered',
        answer: `您反映的事项由主管部门查证处理，已于${plainDateText(ctx.today)}转送${above.name}（编号${number}）。`,
        public_question: null,
        drafted_by: by,
        reviewed_by: by,
        answered_at: ctx.now,
        forwarded_to: parentId,
        forwarded_on: ctx.today,
        version,
      })
      .where('agency_id', '=', agencyId)
      .where('feedback_id', '=', feedbackId)
      .execute()
    await notifySender(t, ctx, { agencyId, feedback })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'forward-complaint',
      objectKind: 'feedback',
      objectId: feedbackId,
      detail: { to: parentId, number },
    })
    return { version }
  })
}

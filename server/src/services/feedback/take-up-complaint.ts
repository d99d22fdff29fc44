import type { PlainDate } from '@mingfu/law'
import { tx } from '../../db/transaction.ts'
import { Invalid, Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { overWalls } from '../oversight/below.ts'
import { writeOrder } from '../oversight/issue-order.ts'
import { type RecordActivity, writeActivity } from '../oversight/record-activity.ts'
import { allowFor, type Feedback, lockFeedback, type OnFeedback } from './feedback.ts'

/** About an organ below (an order with a day to reply by), or about this organ itself (a problem to put right). */
export type TakeUpComplaint = OnFeedback &
  Readonly<{
    about: Readonly<{ toAgencyId: string; demand: string; replyBy: PlainDate }> | 'own'
    subject: string
  }>

/** 投诉举报立案督办: a complaint becomes a case of supervision. 《条例》第四十七条第二款 */
export async function takeUpComplaint(
  ctx: Context,
  input: TakeUpComplaint,
): Promise<{ version: number; number: string | null }> {
  const { agencyId, feedbackId, about } = input
  allowFor(ctx, about === 'own' ? 'record-activity' : 'supervise', agencyId)
  const subject = input.subject.trim()
  if (subject === '') throw new Invalid('请填写督办事项', { subject: '请填写督办事项' })
  return tx(overWalls(ctx), async (t) => {
    const feedback = await lockFeedback(t, ctx, input)
    requireOpen(feedback)
    const order =
      about === 'own'
        ? null
        : await writeOrder(t, ctx, { agencyId, ground: 'complaint', subject, requestNumber: '', ...about })
    const activityId =
      about === 'own' ? await writeActivity(t, ctx, ownProblem(ctx, agencyId, subject)) : null
    const version = feedback.version + 1
    await t
      .updateTable('feedback')
      .set({ order_id: order?.orderId ?? null, activity_id: activityId, version })
      .where('agency_id', '=', agencyId)
      .where('feedback_id', '=', feedbackId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId,
      action: 'take-up-complaint',
      objectKind: 'feedback',
      objectId: feedbackId,
      detail: { orderId: order?.orderId ?? null, activityId },
    })
    return { version, number: order?.number ?? null }
  })
}

function requireOpen({ kind, orderId, activityId, setAsideFor }: Feedback): void {
  if (kind !== 'complaint') throw new Invalid('只有投诉举报可以立案督办')
  if (orderId !== null || activityId !== null || setAsideFor !== null) throw new Stale('这条留言')
}

function ownProblem(ctx: Context, agencyId: string, title: string): RecordActivity {
  return {
    agencyId,
    kind: 'problem',
    heldOn: ctx.today,
    title,
    detail: '公众投诉举报反映，正在核查',
    participants: null,
    remedy: '',
    resolvedOn: null,
  }
}

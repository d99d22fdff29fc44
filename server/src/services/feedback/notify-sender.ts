import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { tellSomebody } from '../notifications/tell-somebody.ts'
import type { Feedback } from './feedback.ts'

type About = Readonly<{
  agencyId: string
  feedback: Pick<Feedback, 'feedbackId' | 'number' | 'contact' | 'notifyBy'>
}>

/** 提醒来信人 that the answer is there, if he wanted that: the number and where to look, nothing of what was asked. */
export async function notifySender(t: Tx, ctx: Context, { agencyId, feedback }: About): Promise<void> {
  const { feedbackId, number, contact, notifyBy } = feedback
  if (notifyBy === null) return
  await tellSomebody(t, ctx, {
    agencyId,
    subjectId: feedbackId,
    channel: notifyBy,
    contact,
    occasion: 'feedback-answered',
    number,
    path: (slug) => `/${slug}/feedback`,
  })
}

import type { Tx } from '../../../db/database.ts'
import { tx } from '../../../db/transaction.ts'
import { listAgencies } from '../../agencies/find-agency.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { notifyStaff } from '../../notifications/notify-staff.ts'
import { colleaguesOf } from '../../requests/staff-of-agency.ts'
import { type DocumentTask, documentTasks } from './publishing-tasks.ts'

/**
 * 公开时限提醒: at half and at four fifths of the time, and once it has run out, the drafter and the head of the office
 * are written to, one message a day for all of it. Each is told of a document once at each of these stages.
 */
export async function remindPublication(ctx: Context): Promise<number> {
  allow(ctx.actor, 'publish-document')
  let told = 0
  for (const { agencyId } of await tx(ctx, (t) => listAgencies(t))) {
    told += await tx({ ...ctx, scope: agencyId }, (t) => remindAgency(t, ctx, agencyId))
  }
  return told
}

async function remindAgency(t: Tx, ctx: Context, agencyId: string): Promise<number> {
  const fresh: DocumentTask[] = []
  for (const task of await documentTasks(t, ctx, agencyId)) {
    const inserted = await t
      .insertInto('publishing_reminder')
      .values({
        agency_id: agencyId,
        document_id: task.documentId,
        level: task.level,
        due_on: task.dueOn ?? ctx.today,
        told_at: ctx.now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('document_id')
      .executeTakeFirst()
    if (inserted !== undefined) fresh.push(task)
  }
  if (fresh.length === 0) return 0
  const heads = (await colleaguesOf(t, agencyId)).filter(({ roles }) => roles.includes('office-head'))
  const here = new Set((await colleaguesOf(t, agencyId)).map(({ staffId }) => staffId))
  const news = new Map<string, DocumentTask[]>()
  for (const task of fresh) {
    const drafter = task.drafterId !== null && here.has(task.drafterId) ? [task.drafterId] : []
    for (const staffId of new Set([...drafter, ...heads.map((head) => head.staffId)])) {
      news.set(staffId, [...(news.get(staffId) ?? []), task])
    }
  }
  for (const [staffId, tasks] of news) {
    const [only] = tasks
    await notifyStaff(
      t,
      ctx,
      { agencyId, staffId },
      {
        occasion: 'publication-due',
        matters: tasks.map(({ level }) => ({ level, number: null })),
        path: tasks.length === 1 && only !== undefined ? only.path : '/disclosure/tasks',
      },
    )
  }
  return fresh.length
}

import { tx } from '../../../db/transaction.ts'
import { Forbidden } from '../../../errors.ts'
import { allow, may } from '../../allow.ts'
import { actorId, type Context } from '../../context.ts'
import { allowToRead } from '../reading/open-case.ts'
import { insertNote } from '../request-notes.ts'
import { lockTask, saveTaskDone } from './task-store.ts'

export type FinishTask = Readonly<{
  agencyId: string
  requestId: string
  taskId: string
  /** `false` opens it again. */
  done: boolean
}>

/** 待办办好了: by whom it is for, or by who handles cases; a remark in the course of the case says so. */
export async function finishTask(ctx: Context, input: FinishTask): Promise<void> {
  allow(ctx.actor, 'read-requests')
  const { agencyId, requestId, taskId, done } = input
  await tx(ctx, async (t) => {
    await allowToRead(t, ctx, { agencyId, requestId })
    const task = await lockTask(t, { agencyId, requestId }, taskId)
    if (task.staffId !== actorId(ctx.actor) && !may(ctx.actor, 'handle-request'))
      throw new Forbidden('这项待办由其他同事办理，请由其本人或者经办人登记完成')
    if (task.done === done) return
    await saveTaskDone(t, ctx, agencyId, taskId, done)
    await insertNote(t, ctx, { agencyId, requestId }, `${done ? '待办完成' : '待办重新打开'}：${task.what}`)
  })
}

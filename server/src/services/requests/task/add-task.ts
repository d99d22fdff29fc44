import { type PlainDate, plainDateText } from '@mingfu/law'
import { tx } from '../../../db/transaction.ts'
import { Invalid } from '../../../errors.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { openCase } from '../reading/open-case.ts'
import { getStaffMember } from '../staff-of-agency.ts'
import { insertTask } from './task-store.ts'

export type AddTask = Readonly<{
  agencyId: string
  requestId: string
  what: string
  /** Who is to do it; whoever handles the case where it is left out. */
  staffId: string | null
  dueOn: PlainDate | null
}>

export type AddedTask = Readonly<{ taskId: string; staff: string }>

/** 添加待办: gives somebody something to do on a case, by a day if there is one. */
export async function addTask(ctx: Context, input: AddTask): Promise<AddedTask> {
  allow(ctx.actor, 'handle-request')
  const { agencyId, what, dueOn } = input
  if (dueOn !== null && dueOn < ctx.today) {
    const sentence = `完成日期${plainDateText(dueOn)}已经过去，请选择今天或者以后的日期`
    throw new Invalid(sentence, { dueOn: sentence })
  }
  return tx(ctx, async (t) => {
    const request = await openCase(t, ctx, { agencyId, requestId: input.requestId })
    const staffId = input.staffId ?? request.handlerId
    if (staffId === null) {
      const sentence = `申请${request.number}还没有经办人，请选择由谁办理这项待办`
      throw new Invalid(sentence, { staffId: sentence })
    }
    const { name } = await getStaffMember(t, agencyId, staffId)
    return { taskId: await insertTask(t, ctx, request, { what, staffId, dueOn }), staff: name }
  })
}

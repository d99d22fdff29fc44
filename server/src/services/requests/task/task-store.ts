import { type PlainDate, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { NotFound } from '../../../errors.ts'
import { actorId, actorName, type Context } from '../../context.ts'

/** 待办事项: what a colleague is to do on a case, and by when; it moves no deadline. */
export type RequestTask = Readonly<{
  taskId: string
  requestId: string
  /** Of the case. */
  number: string
  what: string
  staffId: string
  staff: string
  dueOn: PlainDate | null
  madeBy: string
  doneAt: Date | null
  doneBy: string | null
}>

export type NewTask = Readonly<{ what: string; staffId: string; dueOn: PlainDate | null }>
type Key = Readonly<{ agencyId: string; requestId: string }>

export async function insertTask(
  t: Tx,
  ctx: Context,
  { agencyId, requestId }: Key,
  { what, staffId, dueOn }: NewTask,
): Promise<string> {
  const taskId = newId()
  await t
    .insertInto('request_task')
    .values({
      agency_id: agencyId,
      task_id: taskId,
      request_id: requestId,
      what,
      staff_id: staffId,
      due_on: dueOn,
      made_at: ctx.now,
      made_by: actorId(ctx.actor),
      made_name: actorName(ctx.actor),
    })
    .execute()
  return taskId
}

/** Of one case: what is open first, by its day; what is done after it. */
export async function readTasks(t: Tx, { agencyId, requestId }: Key): Promise<readonly RequestTask[]> {
  const rows = await tasks(t, agencyId)
    .where('request_task.request_id', '=', requestId)
    .orderBy('request_task.done_at', (order) => order.desc().nullsFirst())
    .orderBy('request_task.due_on', (order) => order.asc().nullsLast())
    .orderBy('request_task.task_id')
    .execute()
  return rows.map(taskOf)
}

/** What these people have to do, on cases that are neither closed nor set aside. */
export async function readOpenTasks(
  t: Tx,
  agencyId: string,
  staffIds: readonly string[],
): Promise<readonly RequestTask[]> {
  if (staffIds.length === 0) return []
  const rows = await tasks(t, agencyId)
    .where('request_task.staff_id', 'in', [...staffIds])
    .where('request_task.done_at', 'is', null)
    .where('request.set_aside_at', 'is', null)
    .orderBy('request_task.due_on', (order) => order.asc().nullsLast())
    .orderBy('request_task.task_id')
    .limit(100)
    .execute()
  return rows.map(taskOf)
}

export async function lockTask(t: Tx, { agencyId, requestId }: Key, taskId: string) {
  const row = await t
    .selectFrom('request_task')
    .select(['what', 'staff_id', 'done_at'])
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .where('task_id', '=', taskId)
    .forUpdate()
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这项待办')
  return { what: row.what, staffId: row.staff_id, done: row.done_at !== null }
}

export async function saveTaskDone(
  t: Tx,
  ctx: Context,
  agencyId: string,
  taskId: string,
  done: boolean,
): Promise<void> {
  await t
    .updateTable('request_task')
    .set(
      done
        ? { done_at: ctx.now, done_by: actorId(ctx.actor), done_name: actorName(ctx.actor) }
        : { done_at: null, done_by: null, done_name: null },
    )
    .where('agency_id', '=', agencyId)
    .where('task_id', '=', taskId)
    .execute()
}

/** 工作交接: what one was to do on these cases, the other has to do. */
export async function passTasksOn(
  t: Tx,
  agencyId: string,
  requestIds: readonly string[],
  { fromId, toId }: Readonly<{ fromId: string; toId: string }>,
): Promise<void> {
  if (requestIds.length === 0) return
  await t
    .updateTable('request_task')
    .set({ staff_id: toId })
    .where('agency_id', '=', agencyId)
    .where('request_id', 'in', [...requestIds])
    .where('staff_id', '=', fromId)
    .where('done_at', 'is', null)
    .execute()
}

function tasks(t: Tx, agencyId: string) {
  return t
    .selectFrom('request_task')
    .innerJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'request_task.agency_id')
        .onRef('request.request_id', '=', 'request_task.request_id'),
    )
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.agency_id', '=', 'request_task.agency_id')
        .onRef('staff.staff_id', '=', 'request_task.staff_id'),
    )
    .select([
      'request_task.task_id',
      'request_task.request_id',
      'request.number',
      'request_task.what',
      'request_task.staff_id',
      'staff.name as staff',
      'request_task.due_on',
      'request_task.made_name',
      'request_task.done_at',
      'request_task.done_name',
    ])
    .where('request_task.agency_id', '=', agencyId)
}

type Row = Awaited<ReturnType<ReturnType<typeof tasks>['execute']>>[number]

function taskOf(row: Row): RequestTask {
  return {
    taskId: row.task_id,
    requestId: row.request_id,
    number: row.number,
    what: row.what,
    staffId: row.staff_id,
    staff: row.staff ?? '',
    dueOn: row.due_on === null ? null : parsePlainDate(row.due_on),
    madeBy: row.made_name,
    doneAt: row.done_at,
    doneBy: row.done_name,
  }
}

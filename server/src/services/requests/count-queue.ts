import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import { actorId, type Context } from '../context.ts'
import { handledBy, statesOf } from './list-requests.ts'
import { readable } from './reading/readable-cases.ts'

/** 待办数量: what waits for the office today. */
export type QueueCounts = Readonly<{
  open: number
  overdue: number
  dueSoon: number
  unconfirmed: number
  toApprove: number
  toServe: number
  mine: number
  /** Cases with something to do for me. */
  tasks: number
}>

const SOON = 5
const NOBODY = '00000000-0000-0000-0000-000000000000'

export async function countQueue(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<QueueCounts> {
  allow(ctx.actor, 'read-requests')
  const soon = ctx.calendar.addWorkingDays(ctx.today, SOON)
  const me = actorId(ctx.actor)
  return tx(ctx, async (t) => {
    const handled = me === null ? [] : await handledBy(t, ctx, agencyId, me).execute()
    // Somebody who works elsewhere, and the program itself, handle nothing here.
    const mine = [me ?? NOBODY, ...handled.map(({ staff_id }) => staff_id)]
    const counted = await t
      .selectFrom('request')
      .select(({ fn }) => [
        fn.countAll<number>().as('open'),
        fn.countAll<number>().filterWhere('due_on', '<', ctx.today).as('overdue'),
        fn
          .countAll<number>()
          .filterWhere(sql<boolean>`due_on between ${ctx.today}::date and ${soon}::date`)
          .as('dueSoon'),
        fn
          .countAll<number>()
          .filterWhere('state', 'in', ['submitted', 'received-unconfirmed'])
          .as('unconfirmed'),
        fn.countAll<number>().filterWhere('state', '=', 'decision-drafted').as('toApprove'),
        fn.countAll<number>().filterWhere('state', '=', 'decision-approved').as('toServe'),
        fn.countAll<number>().filterWhere('handler_id', 'in', mine).as('mine'),
        fn
          .countAll<number>()
          .filterWhere(({ exists, selectFrom }) =>
            exists(
              selectFrom('request_task')
                .select('request_task.task_id')
                .whereRef('request_task.agency_id', '=', 'request.agency_id')
                .whereRef('request_task.request_id', '=', 'request.request_id')
                .where('request_task.done_at', 'is', null)
                .where('request_task.staff_id', 'in', mine),
            ),
          )
          .as('tasks'),
      ])
      .where('agency_id', '=', agencyId)
      .where('set_aside_at', 'is', null)
      .where('state', 'in', statesOf('open'))
      .where(readable(ctx))
      .executeTakeFirstOrThrow()
    return counted
  })
}

import { type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { Database } from '../../../db/rows.ts'
import { may } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { OFFICE_RULES_KEY } from '../office-rules/office-rules.ts'
import { readsWholeOrgan } from './may-read.ts'

/** 知悉范围 of the row of `request` that a query is at: its own, else the office's rule, else the whole organ. */
export const READ_SCOPE = sql<string>`coalesce(request.read_scope, (
  select setting.value ->> 'readScope' from setting
  where setting.agency_id = request.agency_id and setting.key = ${OFFICE_RULES_KEY}), 'office')`

/** Whether this person stands in today for whom the case is with. */
export function standsIn(ctx: Context, staffId: string) {
  return sql<boolean>`exists (
    select from staff_absence as away
    where away.agency_id = request.agency_id and away.staff_id = request.handler_id
      and away.deputy_id = ${staffId}::uuid and away.cancelled_at is null
      and ${ctx.today}::date between away.from_on and away.to_on)`
}

/** Whether this person has something open to do on the case. */
export function hasTask(staffId: string) {
  return sql<boolean>`exists (
    select from request_task as task
    where task.agency_id = request.agency_id and task.request_id = request.request_id
      and task.staff_id = ${staffId}::uuid and task.done_at is null)`
}

/** The condition by which a list keeps what `mayRead` grants; for who reads the whole organ there is none. */
export function readable(ctx: Context) {
  return (eb: ExpressionBuilder<Database, 'request'>) => {
    const { actor } = ctx
    if (actor.kind !== 'staff' || readsWholeOrgan(actor.roles)) return eb.val<SqlBool>(true)
    const { staffId, departmentId } = actor
    const near = [
      eb('request.handler_id', '=', staffId),
      standsIn(ctx, staffId),
      hasTask(staffId),
      ...(actor.roles.includes('clerk') ? [eb('request.handler_id', 'is', null)] : []),
      ...(actor.roles.includes('clerk') && departmentId !== null
        ? [
            sql<boolean>`${READ_SCOPE} = 'department' and exists (
              select from staff as handler
              where handler.agency_id = request.agency_id and handler.staff_id = request.handler_id
                and handler.department_id = ${departmentId}::uuid)`,
          ]
        : []),
    ]
    return eb.or([sql<boolean>`${READ_SCOPE} = 'office'`, ...near])
  }
}

/** Those of these cases that `mayRead` grants: for pages that come upon a case from elsewhere. */
export async function readableAmong(
  t: Tx,
  ctx: Context,
  agencyId: string,
  requestIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (requestIds.length === 0 || !may(ctx.actor, 'read-requests')) return new Set()
  const rows = await t
    .selectFrom('request')
    .select('request.request_id')
    .where('request.agency_id', '=', agencyId)
    .where('request.request_id', 'in', [...requestIds])
    .where(readable(ctx))
    .execute()
  return new Set(rows.map(({ request_id }) => request_id))
}

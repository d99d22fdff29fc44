import { sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import { Forbidden, NotFound } from '../../../errors.ts'
import type { Context } from '../../context.ts'
import { readRequest, type StoredRequest } from '../request-store.ts'
import { type CaseFacts, type CasePart, mayRead, type ReadScope } from './may-read.ts'
import { hasTask, READ_SCOPE, standsIn } from './readable-cases.ts'

type Key = Readonly<{ agencyId: string; requestId: string }>

/** 打开案卷: the request, for whom `mayRead` grants it; else the sentence that says why not. */
export async function openCase(
  t: Tx,
  ctx: Context,
  key: Key,
  part: CasePart = 'content',
): Promise<StoredRequest> {
  await allowToRead(t, ctx, key, part)
  return readRequest(t, key.agencyId, key.requestId)
}

/** Throws unless this member of staff may read that part of the case; the portal and the program have other keys. */
export async function allowToRead(t: Tx, ctx: Context, key: Key, part: CasePart = 'content'): Promise<void> {
  if (ctx.actor.kind !== 'staff') return
  const reading = mayRead(ctx.actor, await caseFacts(t, ctx, key), part)
  if (!reading.granted) throw new Forbidden(reading.why)
}

/** Whether a page shows that part of a case which is open already. */
export async function showsPart(t: Tx, ctx: Context, key: Key, part: CasePart): Promise<boolean> {
  return mayRead(ctx.actor, await caseFacts(t, ctx, key), part).granted
}

export async function caseFacts(t: Tx, ctx: Context, { agencyId, requestId }: Key): Promise<CaseFacts> {
  const me = ctx.actor.kind === 'staff' ? ctx.actor.staffId : null
  const row = await t
    .selectFrom('request')
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.agency_id', '=', 'request.agency_id')
        .onRef('staff.staff_id', '=', 'request.handler_id'),
    )
    .select([
      'request.handler_id',
      'staff.department_id',
      READ_SCOPE.as('scope'),
      (me === null ? sql<boolean>`false` : standsIn(ctx, me)).as('stands_in'),
      (me === null ? sql<boolean>`false` : hasTask(me)).as('has_task'),
    ])
    .where('request.agency_id', '=', agencyId)
    .where('request.request_id', '=', requestId)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('这件申请')
  return {
    agencyId,
    scope: row.scope as ReadScope,
    handlerId: row.handler_id,
    handlerDepartmentId: row.department_id,
    standsIn: row.stands_in,
    hasTask: row.has_task,
  }
}

/** What was set for this case; `null` follows the office's rule. */
export async function readScopeOf(t: Tx, { agencyId, requestId }: Key): Promise<ReadScope | null> {
  const { read_scope } = await t
    .selectFrom('request')
    .select('read_scope')
    .where('agency_id', '=', agencyId)
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow()
  return read_scope as ReadScope | null
}

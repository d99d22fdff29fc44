import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid, NotFound, Stale } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorName, type Context } from '../context.ts'
import { allowBriefing, ownUnitOnly } from './briefing-access.ts'

export type IssueCall = Readonly<{
  agencyId: string
  fromOffice: string
  topic: string
  requirements: string
  /** Whom it is put to; none means every unit. */
  unitIds: readonly string[]
  dueOn: string
}>

/** 约稿: what an upper office or this one wants to know, from whom and until when. */
export async function issueCall(ctx: Context, input: IssueCall): Promise<{ callId: string }> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  const [topic, fromOffice] = [input.topic.trim(), input.fromOffice.trim()]
  if (topic === '') throw new Invalid('请填写约稿的主题', { topic: '请填写约稿的主题' })
  if (input.dueOn < ctx.today) throw new Invalid('截止日期不能早于今天', { dueOn: '截止日期不能早于今天' })
  const callId = newId()
  await tx(ctx, async (t) => {
    await t
      .insertInto('briefing_call')
      .values({
        agency_id: input.agencyId,
        call_id: callId,
        from_office: fromOffice,
        topic,
        requirements: input.requirements.trim(),
        unit_ids: [...new Set(input.unitIds)],
        issued_on: ctx.today,
        due_on: input.dueOn,
        issued_by: actorName(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'issue-briefing-call',
      objectKind: 'briefing-call',
      objectId: callId,
    })
  })
  return { callId }
}

/** 结束约稿. */
export async function closeCall(
  ctx: Context,
  input: Readonly<{ agencyId: string; callId: string; version: number }>,
): Promise<void> {
  allowBriefing(ctx, 'edit-briefings', input.agencyId)
  await tx(ctx, async (t) => {
    const call = await t
      .selectFrom('briefing_call')
      .select(['version', 'closed_on'])
      .where('agency_id', '=', input.agencyId)
      .where('call_id', '=', input.callId)
      .forUpdate()
      .executeTakeFirst()
    if (call === undefined) throw new NotFound('这次约稿')
    if (call.version !== input.version || call.closed_on !== null) throw new Stale('这次约稿')
    await t
      .updateTable('briefing_call')
      .set({ closed_on: ctx.today, version: call.version + 1 })
      .where('agency_id', '=', input.agencyId)
      .where('call_id', '=', input.callId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'close-briefing-call',
      objectKind: 'briefing-call',
      objectId: input.callId,
    })
  })
}

export type CallItem = Readonly<{
  callId: string
  fromOffice: string
  topic: string
  requirements: string
  issuedOn: string
  dueOn: string
  closedOn: string | null
  version: number
  /** Every unit that was asked, and how many items it has handed in. */
  units: readonly Readonly<{ unitId: string; name: string; submitted: number }>[]
  overdue: boolean
}>

/** 约稿台账: open calls first, each with who has answered. */
export async function listCalls(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly CallItem[]> {
  allowBriefing(ctx, 'read-briefings', agencyId)
  return tx(ctx, async (t) => {
    const calls = await t
      .selectFrom('briefing_call')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .orderBy((eb) => eb('closed_on', 'is not', null))
      .orderBy('due_on', 'desc')
      .limit(200)
      .execute()
    const units = await t
      .selectFrom('department')
      .select(['department_id', 'name', 'is_active'])
      .where('agency_id', '=', agencyId)
      .orderBy('sort_order')
      .execute()
    const answers = await t
      .selectFrom('briefing_item')
      .select(['call_id', 'department_id'])
      .select(({ fn }) => fn.countAll<number>().as('items'))
      .where('agency_id', '=', agencyId)
      .where('call_id', 'is not', null)
      .where('submitted_at', 'is not', null)
      .groupBy(['call_id', 'department_id'])
      .execute()
    const own = ownUnitOnly(ctx.actor)
    return calls.map((call) => {
      const asked = units
        .filter(({ department_id: id, is_active: active }) =>
          call.unit_ids.length === 0 ? active : call.unit_ids.includes(id),
        )
        .filter(({ department_id: id }) => own === null || id === own)
        .map(({ department_id: unitId, name }) => ({
          unitId,
          name,
          submitted: Number(
            answers.find((one) => one.call_id === call.call_id && one.department_id === unitId)?.items ?? 0,
          ),
        }))
      return {
        callId: call.call_id,
        fromOffice: call.from_office,
        topic: call.topic,
        requirements: call.requirements,
        issuedOn: call.issued_on,
        dueOn: call.due_on,
        closedOn: call.closed_on,
        version: call.version,
        units: asked,
        overdue:
          call.closed_on === null &&
          call.due_on < ctx.today &&
          asked.some(({ submitted }) => submitted === 0),
      }
    })
  })
}

import { SITE_CHANGE_STEPS, type SiteChangeKind, type SiteChangeStep, siteChangeSteps } from '@mingfu/law'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { Invalid, NotFound, Stale } from '../../../errors.ts'
import { recordAudit } from '../../audit.ts'
import { actorName, type Context } from '../../context.ts'
import { allowWithin } from '../own-agency.ts'

type Done = Readonly<{ on: string; by: string; note: string }>

export type SiteChange = Readonly<{
  changeId: string
  kind: SiteChangeKind
  subject: string
  plannedOn: string
  reason: string
  createdOn: string
  createdBy: string
  doneOn: string | null
  version: number
  steps: readonly Readonly<{ step: SiteChangeStep; label: string; done: Done | null }>[]
  /** The planned day has come and steps are still open. */
  overdue: boolean
}>

/** 网站变更: those that are not finished first. */
export async function listSiteChanges(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly SiteChange[]> {
  allowWithin(ctx, 'read-documents', agencyId)
  const rows = await tx(ctx, (t) =>
    t
      .selectFrom('site_change')
      .selectAll()
      .where('agency_id', '=', agencyId)
      .orderBy((eb) => eb('done_on', 'is not', null))
      .orderBy('planned_on', 'desc')
      .execute(),
  )
  return rows.map((row) => {
    const kind = row.kind as SiteChangeKind
    const done = row.steps as Readonly<Partial<Record<SiteChangeStep, Done>>>
    return {
      changeId: row.change_id,
      kind,
      subject: row.subject,
      plannedOn: row.planned_on,
      reason: row.reason,
      createdOn: row.created_on,
      createdBy: row.created_by,
      doneOn: row.done_on,
      version: row.version,
      steps: siteChangeSteps(kind).map((step) => ({
        step,
        label: SITE_CHANGE_STEPS[step].label,
        done: done[step] ?? null,
      })),
      overdue: row.done_on === null && row.planned_on < ctx.today,
    }
  })
}

/** 登记网站变更: begins the checklist of that kind of change. */
export async function planSiteChange(
  ctx: Context,
  input: Readonly<{
    agencyId: string
    kind: SiteChangeKind
    subject: string
    plannedOn: string
    reason: string
  }>,
): Promise<{ changeId: string }> {
  allowWithin(ctx, 'edit-guide', input.agencyId)
  const [subject, reason] = [input.subject.trim(), input.reason.trim()]
  if (subject === '') throw new Invalid('请写明由什么变更为什么', { subject: '请写明由什么变更为什么' })
  if (reason === '') throw new Invalid('请写明变更的理由', { reason: '请写明变更的理由' })
  const changeId = newId()
  await tx(ctx, async (t) => {
    await t
      .insertInto('site_change')
      .values({
        agency_id: input.agencyId,
        change_id: changeId,
        kind: input.kind,
        subject,
        planned_on: input.plannedOn,
        reason,
        created_on: ctx.today,
        created_by: actorName(ctx.actor),
      })
      .execute()
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'plan-site-change',
      objectKind: 'site-change',
      objectId: changeId,
      detail: { kind: input.kind },
    })
  })
  return { changeId }
}

/** 办结一步; with the last one the change is done. */
export async function finishSiteChangeStep(
  ctx: Context,
  input: Readonly<{
    agencyId: string
    changeId: string
    version: number
    step: SiteChangeStep
    note: string
  }>,
): Promise<{ version: number }> {
  allowWithin(ctx, 'edit-guide', input.agencyId)
  const note = input.note.trim()
  if (note === '') throw new Invalid('请写明办理的情况，如受理号、公告的地址', { note: '请写明办理的情况' })
  return tx(ctx, async (t) => {
    const row = await t
      .selectFrom('site_change')
      .select(['kind', 'steps', 'version', 'done_on'])
      .where('agency_id', '=', input.agencyId)
      .where('change_id', '=', input.changeId)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) throw new NotFound('这件网站变更')
    if (row.version !== input.version || row.done_on !== null) throw new Stale('这件网站变更')
    const all = siteChangeSteps(row.kind as SiteChangeKind)
    const before = row.steps as Readonly<Partial<Record<SiteChangeStep, Done>>>
    if (!all.includes(input.step)) throw new Invalid('这一步不在清单中')
    if (before[input.step] !== undefined) throw new Stale('这件网站变更')
    const steps = { ...before, [input.step]: { on: ctx.today, by: actorName(ctx.actor), note } }
    await t
      .updateTable('site_change')
      .set({
        steps: JSON.stringify(steps),
        done_on: all.every((step) => step in steps) ? ctx.today : null,
        version: row.version + 1,
      })
      .where('agency_id', '=', input.agencyId)
      .where('change_id', '=', input.changeId)
      .execute()
    await recordAudit(t, ctx, {
      agencyId: input.agencyId,
      action: 'finish-site-change-step',
      objectKind: 'site-change',
      objectId: input.changeId,
      detail: { step: input.step },
    })
    return { version: row.version + 1 }
  })
}

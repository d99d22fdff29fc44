import {
  citationText,
  cite,
  foldRequest,
  type PlainDate,
  plainDateText,
  type Reminder,
  type RequestFold,
  readToday,
  remindersOf,
  type Settings,
  type WorkingCalendar,
} from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { tx } from '../../../db/transaction.ts'
import { listAgencies } from '../../agencies/find-agency.ts'
import { isQuiet } from '../../agencies/staff-contact/quiet-hours.ts'
import { LEVELS, type Level } from '../../agencies/staff-contact/staff-contact.ts'
import { allow } from '../../allow.ts'
import type { Context } from '../../context.ts'
import { type Matter, notifyStaff } from '../../notifications/notify-staff.ts'
import { readAbsences, standInFor } from '../desk/absence-store.ts'
import { readHistories } from '../event-store.ts'
import { statesOf } from '../list-requests.ts'
import { type OfficeRules, readOfficeRules } from '../office-rules/office-rules.ts'
import { readRequestSettings } from '../request-settings.ts'
import { colleaguesOf } from '../staff-of-agency.ts'

/**
 * 催办提醒: tells the handler, or who stands in for him, what a case needs: on the days before the deadline that the
 * office has set, and whenever something has run out. The head of the office is told of what is due or overdue, and of
 * what nobody handles. Nobody is told in quiet hours, nor of one thing twice; running it again adds nothing. What is
 * new to somebody goes out by mail or SMS as well, one message for all of it.
 */
export async function remindHandlers(ctx: Context): Promise<number> {
  allow(ctx.actor, 'handle-request')
  let told = 0
  for (const { agencyId } of await tx(ctx, (t) => listAgencies(t))) {
    told += await tx(ctx, (t) => remindAgency(t, ctx, agencyId))
  }
  return told
}

async function remindAgency(t: Tx, ctx: Context, agencyId: string): Promise<number> {
  const rules = await readOfficeRules(t, agencyId)
  if (isQuiet(ctx.now, rules)) return 0
  const news = new Map<string, (Matter & { requestId: string })[]>()
  const calendar = ctx.calendarOf(agencyId)
  const settings = await readRequestSettings(t, agencyId)
  const absences = await readAbsences(t, agencyId, ctx.today)
  const colleagues = await colleaguesOf(t, agencyId)
  const heads = colleagues.filter(({ roles }) => roles.includes('office-head'))
  const here = new Set(colleagues.map(({ staffId }) => staffId))
  const calls = await overdueCalls(t, ctx, agencyId)
  const tasks = await dueTasks(t, ctx, agencyId)
  const open = await t
    .selectFrom('request')
    .select(['request_id', 'number', 'handler_id'])
    .where('agency_id', '=', agencyId)
    .where('state', 'in', statesOf('open'))
    .where('set_aside_at', 'is', null)
    .execute()
  const note = async (of: { request_id: string; number: string }, staffId: string, reminder: Due) => {
    if (!(await tell(t, ctx, agencyId, of.request_id, staffId, reminder))) return
    const matter = { level: reminder.level, number: of.number, requestId: of.request_id }
    news.set(staffId, [...(news.get(staffId) ?? []), matter])
  }
  for (let at = 0; at < open.length; at += BATCH) {
    const some = open.slice(at, at + BATCH)
    const histories = await readHistories(
      t,
      agencyId,
      some.map(({ request_id }) => request_id),
    )
    for (const row of some) {
      const fold = foldRequest(histories.get(row.request_id) ?? [], calendar, settings)
      const due = [
        ...ladder({ today: ctx.today, calendar }, fold, rules, settings),
        ...(calls.get(row.request_id) ?? []),
      ]
      for (const reminder of due) {
        const handler = row.handler_id === null ? null : standInFor(absences, row.handler_id, ctx.today)
        const handled = handler !== null && here.has(handler)
        const alsoHeads = reminder.level === 'overdue' || reminder.atOnce || !handled
        const people = new Set([
          ...(handled ? [handler] : []),
          ...(alsoHeads ? heads.map(({ staffId }) => staffId) : []),
        ])
        for (const staffId of people) await note(row, staffId, reminder)
      }
      for (const { staffId, ...reminder } of tasks.get(row.request_id) ?? []) {
        const whose = standInFor(absences, staffId, ctx.today)
        await note(row, whose, reminder)
      }
    }
  }
  for (const [staffId, matters] of news) {
    const one = new Set(matters.map(({ requestId }) => requestId)).size === 1 ? matters[0] : undefined
    await notifyStaff(
      t,
      ctx,
      { agencyId, staffId },
      {
        occasion: 'handler-reminder',
        matters: onePerCase(matters),
        path: one === undefined ? '/requests' : `/requests/${one.requestId}`,
      },
    )
  }
  return [...news.values()].flat().length
}

/** A case that needs several things is one matter, as pressing as the most pressing of them. */
function onePerCase(matters: readonly (Matter & { requestId: string })[]): readonly Matter[] {
  const pressing = (level: Level) => LEVELS.indexOf(level)
  return [...Map.groupBy(matters, ({ requestId }) => requestId).values()].flatMap(
    (of) => of.toSorted((a, b) => pressing(a.level) - pressing(b.level))[0] ?? [],
  )
}

const BATCH = 500

type Due = Reminder & Readonly<{ atOnce?: boolean }>

/** What the law's reminders say today, and the rung of the office's ladder that was reached. */
function ladder(
  { today, calendar }: Readonly<{ today: PlainDate; calendar: WorkingCalendar }>,
  fold: RequestFold,
  rules: OfficeRules,
  settings: Settings,
): readonly Due[] {
  const said = remindersOf(fold, today, calendar, settings).filter(({ code }) => code !== 'deadline-near')
  const { workingDaysLeft } = readToday(fold.clock, today, calendar)
  const { dueOn } = fold.clock
  if (workingDaysLeft === null || dueOn === null || workingDaysLeft < 0) return said
  // A day on which the program did not run is made up for: the nearest rung at or above what is left.
  const rung = [...rules.remindAt].sort((a, b) => a - b).find((days) => workingDaysLeft <= days)
  if (rung === undefined) return said
  const text =
    workingDaysLeft === 0
      ? '答复期限今日届满，请在今日内送出答复'
      : `距答复期限${plainDateText(dueOn)}还有${workingDaysLeft}个工作日`
  const level = rung <= 2 ? 'urgent' : 'soon'
  const basis = cite('regulation', 33, 2)
  return [...said, { code: `due-in-${rung}-by-${dueOn}`, level, text, basis, atOnce: rung === 0 }]
}

/** 协办 that were not answered by their day. */
async function overdueCalls(
  t: Tx,
  ctx: Context,
  agencyId: string,
): Promise<ReadonlyMap<string, readonly Due[]>> {
  const rows = await t
    .selectFrom('record_call')
    .select(['request_id', 'call_id', 'unit', 'respond_by'])
    .where('agency_id', '=', agencyId)
    .where('answered_on', 'is', null)
    .where('respond_by', '<', ctx.today)
    .execute()
  const due = rows.map(({ request_id, call_id, unit, respond_by }) => {
    const text = `${unit}没有在${respond_by}前答复协办函，请催办`
    return {
      requestId: request_id,
      code: `call-overdue-${call_id}`,
      level: 'soon' as const,
      text,
      basis: cite('regulation', 33),
    }
  })
  return Map.groupBy(due, ({ requestId }) => requestId)
}

/** 待办事项 whose day has come, for whom they are. */
async function dueTasks(
  t: Tx,
  ctx: Context,
  agencyId: string,
): Promise<ReadonlyMap<string, readonly (Due & Readonly<{ staffId: string }>)[]>> {
  const rows = await t
    .selectFrom('request_task')
    .select(['request_id', 'task_id', 'what', 'staff_id', 'due_on'])
    .where('agency_id', '=', agencyId)
    .where('done_at', 'is', null)
    .where('due_on', '<=', ctx.today)
    .execute()
  const due = rows.map(({ request_id, task_id, what, staff_id, due_on }) => ({
    requestId: request_id,
    staffId: staff_id,
    code: `task-due-${task_id}`,
    level: 'soon' as const,
    text: `待办“${what}”应当在${due_on}前办好`,
    basis: cite('regulation', 33),
  }))
  return Map.groupBy(due, ({ requestId }) => requestId)
}

async function tell(
  t: Tx,
  ctx: Context,
  agencyId: string,
  requestId: string,
  staffId: string,
  { code, level, text, basis }: Due,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await t
    .insertInto('staff_reminder')
    .values({
      agency_id: agencyId,
      reminder_id: newId(),
      staff_id: staffId,
      request_id: requestId,
      code,
      level,
      text,
      basis: citationText(basis),
      made_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'staff_id', 'request_id', 'code']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

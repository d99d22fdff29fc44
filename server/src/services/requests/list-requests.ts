import {
  type ApplicantClass,
  type Channel,
  foldRequest,
  isPlainDate,
  type OutcomeCode,
  type PlainDate,
  parsePlainDate,
  REQUEST_STATES,
  type RequestState,
  readToday,
} from '@mingfu/law'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Database } from '../../db/rows.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { maskedName } from './applicant.ts'
import { readHistories } from './event-store.ts'
import { readable } from './reading/readable-cases.ts'
import { readRequestSettings } from './request-settings.ts'
import { askedOf } from './wish.ts'

/** 办理进度 by what is left to do: 在办, 已送达待归档, 已办结. */
export type RequestGroup = 'open' | 'served' | 'ended' | 'all'

export type ListRequests = Readonly<{
  agencyId: string
  group: RequestGroup
  state?: RequestState
  /** Past the deadline, or within five working days of it. */
  due?: 'overdue' | 'soon'
  handlerId?: string
  /** With something to do for this person. */
  taskOf?: string
  channel?: Channel
  applicantClass?: ApplicantClass
  outcome?: OutcomeCode
  /** Days of receipt, both included. */
  from?: PlainDate
  to?: PlainDate
  /** A part of the number or of what was asked. */
  text?: string
  /** Where the page before ended. */
  after?: string
  limit: number
}>

export type RequestLine = Readonly<{
  requestId: string
  number: string
  channel: Channel
  applicantClass: ApplicantClass
  applicant: string
  asked: string
  state: RequestState
  outcome: OutcomeCode | null
  receivedOn: PlainDate | null
  dueOn: PlainDate | null
  provisional: boolean
  /** Negative past the deadline; `null` while nothing runs. */
  workingDaysLeft: number | null
  handler: string | null
  /** 待办事项 that are not done, and the day of the first of them. */
  openTasks: number
  taskDueOn: PlainDate | null
  version: number
}>

export type RequestPage = Readonly<{ lines: readonly RequestLine[]; next: string | null }>

const NO_DEADLINE = '9999-12-31'

/** 申请列表: what is due first comes first; ended cases newest first. Overdue is reckoned, never stored. */
export async function listRequests(ctx: Context, input: ListRequests): Promise<RequestPage> {
  allow(ctx.actor, 'read-requests')
  return tx(ctx, async (t) => {
    const rows = await page(t, ctx, input).execute()
    const shown = rows.slice(0, input.limit)
    const left = await workingDaysLeftOf(t, ctx, input.agencyId, shown)
    const last = rows.length > input.limit ? shown.at(-1) : undefined
    return {
      lines: shown.map((row) => lineOf(ctx, row, left.get(row.request_id) ?? null)),
      next: last === undefined ? null : `${byDue(input.group) ? last.due : last.received}.${last.request_id}`,
    }
  })
}

/** The states of a group, and with them the order it is read in. */
export function statesOf(group: RequestGroup): readonly RequestState[] {
  const states = Object.keys(REQUEST_STATES) as RequestState[]
  if (group === 'all') return states
  if (group === 'served') return ['served']
  return states.filter(
    (state) => state !== 'served' && REQUEST_STATES[state].terminal === (group === 'ended'),
  )
}

function byDue(group: RequestGroup): boolean {
  return group === 'open' || group === 'served'
}

function page(t: Tx, ctx: Context, input: ListRequests) {
  const due = sql<string>`coalesce(request.due_on, ${NO_DEADLINE}::date)`
  const received = sql<string>`coalesce(request.received_on, (request.created_at at time zone 'Asia/Shanghai')::date)`
  const states = input.state === undefined ? statesOf(input.group) : [input.state]
  let query = t
    .selectFrom('request')
    .innerJoin('applicant', (join) =>
      join
        .onRef('applicant.agency_id', '=', 'request.agency_id')
        .onRef('applicant.request_id', '=', 'request.request_id'),
    )
    .leftJoin('staff', (join) =>
      join
        .onRef('staff.agency_id', '=', 'request.agency_id')
        .onRef('staff.staff_id', '=', 'request.handler_id'),
    )
    .select([
      'request.request_id',
      'request.number',
      'request.channel',
      'request.applicant_kind',
      'request.applicant_class',
      'request.description',
      'request.info_title',
      'request.info_document_number',
      'request.info_index_number',
      'request.state',
      'request.outcome',
      'request.received_on',
      'request.due_on',
      'request.due_is_provisional',
      'request.version',
      'applicant.name_sealed',
      'staff.name as handler',
      due.as('due'),
      openTasks(t)
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .as('open_tasks'),
      openTasks(t)
        .select(({ fn }) => fn.min<string | null>('request_task.due_on').as('first'))
        .as('task_due_on'),
      received.as('received'),
    ])
    .where('request.agency_id', '=', input.agencyId)
    .where('request.set_aside_at', 'is', null)
    .where('request.state', 'in', states)
    .where(readable(ctx))
    .limit(input.limit + 1)

  if (input.handlerId !== undefined)
    query = query.where('request.handler_id', 'in', handledBy(t, ctx, input.agencyId, input.handlerId))
  if (input.taskOf !== undefined) {
    const people = handledBy(t, ctx, input.agencyId, input.taskOf)
    query = query.where(({ exists }) =>
      exists(openTasks(t).select('request_task.task_id').where('request_task.staff_id', 'in', people)),
    )
  }
  if (input.channel !== undefined) query = query.where('request.channel', '=', input.channel)
  if (input.applicantClass !== undefined)
    query = query.where('request.applicant_class', '=', input.applicantClass)
  if (input.outcome !== undefined) query = query.where('request.outcome', '=', input.outcome)
  if (input.from !== undefined) query = query.where('request.received_on', '>=', input.from)
  if (input.to !== undefined) query = query.where('request.received_on', '<=', input.to)
  if (input.text !== undefined && input.text.trim() !== '')
    query = query.where((eb) => mentions(eb, input.text ?? ''))
  if (input.due !== undefined) query = query.where((eb) => dueIs(eb, ctx, input.due ?? 'soon'))
  const from = input.after === undefined ? undefined : fromCursor(input.after)
  if (byDue(input.group)) {
    if (from)
      query = query.where(sql<boolean>`(${due}, request.request_id) > (${from.on}::date, ${from.id}::uuid)`)
    return query.orderBy(due).orderBy('request.request_id')
  }
  if (from)
    query = query.where(
      sql<boolean>`(${received}, request.request_id) < (${from.on}::date, ${from.id}::uuid)`,
    )
  return query.orderBy(received, 'desc').orderBy('request.request_id', 'desc')
}

/** 待办事项 of the case that the row around it stands for. */
function openTasks(t: Tx) {
  return t
    .selectFrom('request_task')
    .whereRef('request_task.agency_id', '=', sql.ref('request.agency_id'))
    .whereRef('request_task.request_id', '=', sql.ref('request.request_id'))
    .where('request_task.done_at', 'is', null)
}

/** 经办的: somebody's own cases, and those of whom he stands in for today. */
export function handledBy(t: Tx, ctx: Context, agencyId: string, staffId: string) {
  return t
    .selectFrom('staff')
    .select('staff.staff_id')
    .where('staff.agency_id', '=', agencyId)
    .where((eb) =>
      eb.or([
        eb('staff.staff_id', '=', staffId),
        eb.exists(
          eb
            .selectFrom('staff_absence')
            .select('staff_absence.absence_id')
            .where('staff_absence.agency_id', '=', agencyId)
            .where('staff_absence.deputy_id', '=', staffId)
            .where('staff_absence.from_on', '<=', ctx.today)
            .where('staff_absence.to_on', '>=', ctx.today)
            .where('staff_absence.cancelled_at', 'is', null)
            .whereRef('staff_absence.staff_id', '=', 'staff.staff_id'),
        ),
      ]),
    )
}

/** A part of the number, or of anything the applicant wrote to say what is asked. */
function mentions(eb: ExpressionBuilder<Database, 'request'>, text: string) {
  const pattern = `%${text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return eb.or([
    eb('request.number', 'ilike', pattern),
    eb('request.description', 'ilike', pattern),
    eb('request.info_title', 'ilike', pattern),
    eb('request.info_document_number', 'ilike', pattern),
  ])
}

const SOON = 5

function dueIs(eb: ExpressionBuilder<Database, 'request'>, ctx: Context, due: 'overdue' | 'soon') {
  const running = eb('request.state', 'in', statesOf('open'))
  if (due === 'overdue') return eb.and([running, eb('request.due_on', '<', ctx.today)])
  const soon = ctx.calendar.addWorkingDays(ctx.today, SOON)
  return eb.and([running, eb('request.due_on', '>=', ctx.today), eb('request.due_on', '<=', soon)])
}

type Row = Awaited<ReturnType<ReturnType<typeof page>['execute']>>[number]

function lineOf(ctx: Context, row: Row, workingDaysLeft: number | null): RequestLine {
  return {
    requestId: row.request_id,
    number: row.number,
    channel: row.channel as Channel,
    applicantClass: (row.applicant_class ?? 'other-org') as ApplicantClass,
    applicant: maskedName(ctx.seal, row.applicant_kind as 'person' | 'organisation', row.name_sealed),
    asked: askedOf({
      description: row.description,
      infoTitle: row.info_title ?? '',
      infoDocumentNumber: row.info_document_number ?? '',
      infoIndexNumber: row.info_index_number ?? '',
    }),
    state: row.state as RequestState,
    outcome: row.outcome as OutcomeCode | null,
    receivedOn: row.received_on === null ? null : parsePlainDate(row.received_on),
    dueOn: row.due_on === null ? null : parsePlainDate(row.due_on),
    provisional: row.due_is_provisional,
    workingDaysLeft,
    handler: row.handler,
    openTasks: Number(row.open_tasks ?? 0),
    taskDueOn: row.task_due_on === null ? null : parsePlainDate(row.task_due_on),
    version: row.version,
  }
}

/** Days that are not counted stand in the events, so the cases shown are read again; there are few on a page. */
async function workingDaysLeftOf(
  t: Tx,
  ctx: Context,
  agencyId: string,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, number | null>> {
  const open = statesOf('open')
  const ids = rows
    .filter((row) => row.due_on !== null && open.includes(row.state as RequestState))
    .map((row) => row.request_id)
  const histories = await readHistories(t, agencyId, ids)
  const settings = await readRequestSettings(t, agencyId)
  return new Map(
    [...histories].map(([id, events]) => {
      const { clock } = foldRequest(events, ctx.calendar, settings)
      return [id, readToday(clock, ctx.today, ctx.calendar).workingDaysLeft]
    }),
  )
}

/** The page before ended on a day, at a case. A mark that somebody made up begins at the beginning. */
function fromCursor(mark: string): { on: string; id: string } | undefined {
  const [on = '', id = ''] = mark.split('.')
  return isPlainDate(on) && UUID.test(id) ? { on, id } : undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

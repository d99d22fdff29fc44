import { movedDeadlines, type OpenCase, type PlainDate, type WorkingCalendar } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { readHistories } from './event-store.ts'
import { statesOf } from './list-requests.ts'
import { readRequestSettings } from './request-settings.ts'

/** A deadline that would move; no word of whose request it is. */
export type DeadlineToMove = Readonly<{
  agencyName: string
  number: string
  from: PlainDate | null
  to: PlainDate | null
}>

export type PreviewDeadlines = Readonly<{
  /** The first day that is another than before: what falls due earlier stays. */
  since: PlainDate
  calendarAfter(agencyId: string): WorkingCalendar
}>

/** 期限变动清单: the open requests of every agency whose last day another calendar would move. Writes nothing. */
export async function previewDeadlines(ctx: Context, input: PreviewDeadlines): Promise<DeadlineToMove[]> {
  allow(ctx.actor, 'manage-agency')
  return tx({ db: ctx.db, scope: 'all' }, async (t) => {
    const agencies = await t
      .selectFrom('agency')
      .select(['agency_id', 'name'])
      .where('is_active', '=', true)
      .orderBy('path')
      .execute()
    const moved: DeadlineToMove[] = []
    for (const { agency_id: agencyId, name: agencyName } of agencies) {
      const cases = await openCases(t, agencyId, input.since)
      const [before, after] = [ctx.calendarOf(agencyId), input.calendarAfter(agencyId)]
      for (const { key: number, from, to } of movedDeadlines(cases, before, after)) {
        if (from !== to) moved.push({ agencyName, number, from, to })
      }
    }
    return moved
  })
}

async function openCases(t: Tx, agencyId: string, since: PlainDate): Promise<readonly OpenCase<string>[]> {
  const settings = await readRequestSettings(t, agencyId)
  const rows = await t
    .selectFrom('request')
    .select(['request_id', 'number'])
    .where('agency_id', '=', agencyId)
    .where('state', 'in', statesOf('open'))
    .where('due_on', '>=', since)
    .where('set_aside_at', 'is', null)
    .orderBy('due_on')
    .orderBy('number')
    .execute()
  const histories = await readHistories(
    t,
    agencyId,
    rows.map(({ request_id }) => request_id),
  )
  return rows.map(({ request_id, number }) => ({
    key: number,
    events: histories.get(request_id) ?? [],
    settings,
  }))
}

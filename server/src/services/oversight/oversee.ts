import { sql } from 'kysely'
import { tx } from '../../db/transaction.ts'
import { allow } from '../allow.ts'
import type { Context } from '../context.ts'
import { statesOf } from '../requests/list-requests.ts'
import { agenciesBelow, overWalls, type Supervised } from './below.ts'

/** 下级机关办理情况: counts only; no applicant and no text of an application. */
export type AgencyStanding = Supervised &
  Readonly<{
    received: number
    open: number
    overdue: number
    concluded: number
    /** Of the concluded with a limit, how many were in time. */
    inTime: number
    disputes: number
    corrected: number
    openOrders: number
    /** The annual report of the year before. */
    reportState: 'none' | 'draft' | 'published'
  }>

/** 监督总览 of a year, as of today. */
export async function oversee(
  ctx: Context,
  { agencyId, year }: Readonly<{ agencyId: string; year: number }>,
): Promise<readonly AgencyStanding[]> {
  allow(ctx.actor, 'supervise')
  return tx(overWalls(ctx), async (t) => {
    const below = await agenciesBelow(t, agencyId)
    if (below.length === 0) return []
    const [from, until] = [`${year}-01-01`, `${year}-12-31`]
    const { rows } = await sql<Omit<AgencyStanding, keyof Supervised> & { agencyId: string }>`
      select a.agency_id as "agencyId",
        coalesce(r.received, 0) as received, coalesce(r.open, 0) as open, coalesce(r.overdue, 0) as overdue,
        coalesce(r.concluded, 0) as concluded, coalesce(r.in_time, 0) as "inTime",
        coalesce(d.disputes, 0) as disputes, coalesce(d.corrected, 0) as corrected,
        coalesce(o.open_orders, 0) as "openOrders",
        coalesce((select state from annual_report p where p.agency_id = a.agency_id and p.year = ${year - 1}), 'none') as "reportState"
      from agency a
      left join (
        select agency_id,
          count(*) filter (where received_on between ${from} and ${until})::int as received,
          count(*) filter (where state = any (${statesOf('open')}))::int as open,
          count(*) filter (where state = any (${statesOf('open')}) and due_on < ${ctx.today})::int as overdue,
          count(*) filter (where result_on between ${from} and ${until})::int as concluded,
          count(*) filter (where result_on between ${from} and ${until} and coalesce(served_on, result_on) <= coalesce(due_on, result_on))::int as in_time
        from request where agency_id = any (${below.map((one) => one.agencyId)}) and set_aside_at is null group by agency_id
      ) r on r.agency_id = a.agency_id
      left join (
        select agency_id,
          count(*) filter (where filed_on <= ${until} and coalesce(concluded_on, ${until}) >= ${from})::int as disputes,
          count(*) filter (where outcome = 'corrected' and concluded_on between ${from} and ${until})::int as corrected
        from dispute where role = 'original' group by agency_id
      ) d on d.agency_id = a.agency_id
      left join (
        select to_agency_id, count(*) filter (where settled_on is null)::int as open_orders
        from supervision_order where agency_id = ${agencyId} group by to_agency_id
      ) o on o.to_agency_id = a.agency_id
      where a.agency_id = any (${below.map((one) => one.agencyId)})
    `.execute(t)
    const standings = new Map(rows.map((row) => [row.agencyId, row]))
    return below.flatMap(({ agencyId: id, name, shortName }) => {
      const standing = standings.get(id)
      return standing === undefined ? [] : [{ ...standing, agencyId: id, name, shortName }]
    })
  })
}

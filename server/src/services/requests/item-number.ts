import type { CountingPractice, PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { StoredRequest } from './request-store.ts'

/**
 * 当月第几件: the running number of a request among the same applicant's of the calendar month it was received in.
 * Where every item of a paper counts as a case, the fee counts the same way (CR-07).
 */
export async function itemNumberInMonth(
  tx: Tx,
  { severalItems }: CountingPractice,
  { agencyId, requestId, receivedOn }: Pick<StoredRequest, 'agencyId' | 'requestId' | 'receivedOn'>,
): Promise<number> {
  if (receivedOn === null) return 1
  const counted =
    severalItems === 'one-case' ? sql`1` : sql`greatest(1, coalesce(cardinality(request.result_items), 1))`
  const { same } = await tx
    .selectFrom('applicant as mine')
    .innerJoin('applicant', (join) =>
      join
        .onRef('applicant.agency_id', '=', 'mine.agency_id')
        .onRef('applicant.identity_index', '=', 'mine.identity_index'),
    )
    .innerJoin('request', (join) =>
      join
        .onRef('request.agency_id', '=', 'applicant.agency_id')
        .onRef('request.request_id', '=', 'applicant.request_id'),
    )
    .select(sql<number>`sum(${counted})::int`.as('same'))
    .where('mine.agency_id', '=', agencyId)
    .where('mine.request_id', '=', requestId)
    .where('request.set_aside_at', 'is', null)
    .where('request.received_on', '>=', monthOf(receivedOn))
    .where(({ eb, and, or }) =>
      or([
        eb('request.received_on', '<', receivedOn),
        and([eb('request.received_on', '=', receivedOn), eb('request.request_id', '<=', requestId)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  // An applicant whose identity is not known yet stands alone.
  return Math.max(1, same)
}

function monthOf(on: PlainDate): string {
  return `${on.slice(0, 8)}01`
}

import {
  type ApplicationFact,
  type CountingPractice,
  type DecidedItem,
  factsOfCase,
  type PlainDate,
  parsePlainDate,
} from '@mingfu/law'
import type { Tx } from '../../db/database.ts'

/**
 * 表三的案卷: every request received, as the annual report counts it. The row keeps both days and every item of the
 * first result, so that a change of practice needs nothing computed again (CR-02, CR-07). A paper that counts by
 * items stands several times under its one id.
 */
export async function caseFacts(
  tx: Tx,
  agencyId: string,
  practice: CountingPractice,
): Promise<readonly ApplicationFact[]> {
  const rows = await tx
    .selectFrom('request')
    .select([
      'request_id',
      'applicant_class',
      'received_on',
      'result_on',
      'result_served_on',
      'result_outcome',
      'result_items',
    ])
    .where('agency_id', '=', agencyId)
    .where('received_on', 'is not', null)
    .where('set_aside_at', 'is', null)
    .orderBy('received_on')
    .orderBy('request_id')
    .execute()
  return rows.flatMap((row) => {
    if (row.received_on === null) return []
    const facts = factsOfCase(
      {
        id: row.request_id,
        applicants: [(row.applicant_class ?? 'other-org') as ApplicationFact['applicantClass']],
        receivedOn: parsePlainDate(row.received_on),
        conclusions: row.result_on === null ? [] : [conclusionOf(row, parsePlainDate(row.result_on))],
      },
      practice,
    )
    return facts.map((fact) => ({ ...fact, id: row.request_id }))
  })
}

function conclusionOf(
  row: Readonly<{
    result_served_on: string | null
    result_outcome: string | null
    result_items: string[] | null
  }>,
  decidedOn: PlainDate,
) {
  const main = row.result_outcome as DecidedItem['outcome']
  const items = row.result_items ?? [main]
  return {
    kind: 'decided',
    decidedOn,
    servedOn: row.result_served_on === null ? null : parsePlainDate(row.result_served_on),
    items: items.map((outcome) => ({ outcome: outcome as DecidedItem['outcome'] })),
    main,
  } as const
}

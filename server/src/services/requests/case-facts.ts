import { type ApplicationFact, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'

/** 表三的案卷: every request received, as the annual report counts it; the result is the first, by the platform's practice. */
export async function caseFacts(tx: Tx, agencyId: string): Promise<readonly ApplicationFact[]> {
  const rows = await tx
    .selectFrom('request')
    .select(['request_id', 'applicant_class', 'received_on', 'result_on', 'result_outcome'])
    .where('agency_id', '=', agencyId)
    .where('received_on', 'is not', null)
    .orderBy('received_on')
    .orderBy('request_id')
    .execute()
  return rows.flatMap((row) => {
    if (row.received_on === null) return []
    return {
      id: row.request_id,
      applicantClass: (row.applicant_class ?? 'other-org') as ApplicationFact['applicantClass'],
      receivedOn: parsePlainDate(row.received_on),
      concludedOn: row.result_on === null ? null : parsePlainDate(row.result_on),
      outcome: row.result_outcome as ApplicationFact['outcome'],
    }
  })
}

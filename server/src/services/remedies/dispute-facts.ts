import { type DisputeFact, parsePlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { readDisputes } from './dispute-store.ts'

/** The disputes of an agency as dated facts, for table four of the annual report. */
export async function disputeFacts(tx: Tx, agencyId: string): Promise<readonly DisputeFact[]> {
  const disputes = await readDisputes(tx, agencyId)
  return disputes.map(({ disputeId, block, filedOn, concludedOn, outcome, role }) => ({
    id: disputeId,
    block,
    filedOn: parsePlainDate(filedOn),
    concludedOn: concludedOn === null ? null : parsePlainDate(concludedOn),
    outcome,
    role,
  }))
}

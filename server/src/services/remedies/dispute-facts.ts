import type { DisputeFact } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { readDisputes } from './dispute-store.ts'

/** 表四的案件: every dispute of an agency as dated facts. */
export async function disputeFacts(tx: Tx, agencyId: string): Promise<readonly DisputeFact[]> {
  const disputes = await readDisputes(tx, agencyId)
  return disputes.map(({ id, block, filedOn, concludedOn, outcome, role, caseId }) => ({
    id,
    block,
    filedOn,
    concludedOn,
    outcome,
    role,
    ...(caseId === undefined ? {} : { caseId }),
  }))
}

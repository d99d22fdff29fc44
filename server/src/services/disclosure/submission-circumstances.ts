import type { Db, Tx } from '../../db/database.ts'
import { getAgency } from '../agencies/find-agency.ts'
import { findColumnLimit } from './column-limit.ts'
import type { StoredDocument } from './document-store.ts'
import type { Circumstances } from './submission-faults.ts'

/** What a document is judged by besides its content: its column, its organ, and whether it corrects another. */
export async function submissionCircumstances(db: Db | Tx, document: StoredDocument): Promise<Circumstances> {
  const { agencyId, content, correctsId } = document
  const { orgType } = await getAgency(db, agencyId)
  return {
    isCorrection: correctsId !== null,
    column: await findColumnLimit(db, agencyId, content.nodeId),
    level: orgType === 'township' ? 'town' : 'city-county',
  }
}

import { availableEvents, type RequestState } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { readRequest } from './request-store.ts'
import { askedOf } from './wish.ts'

/** What another area needs of a request to go on from it. */
export async function findRequestLine(tx: Tx, agencyId: string, requestId: string) {
  const request = await readRequest(tx, agencyId, requestId)
  return {
    number: request.number,
    version: request.version,
    asked: askedOf(request),
    mayBeOrderedAgain: (state: RequestState) => availableEvents(state).includes('ordered-again'),
  }
}

import type { RequestEvent } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { readHistories } from './event-store.ts'

/** 办理经过 of several requests, for areas that judge them together. */
export function historiesOf(
  tx: Tx,
  agencyId: string,
  requestIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RequestEvent[]>> {
  return readHistories(tx, agencyId, [...new Set(requestIds)])
}

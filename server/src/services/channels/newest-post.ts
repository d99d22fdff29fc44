import type { PlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import { newestPublishedOn } from './channel-post-store.ts'

/** When an organ last posted on its official account, as the receipts say; null where it never did. */
export function newestPostOn(t: Tx, agencyId: string): Promise<PlainDate | null> {
  return newestPublishedOn(t, agencyId)
}

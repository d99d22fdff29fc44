import { STANDARD_WORDINGS } from '@mingfu/screening'
import { tx } from '../../db/transaction.ts'
import type { Context } from '../context.ts'
import { allowOwnAgency } from './own-lists.ts'
import type { ScreeningEntry } from './screening-entry.ts'
import { readEntries } from './screening-entry-store.ts'

/** 检查词表和名单 of the office, beside the standard words. */
export async function listScreeningEntries(
  ctx: Context,
  { agencyId }: Readonly<{ agencyId: string }>,
): Promise<readonly ScreeningEntry[]> {
  allowOwnAgency(ctx, 'read-documents', agencyId)
  return tx(ctx, (t) => readEntries(t, agencyId))
}

/** How many words every office starts with. */
export function standardWordingCount(): number {
  return STANDARD_WORDINGS.length
}

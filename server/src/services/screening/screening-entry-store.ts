import type { PlainDate } from '@mingfu/law'
import type { Tx } from '../../db/database.ts'
import type { ScreeningEntry, ScreeningEntryKind } from './screening-entry.ts'

/** The entries of an agency that hold, by kind and words. */
export async function readEntries(tx: Tx, agencyId: string): Promise<readonly ScreeningEntry[]> {
  const rows = await tx
    .selectFrom('screening_entry')
    .select([
      'entry_id',
      'kind',
      'words',
      'right_words',
      'valid_from',
      'valid_to',
      'note',
      'added_at',
      'added_name',
    ])
    .where('agency_id', '=', agencyId)
    .where('removed_at', 'is', null)
    .orderBy('kind')
    .orderBy('words')
    .orderBy('entry_id')
    .execute()
  return rows.map((row) => ({
    entryId: row.entry_id,
    kind: row.kind as ScreeningEntryKind,
    words: row.words,
    right: row.right_words,
    from: row.valid_from as PlainDate | null,
    to: row.valid_to as PlainDate | null,
    note: row.note,
    addedAt: row.added_at,
    addedBy: row.added_name,
  }))
}

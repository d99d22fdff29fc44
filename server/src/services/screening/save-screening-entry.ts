import type { PlainDate } from '@mingfu/law'
import { enqueue } from '../../db/enqueue.ts'
import { newId } from '../../db/new-id.ts'
import { tx } from '../../db/transaction.ts'
import { Invalid } from '../../errors.ts'
import { recordAudit } from '../audit.ts'
import { actorId, actorName, type Context } from '../context.ts'
import { allowOwnAgency } from './own-lists.ts'
import { SCREENING_ENTRY_KINDS, type ScreeningEntryKind } from './screening-entry.ts'
import { readEntries } from './screening-entry-store.ts'

export type SaveScreeningEntry = Readonly<{
  agencyId: string
  kind: ScreeningEntryKind
  words: string
  /** What to write in its stead; for a leader, the office. */
  right: string | null
  from: PlainDate | null
  to: PlainDate | null
  note: string
}>

/** 登记词条: holds from now on, and what is published is looked at again. */
export async function saveScreeningEntry(
  ctx: Context,
  { agencyId, kind, words: given, right, from, to, note }: SaveScreeningEntry,
): Promise<{ entryId: string }> {
  allowOwnAgency(ctx, 'edit-screening-lists', agencyId)
  const words = given.normalize('NFC').trim()
  const rightWords = right?.trim() || null
  if ([...words].length < 2) throw new Invalid('词语至少两个字，一个字会处处命中', { words: '至少两个字' })
  if (kind === 'leader' && rightWords === null)
    throw new Invalid('请填写这位领导的职务', { right: '请填写职务' })
  if (kind === 'allowed' && note.trim() === '')
    throw new Invalid('请写明不作为问题的理由，如“值班手机，已公开”', { note: '请写明理由' })
  if (from !== null && to !== null && to < from)
    throw new Invalid('截止日期早于起始日期，请核对', { to: '早于起始日期' })
  return tx(ctx, async (t) => {
    const same = (await readEntries(t, agencyId)).find(
      (entry) => entry.kind === kind && entry.words === words && entry.from === from,
    )
    if (same !== undefined) throw new Invalid(`词表中已经有“${words}”`, { words: '已经登记' })
    const entryId = newId()
    await t
      .insertInto('screening_entry')
      .values({
        agency_id: agencyId,
        entry_id: entryId,
        kind,
        words,
        right_words: rightWords,
        valid_from: from,
        valid_to: to,
        note: note.trim(),
        added_at: ctx.now,
        added_by: actorId(ctx.actor),
        added_name: actorName(ctx.actor),
      })
      .execute()
    await enqueue(t, 'rescreen-documents', { agencyId }, { once: agencyId })
    await recordAudit(t, ctx, {
      agencyId,
      action: 'save-screening-entry',
      objectKind: 'agency',
      objectId: agencyId,
      detail: { kind: SCREENING_ENTRY_KINDS[kind], entryId },
    })
    return { entryId }
  })
}

import { essence, similarityOfEssence } from '@mingfu/report'
import type { Tx } from '../../db/database.ts'
import type { BriefingItem } from './briefing-item.ts'

/** How many of the newest items are compared: a year of a busy office. */
const COMPARED = 2000

/** 新: the earlier item that this one is most like, by its words; figures do not count, for they change every month. */
export async function mostLike(
  t: Tx,
  { agencyId, itemId, body }: Pick<BriefingItem, 'agencyId' | 'itemId' | 'body'>,
): Promise<Readonly<{ itemId: string; likeness: number }> | null> {
  const rows = await t
    .selectFrom('briefing_item')
    .select(['item_id', 'submitted_body'])
    .where('agency_id', '=', agencyId)
    .where('item_id', '<>', itemId)
    .where('submitted_body', 'is not', null)
    .orderBy('submitted_at', 'desc')
    .limit(COMPARED)
    .execute()
  const own = essence(body)
  let most: { itemId: string; likeness: number } | null = null
  for (const { item_id, submitted_body } of rows) {
    const other = essence(submitted_body ?? '')
    const longest = Math.max(own.length, other.length)
    // Texts of very different length cannot be more alike than this.
    if (longest === 0 || Math.min(own.length, other.length) / longest < (most?.likeness ?? 0) / 2) continue
    const likeness = similarityOfEssence(own, other, most?.likeness ?? 0.2)
    if (likeness !== null && likeness > (most?.likeness ?? 0)) most = { itemId: item_id, likeness }
  }
  return most
}

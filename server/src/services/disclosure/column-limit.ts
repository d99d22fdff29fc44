import type { ContentKind } from '@mingfu/law'
import type { Db, Tx } from '../../db/database.ts'
import type { ColumnLimit } from './submission-faults.ts'

/** 专栏姓专: what a column may hold; null where there is no such column. */
export async function findColumnLimit(
  db: Db | Tx,
  agencyId: string,
  nodeId: string | null,
): Promise<ColumnLimit | null> {
  if (nodeId === null) return null
  const row = await db
    .selectFrom('catalogue_node')
    .select(['title', 'kinds'])
    .where('agency_id', '=', agencyId)
    .where('node_id', '=', nodeId)
    .executeTakeFirst()
  return row === undefined ? null : { title: row.title, kinds: row.kinds as ContentKind[] }
}

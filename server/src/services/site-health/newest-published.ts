import type { PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'

/** When an organ last published something that is still there. */
export async function newestPublishedOn(db: Db | Tx, agencyId: string): Promise<PlainDate | null> {
  const row = await db
    .selectFrom('document')
    .select(
      sql<PlainDate | null>`max((published_at at time zone 'Asia/Shanghai')::date)::text`.as('newest_on'),
    )
    .where('agency_id', '=', agencyId)
    .where('published_at', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row?.newest_on ?? null
}

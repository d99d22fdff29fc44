import { sql } from 'kysely'
import { nextNumber } from '../db/counter.ts'
import type { Db, Tx } from '../db/database.ts'

/** Something public of this agency changed: pages rendered before are dropped. Commits with its cause. */
export async function contentChanged(tx: Tx, agencyId: string): Promise<void> {
  await nextNumber(tx, agencyId, 0, 'content')
}

/** Rises with every public change of any agency; pages carry the version they were rendered at. */
export async function readContentVersion(db: Db): Promise<number> {
  const { version } = await db
    .selectFrom('counter')
    .select(sql<number>`coalesce(sum(value), 0)::int8`.as('version'))
    .where('kind', '=', 'content')
    .executeTakeFirstOrThrow()
  return version
}

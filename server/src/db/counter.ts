import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** The next number of a series (申请编号、索引号、文号): no gap, no repeat, because it commits with its use. */
export async function nextNumber(tx: Tx, agencyId: string, year: number, kind: string): Promise<number> {
  return (await takeNumbers(tx, agencyId, year, kind, 1)) + 1
}

/** Takes `count` numbers of a series at once, and answers the one before the first of them. */
export async function takeNumbers(
  tx: Tx,
  agencyId: string,
  year: number,
  kind: string,
  count: number,
): Promise<number> {
  const { value } = await tx
    .insertInto('counter')
    .values({ agency_id: agencyId, year, kind, value: count })
    .onConflict((conflict) =>
      conflict.columns(['agency_id', 'year', 'kind']).doUpdateSet({ value: sql`counter.value + ${count}` }),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return value - count
}

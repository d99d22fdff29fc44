import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'

const SHARE = 0.05
/** Below this many documents in a year its statistics say nothing. */
const ENOUGH = 2000
const BELIEVED_FOR = 10 * 60_000

const known = new WeakMap<Db, Readonly<{ words: Promise<ReadonlySet<string>>; readAt: number }>>()

/** Words that stand in more than one document of twenty, as PostgreSQL's own statistics know them. */
export function commonWords(db: Db, now: Date): Promise<ReadonlySet<string>> {
  const kept = known.get(db)
  if (kept !== undefined && now.getTime() - kept.readAt < BELIEVED_FOR) return kept.words
  const words = readCommonWords(db)
  known.set(db, { words, readAt: now.getTime() })
  words.catch(() => known.delete(db))
  return words
}

async function readCommonWords(db: Db): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ word: string }>`
    select distinct element.word
    from pg_stats
    join pg_class on pg_class.relname = pg_stats.tablename and pg_class.relnamespace = pg_stats.schemaname::regnamespace
    cross join lateral unnest(most_common_elems::text::text[], most_common_elem_freqs) as element (word, share)
    where pg_stats.tablename like 'document\\_search\\_%' and attname = 'words'
      and reltuples >= ${ENOUGH} and element.word is not null and element.share > ${SHARE}`.execute(db)
  return new Set(rows.map(({ word }) => word))
}

import { createHash } from 'node:crypto'
import type pg from 'pg'

/** 摘要: what ties an event of a request to the one before it, by both algorithms. */
export type EventLink = Readonly<{ sha256: string; sm3: string }>

/** An event as its row has it; `recorded_at` in ISO 8601 with milliseconds, UTC. */
export type LinkedEvent = Readonly<{
  agency_id: string
  request_id: string
  seq: number
  kind: string
  occurred_on: string
  recorded_at: string
  actor: string
  actor_id: string | null
  note: string | null
  facts: unknown
}>

const FIRST = '0'.repeat(64)
const ALGORITHMS = ['sha256', 'sm3'] as const

/**
 * The digest of an event over its fields in a fixed order, the digest of its content, and the digest before it. The
 * content goes in as a digest, so that a bundle may leave an inner opinion out and the chain can still be checked.
 */
export function linkOf(event: LinkedEvent, previous: EventLink | null): EventLink {
  const content = contentDigest(event)
  const [sha256, sm3] = ALGORITHMS.map((algorithm) =>
    createHash(algorithm)
      .update(
        JSON.stringify([
          event.agency_id,
          event.request_id,
          event.seq,
          event.kind,
          event.occurred_on,
          event.recorded_at,
          event.actor,
          event.actor_id,
          content[algorithm],
          previous?.[algorithm] ?? FIRST,
        ]),
      )
      .digest('hex'),
  )
  return { sha256: sha256 ?? '', sm3: sm3 ?? '' }
}

/** What an event says beyond its kind, day and author: its facts with keys sorted, and its remark. */
export function contentDigest({ note, facts }: Pick<LinkedEvent, 'note' | 'facts'>): EventLink {
  const text = JSON.stringify([note, sorted(facts)])
  const [sha256, sm3] = ALGORITHMS.map((algorithm) => createHash(algorithm).update(text).digest('hex'))
  return { sha256: sha256 ?? '', sm3: sm3 ?? '' }
}

/** The database keeps the keys of an object in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, of]) => of !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, of]) => [key, sorted(of)]),
  )
}

const REQUESTS_A_STEP = 500

/**
 * Links the histories that were written before there was a chain, as the schema's owner. A history that has any link
 * is left alone, so that nothing slipped in later is ever blessed by this.
 */
export async function linkOldHistories(owner: pg.ClientBase): Promise<number> {
  let linked = 0
  for (;;) {
    const { rows } = await owner.query<LinkedEvent>(
      `select agency_id, request_id, seq, kind, occurred_on::text, actor, actor_id, note, facts,
              to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as recorded_at
       from request_event
       where (agency_id, request_id) in (
         select agency_id, request_id from request_event
         group by agency_id, request_id having count(sha256) = 0 limit ${REQUESTS_A_STEP})
       order by agency_id, request_id, seq`,
    )
    if (rows.length === 0) return linked
    let previous: EventLink | null = null
    for (const row of rows) {
      previous = linkOf(row, row.seq === 1 ? null : previous)
      await owner.query(
        'update request_event set sha256 = $4, sm3 = $5 where agency_id = $1 and request_id = $2 and seq = $3',
        [row.agency_id, row.request_id, row.seq, previous.sha256, previous.sm3],
      )
    }
    linked += rows.length
  }
}

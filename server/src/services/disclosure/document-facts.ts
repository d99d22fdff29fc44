import { addDays, type DocumentFact, type PlainDate } from '@mingfu/law'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** Regulations and normative documents of an agency as table two of the annual report counts them. */
export async function documentFacts(tx: Tx, agencyId: string): Promise<readonly DocumentFact[]> {
  const rows = await tx
    .selectFrom('document')
    .select(['document_id', 'kind', 'written_on', 'validity', 'validity_changed_on', 'expires_on'])
    .select(sql<PlainDate | null>`(published_at at time zone 'Asia/Shanghai')::date`.as('published_on'))
    .where('agency_id', '=', agencyId)
    .where('kind', 'in', ['regulation', 'normative'])
    // Signed and not taken down: a draft has not been issued, and what was withdrawn was an error.
    .where('state', 'in', ['approved', 'published'])
    .where('corrects_id', 'is', null)
    .orderBy('written_on')
    .orderBy('document_id')
    .execute()
  return rows.map((row) => ({
    id: row.document_id,
    kind: row.kind as DocumentFact['kind'],
    issuedOn: row.written_on as PlainDate,
    publishedOn: row.published_on,
    repealedOn: row.validity === 'repealed' ? (row.validity_changed_on as PlainDate | null) : null,
    lapsedOn: lapsedOn(row),
  }))
}

/** 有效期届满: the day after the last day on which it applied, also when nobody has marked it yet. */
function lapsedOn(row: { validity: string; validity_changed_on: string | null; expires_on: string | null }) {
  if (row.validity === 'expired' && row.validity_changed_on !== null)
    return row.validity_changed_on as PlainDate
  return row.expires_on === null ? null : addDays(row.expires_on as PlainDate, 1)
}

import { DOCUMENT_RELATIONS, type RelationKind, type ValidityState } from '@mingfu/law'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/database.ts'

/** 有效性待核定: a document whose mark rests on one that was taken off the site, and nobody has said what now holds. */
export type ValidityQuestion = Readonly<{
  documentId: string
  title: string
  validity: ValidityState
  kind: RelationKind
  fromId: string
  newerTitle: string
  newerIndexNumber: string
  withdrawnAt: Date
}>

/** Of an agency, or of one of its documents. */
export async function openValidityQuestions(
  db: Db | Tx,
  agencyId: string,
  documentId?: string,
): Promise<readonly ValidityQuestion[]> {
  const rows = await db
    .selectFrom('document_relation as relation')
    .innerJoin('document as newer', (join) =>
      join
        .onRef('newer.agency_id', '=', 'relation.agency_id')
        .onRef('newer.document_id', '=', 'relation.from_id'),
    )
    .innerJoin('document as older', (join) =>
      join
        .onRef('older.agency_id', '=', 'relation.agency_id')
        .onRef('older.document_id', '=', 'relation.to_id'),
    )
    .select(['relation.kind', 'relation.from_id', 'older.document_id', 'older.title', 'older.validity'])
    .select(['newer.title as newer_title', 'newer.index_number', 'newer.withdrawn_at'])
    .where('relation.agency_id', '=', agencyId)
    .$if(documentId !== undefined, (query) => query.where('relation.to_id', '=', documentId ?? ''))
    .where('older.state', '=', 'published')
    .where('newer.state', '<>', 'published')
    .where('newer.withdrawn_at', 'is not', null)
    .where(sql<boolean>`(relation.settled_at is null or relation.settled_at < newer.withdrawn_at)`)
    .orderBy('newer.withdrawn_at')
    .execute()
  return rows.flatMap((row) => {
    const kind = row.kind as RelationKind
    if (DOCUMENT_RELATIONS[kind].makes !== row.validity || row.withdrawn_at === null) return []
    return [
      {
        documentId: row.document_id,
        title: row.title,
        validity: row.validity as ValidityState,
        kind,
        fromId: row.from_id,
        newerTitle: row.newer_title,
        newerIndexNumber: row.index_number ?? '',
        withdrawnAt: row.withdrawn_at,
      },
    ]
  })
}

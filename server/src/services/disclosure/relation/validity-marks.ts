import {
  DOCUMENT_RELATIONS,
  type PlainDate,
  type RelationKind,
  type ValidityMark,
  type ValidityState,
} from '@mingfu/law'
import type { Tx } from '../../../db/database.ts'
import { listDocumentEvents } from '../document-event-store.ts'

type On = Readonly<{ agencyId: string; documentId: string }>

/**
 * 有效性标记 of a document in the order of its history. A relation that never showed, because the document was
 * repealed already, stands first.
 */
export async function validityMarks(t: Tx, on: On): Promise<readonly ValidityMark[]> {
  const relations = await changingRelations(t, on)
  const byName = new Map(relations.map(({ fromId, name }) => [name, fromId]))
  const recorded = (await listDocumentEvents(t, on))
    .filter(({ kind }) => kind === 'validity-changed')
    .map(({ facts }) => ({
      validity: facts.validity as ValidityState,
      on: facts.on as PlainDate,
      // Early entries name the other document by its number or title only.
      by: typeof facts.fromId === 'string' ? facts.fromId : byName.get(String(facts.by)),
    }))
    .map(({ by, ...mark }) => ({ ...mark, from: by === undefined ? null : statementOf(by, mark.validity) }))
  const stated = relations.map(({ fromId, validity, on, published }) => ({
    published,
    mark: { validity, on, from: statementOf(fromId, validity) },
  }))
  const unseen = stated.filter(
    ({ published, mark }) => published && !recorded.some(({ from }) => from === mark.from),
  )
  return [...unseen.map(({ mark }) => mark), ...recorded]
}

/** What one document says of another: it may both amend and, later, repeal it. */
export function statementOf(fromId: string, validity: ValidityState): string {
  return `${fromId} ${validity}`
}

async function changingRelations(t: Tx, { agencyId, documentId }: On) {
  const rows = await t
    .selectFrom('document_relation as relation')
    .innerJoin('document as newer', (join) =>
      join
        .onRef('newer.agency_id', '=', 'relation.agency_id')
        .onRef('newer.document_id', '=', 'relation.from_id'),
    )
    .select(['relation.from_id', 'relation.kind', 'relation.effective_on'])
    .select(['newer.state', 'newer.title', 'newer.document_number'])
    .where('relation.agency_id', '=', agencyId)
    .where('relation.to_id', '=', documentId)
    .orderBy('relation.effective_on')
    .execute()
  return rows.flatMap((row) => {
    const validity: ValidityState | null = DOCUMENT_RELATIONS[row.kind as RelationKind].makes
    if (validity === null) return []
    return [
      {
        fromId: row.from_id,
        validity,
        on: row.effective_on as PlainDate,
        published: row.state === 'published',
        name: row.document_number ?? row.title,
      },
    ]
  })
}

import {
  type ContentForm,
  type ContentKind,
  formFields,
  formRows,
  formValue,
  type PlainDate,
} from '@mingfu/law'
import type { Db, Tx } from '../../../db/database.ts'

/** A document that a form names by its id. */
export type FormReference = Readonly<{
  documentId: string
  title: string
  documentNumber: string | null
  writtenOn: PlainDate
  digest: string
  published: boolean
}>

/** Ids of the documents that a form names, such as those that an issue of the gazette prints. */
export function referencedIds(kind: ContentKind, form: ContentForm): readonly string[] {
  const ids = formFields(kind).flatMap(([name, field]) => {
    if (field.type === 'document') return [formValue(form, name)]
    if (field.type !== 'rows') return []
    const columns = Object.entries(field.columns).filter(([, { type }]) => type === 'document')
    return formRows(form, name).flatMap((row) => columns.map(([column]) => row[column] ?? ''))
  })
  return [...new Set(ids)].filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
}

/** The organ's documents that a form names, in the order in which it names them. */
export async function findReferences(
  db: Db | Tx,
  agencyId: string,
  of: Readonly<{ kind: ContentKind; form: ContentForm }>,
): Promise<readonly FormReference[]> {
  const ids = referencedIds(of.kind, of.form)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('document')
    .select(['document_id', 'title', 'document_number', 'written_on', 'content_digest', 'state'])
    .where('agency_id', '=', agencyId)
    .where('document_id', 'in', ids)
    .execute()
  const found = new Map(rows.map((row) => [row.document_id, row]))
  return ids.flatMap((id) => {
    const row = found.get(id)
    if (row === undefined) return []
    return {
      documentId: id,
      title: row.title,
      documentNumber: row.document_number,
      writtenOn: row.written_on as PlainDate,
      digest: row.content_digest,
      published: row.state === 'published',
    }
  })
}

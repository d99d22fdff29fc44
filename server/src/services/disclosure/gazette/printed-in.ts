import { type ContentForm, formRows, formValue } from '@mingfu/law'
import { sql } from 'kysely'
import type { Db, Tx } from '../../../db/database.ts'

/** 刊登于: an issue of the gazette that prints a document. */
export type PrintedIn = Readonly<{
  documentId: string
  title: string
  year: string
  issueNumber: string
  page: string
}>

/** The published issues that print a document, newest first. */
export async function printedIn(
  db: Db | Tx,
  { agencyId, documentId }: Readonly<{ agencyId: string; documentId: string }>,
): Promise<readonly PrintedIn[]> {
  const rows = await db
    .selectFrom('document')
    .select(['document_id', 'title', 'form'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'gazette')
    .where('state', '=', 'published')
    .where(sql<boolean>`form @> ${JSON.stringify({ contents: [{ document: documentId }] })}::jsonb`)
    .orderBy('published_at', 'desc')
    .execute()
  return rows.map((row) => {
    const form = row.form as ContentForm
    return {
      documentId: row.document_id,
      title: row.title,
      year: formValue(form, 'gazetteYear'),
      issueNumber: formValue(form, 'issueNumber'),
      page: formRows(form, 'contents').find(({ document }) => document === documentId)?.page ?? '',
    }
  })
}

import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** A document as the static site knows it: where it lies and what hangs on it. */
export type SiteDocument = Readonly<{
  slug: string
  documentId: string
  title: string
  withdrawn: boolean
  files: readonly Readonly<{ fileId: string; title: string; name: string }>[]
  /** Pictures of the text. */
  pictures: readonly Readonly<{ fileId: string; name: string }>[]
}>

/** 静态发布的清单: every document that is or was public. */
export async function listSiteDocuments(ctx: Pick<Context, 'db'>): Promise<readonly SiteDocument[]> {
  const { rows } = await sql<{
    slug: string
    document_id: string
    title: string
    withdrawn: boolean
    files: SiteDocument['files']
    pictures: SiteDocument['pictures']
  }>`
    select agency.slug, d.document_id, d.title, d.withdrawn_at is not null as withdrawn,
      coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'title', f.title, 'name', s.name))
         from document_file f join file s using (agency_id, file_id)
        where f.agency_id = d.agency_id and f.document_id = d.document_id), '[]') as files,
      coalesce((select jsonb_agg(jsonb_build_object('fileId', p.file_id, 'name', s.name))
         from document_picture p join file s using (agency_id, file_id)
        where p.agency_id = d.agency_id and p.document_id = d.document_id), '[]') as pictures
    from document d join agency using (agency_id)
    where d.published_at is not null and (d.state = 'published' or d.withdrawn_at is not null)
    order by agency.slug, d.document_id`.execute(ctx.db)
  return rows.map(({ document_id: documentId, ...row }) => ({ ...row, documentId }))
}

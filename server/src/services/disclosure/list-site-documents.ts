import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** A document as the static site knows it: where it lies, what hangs on it, and what its pages were made of. */
export type SiteDocument = Readonly<{
  slug: string
  documentId: string
  title: string
  withdrawn: boolean
  /** Changes with every row that stands on the document's page: its own, its column's, its files', its relations'. */
  stamp: string
  files: readonly Readonly<{ fileId: string; title: string; name: string }>[]
}>

/** 静态发布的清单: every document that is or was public, with a stamp of all rows from which its page is rendered. */
export async function listSiteDocuments(
  ctx: Pick<Context, 'db' | 'today'>,
): Promise<readonly SiteDocument[]> {
  const { rows } = await sql<{
    slug: string
    document_id: string
    title: string
    withdrawn: boolean
    stamp: string
    files: SiteDocument['files']
  }>`
    select agency.slug, d.document_id, d.title, d.withdrawn_at is not null as withdrawn,
      md5(concat_ws('|', d::text, (d.expires_on < ${ctx.today}::date)::text,
        (select n::text from catalogue_node n where n.agency_id = d.agency_id and n.node_id = d.node_id),
        (select string_agg(f::text || s::text, '|' order by f.sort_order, f.file_id)
           from document_file f join file s using (agency_id, file_id)
          where f.agency_id = d.agency_id and f.document_id = d.document_id),
        (select string_agg(concat_ws('|', r::text, o.title, o.document_number, o.state, o.withdrawn_at),
                           '|' order by r.from_id, r.to_id, r.kind)
           from document_relation r
           join document o on o.agency_id = r.agency_id
            and o.document_id = case when r.from_id = d.document_id then r.to_id else r.from_id end
          where r.agency_id = d.agency_id and d.document_id in (r.from_id, r.to_id)),
        (select string_agg(concat_ws('|', g.title, g.form), '|' order by g.document_id)
           from document g
          where g.agency_id = d.agency_id and g.kind = 'gazette' and g.state = 'published'
            and g.form @> jsonb_build_object('contents',
              jsonb_build_array(jsonb_build_object('document', d.document_id::text)))),
        case when d.kind = 'gazette' then
          (select string_agg(concat_ws('|', o.title, o.document_number, o.state), '|' order by o.document_id)
             from jsonb_array_elements(d.form -> 'contents') as line
             join document o on o.agency_id = d.agency_id and o.document_id::text = line ->> 'document') end
      )) as stamp,
      coalesce((select jsonb_agg(jsonb_build_object('fileId', f.file_id, 'title', f.title, 'name', s.name))
         from document_file f join file s using (agency_id, file_id)
        where f.agency_id = d.agency_id and f.document_id = d.document_id), '[]') as files
    from document d join agency using (agency_id)
    where d.published_at is not null and (d.state = 'published' or d.withdrawn_at is not null)
    order by agency.slug, d.document_id`.execute(ctx.db)
  return rows.map(({ document_id: documentId, ...row }) => ({ ...row, documentId }))
}

import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** A published document as far as it can be searched without a database. */
export type SiteText = Readonly<{
  slug: string
  agency: string
  documentId: string
  title: string
  documentNumber: string | null
  indexNumber: string
  summary: string
  publishedAt: Date
  text: string
}>

/** Changes with whatever `listSiteTexts` would read. */
export async function stampOfSiteTexts(ctx: Pick<Context, 'db'>): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`
    select md5(coalesce(string_agg(md5(concat_ws('|', agency.slug, agency.short_name, d.document_id, d.title,
      d.summary, d.document_number, d.index_number, d.published_at, body.plain_text)), ''
      order by d.published_at, d.document_id), '')) as stamp
    from document d join agency using (agency_id) join document_body body using (agency_id, document_id)
    where d.state = 'published' and d.published_at is not null and d.withdrawn_at is null`.execute(ctx.db)
  return rows[0]?.stamp ?? ''
}

/** 静态检索的原文: title, numbers, summary and text of what is public now, oldest first, so that new ones come last. */
export async function listSiteTexts(ctx: Pick<Context, 'db'>): Promise<readonly SiteText[]> {
  const rows = await ctx.db
    .selectFrom('document')
    .innerJoin('agency', 'agency.agency_id', 'document.agency_id')
    .innerJoin('document_body', (join) =>
      join
        .onRef('document_body.agency_id', '=', 'document.agency_id')
        .onRef('document_body.document_id', '=', 'document.document_id'),
    )
    .select([
      'agency.slug',
      'agency.short_name',
      'document.document_id',
      'document.title',
      'document.summary',
    ])
    .select(['document.document_number', 'document.index_number', 'document.published_at'])
    .select('document_body.plain_text')
    .where('document.state', '=', 'published')
    .where('document.published_at', 'is not', null)
    .where('document.withdrawn_at', 'is', null)
    .orderBy('document.published_at')
    .orderBy('document.document_id')
    .execute()
  return rows.map((row) => ({
    slug: row.slug,
    agency: row.short_name,
    documentId: row.document_id,
    title: row.title,
    documentNumber: row.document_number,
    indexNumber: row.index_number ?? '',
    summary: row.summary,
    publishedAt: row.published_at as Date,
    text: row.plain_text,
  }))
}

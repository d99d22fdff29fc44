import { type ContentForm, formRows, formValue, type PlainDate } from '@mingfu/law'
import type { Context } from '../../context.ts'
import type { Attachment } from '../document.ts'
import { listAttachments } from '../document-store.ts'

/** 政府公报: one issue as the list of issues shows it. */
export type GazetteIssue = Readonly<{
  documentId: string
  title: string
  year: string
  issueNumber: string
  totalNumber: string
  issuedOn: PlainDate | null
  documents: number
  publishedAt: Date
  /** A picture among its files is its cover. */
  cover: Attachment | null
  /** The whole issue as printed. */
  pdf: Attachment | null
}>

/** 历年公报: every issue, newest first. */
export async function listIssues(
  ctx: Pick<Context, 'db'>,
  agencyId: string,
): Promise<readonly GazetteIssue[]> {
  const rows = await ctx.db
    .selectFrom('document')
    .select(['document_id', 'title', 'form', 'published_at'])
    .where('agency_id', '=', agencyId)
    .where('kind', '=', 'gazette')
    .where('state', '=', 'published')
    .execute()
  const issues: GazetteIssue[] = []
  for (const row of rows) {
    const files = await listAttachments(ctx.db, { agencyId, documentId: row.document_id })
    const form = row.form as ContentForm
    issues.push({
      documentId: row.document_id,
      title: row.title,
      year: formValue(form, 'gazetteYear'),
      issueNumber: formValue(form, 'issueNumber'),
      totalNumber: formValue(form, 'totalNumber'),
      issuedOn: (formValue(form, 'issuedOn') || null) as PlainDate | null,
      documents: formRows(form, 'contents').length,
      publishedAt: row.published_at as Date,
      cover: files.find(({ mediaType }) => /^image\/(png|jpeg)$/.test(mediaType)) ?? null,
      pdf: files.find(({ mediaType }) => mediaType === 'application/pdf') ?? null,
    })
  }
  return issues.sort(
    (a, b) => Number(b.year) - Number(a.year) || Number(b.issueNumber) - Number(a.issueNumber),
  )
}

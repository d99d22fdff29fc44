import { NotFound } from '../../errors.ts'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { Attachment } from '../../services/disclosure/document.ts'
import type { PublishedDocument } from '../../services/disclosure/find-published-document.ts'
import { findPublishedAttachment } from '../../services/disclosure/find-published-file.ts'
import { filePreview } from '../../services/preview/file-preview.ts'
import { extensionOf, type Preview } from '../../services/preview/preview.ts'
import { previewOfFile } from '../../services/preview/preview-of-file.ts'
import { Layout } from '../layout.tsx'
import { sizeText } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'
import { Html, safeHtml } from '../safe-html.tsx'
import { crumbsTo } from './crumbs-to.ts'
import { documentPath, previewPath } from './item-list.tsx'
import { agencyOf } from './visited-agency.ts'

/** 附件预览: an attachment of a published document as a page, beside the file, which is what counts. */
export function registerPreview(portal: Portal): void {
  portal.page('/:agency/documents/:documentId/preview/:fileId', { query: ['page'] }, previewPage)
}

async function previewPage({ ctx, frame, params, query }: Visit) {
  const agency = agencyOf(frame)
  const { documentId = '', fileId = '' } = params
  const found = await findPublishedAttachment(ctx, { agencyId: agency.agencyId, documentId, fileId })
  if (found === undefined) throw new NotFound('这个附件')
  const { document, attachment } = found
  const { name, title } = attachment
  const preview = await filePreview(name, (reader) =>
    previewOfFile(ctx, { agencyId: agency.agencyId, ...attachment, reader }),
  )
  const { shownAs } = preview
  const at = query.page === undefined ? 1 : Number(query.page)
  const page = preview.pages[at - 1]
  if (page === undefined && at !== 1) throw new NotFound('预览的这一页')
  const path = documentPath(agency, documentId)
  const crumbs = [...crumbsTo(document, agency), { text: document.content.title, href: path }]
  return (
    <Layout
      frame={frame}
      title={`${title}（附件预览）`}
      entry={document.node?.code === 'systems' ? 'systems' : 'statutory'}
      crumbs={crumbs}
      canonical={`${frame.home ?? ''}${path}`}
      wide
    >
      <article class="card paper">
        <h1>{title}</h1>
        <About attachment={attachment} document={document} agency={agency} />
        {shownAs === 'pdf' && <Pdf attachment={attachment} agency={agency} documentId={documentId} />}
        {shownAs === 'picture' && (
          <p class="picture">
            <img src={filePath(agency, documentId, fileId)} alt={title} />
          </p>
        )}
        {(shownAs === 'pages' || shownAs === 'nothing') && <Notes preview={preview} at={at} />}
        {page !== undefined && <Html class="prose preview" html={safeHtml(page)} />}
        {preview.pages.length > 1 && (
          <Pager path={previewPath(agency, documentId, fileId)} at={at} last={preview.pages.length} />
        )}
        <p class="fingerprint">SM3 {attachment.sm3}</p>
      </article>
    </Layout>
  )
}

function filePath(agency: Pick<Agency, 'slug'>, documentId: string, fileId: string): string {
  return `/files/${agency.slug}/${documentId}/${fileId}`
}

type AboutProps = Readonly<{ attachment: Attachment; document: PublishedDocument; agency: Agency }>

/** What the file is, of which document, and where it is had. */
function About({ attachment, document, agency }: AboutProps) {
  const { fileId, name, sizeBytes } = attachment
  const { documentId, content } = document
  const kind = `${extensionOf(name).toUpperCase()}，${sizeText(sizeBytes)}`
  return (
    <p class="byline">
      <span>
        附于：<a href={documentPath(agency, documentId)}>{content.title}</a>
      </span>
      <span>
        <a class="download" href={filePath(agency, documentId, fileId)} download>
          下载原文件（{kind}）
        </a>
      </span>
    </p>
  )
}

function Pdf({
  attachment,
  agency,
  documentId,
}: Readonly<{ attachment: Attachment; agency: Agency; documentId: string }>) {
  const href = `${filePath(agency, documentId, attachment.fileId)}/inline`
  return (
    <>
      <p>
        <a href={href}>在浏览器中打开</a>
        <span class="muted">　不能打开的，请下载原文件。</span>
      </p>
      <iframe class="pdf" src={href} title={`${attachment.title}（PDF）`} loading="lazy" />
    </>
  )
}

function Notes({ preview: { pages, notes, fault }, at }: Readonly<{ preview: Preview; at: number }>) {
  if (fault !== null) {
    return (
      <div class="banner-note plain" role="note">
        <p>{fault}。请下载原文件查看。</p>
      </div>
    )
  }
  return (
    <div class="banner-note plain" role="note">
      <p>
        以下预览由系统根据原文件生成，版式可能与原文件不同，以原文件为准。
        {pages.length > 1 && `预览共${pages.length}页，这是第${at}页。`}
        {notes.length > 0 && `${notes.join('；')}。`}
      </p>
    </div>
  )
}

function Pager({ path, at, last }: Readonly<{ path: string; at: number; last: number }>) {
  const to = (page: number) => (page === 1 ? path : `${path}?page=${page}`)
  return (
    <nav class="pager" aria-label="翻页">
      {at > 1 && (
        <a href={to(at - 1)} rel="prev">
          上一页
        </a>
      )}
      <span>
        第{at}页，共{last}页
      </span>
      {at < last && (
        <a href={to(at + 1)} rel="next">
          下一页
        </a>
      )}
    </nav>
  )
}

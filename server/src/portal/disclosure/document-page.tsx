import { DISCLOSURE_ATTRIBUTES, WITHDRAWAL_REASONS } from '@mingfu/law'
import { NotFound } from '../../errors.ts'
import type { Agency } from '../../services/agencies/find-agency.ts'
import {
  findPublishedDocument,
  type PublishedDocument,
  type WithdrawnDocument,
} from '../../services/disclosure/find-published-document.ts'
import { callsOfDocument } from '../../services/feedback/opinion-calls/public-calls.ts'
import { entryPath, entryTags } from '../entries.ts'
import { type Frame, Layout } from '../layout.tsx'
import { momentText } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'
import { Html, safeHtml } from '../safe-html.tsx'
import { VerifyNote } from '../verify/verify-note.tsx'
import { crumbsTo } from './crumbs-to.ts'
import { Attachments, PrintedIn, Relations } from './document-foot.tsx'
import { CallNotes, CorrectionNotes, HeaderTable, ValidityNote } from './document-header.tsx'
import { FormFacts } from './form-facts.tsx'
import { documentPath } from './item-list.tsx'
import { RulePaper } from './rule-paper.tsx'
import { tagsOf } from './statutory-page.tsx'
import { agencyOf } from './visited-agency.ts'

/** 政府信息: header, text, attachments and relations of a published document, under an address that never changes. */
export function registerDocument(portal: Portal): void {
  portal.page('/:agency/documents/:documentId', {}, documentPage)
}

async function documentPage({ ctx, frame, params }: Visit) {
  const agency = agencyOf(frame)
  const { agencyId } = agency
  const document = await findPublishedDocument(ctx, { agencyId, documentId: params.documentId ?? '' })
  if (document === undefined) throw new NotFound('这条政府信息')
  if (document.state === 'withdrawn') return <WithdrawnPage frame={frame} document={document} />
  const { content, node, publishedAt } = document
  const calls = await callsOfDocument(ctx, { agencyId, documentId: document.documentId })
  return (
    <Layout
      frame={frame}
      title={content.title}
      entry={node?.code === 'systems' ? 'systems' : 'statutory'}
      column={node === null ? entryTags('statutory') : tagsOf(node)}
      article={{
        title: content.title,
        publishedAt: momentText(publishedAt),
        source: content.source || content.issuer || agency.name,
        keywords: content.keywords,
        author: content.issuer,
        description: content.summary,
        ...(frame.home ? { url: `${frame.home}${documentPath(agency, document.documentId)}` } : {}),
      }}
      crumbs={crumbsTo(document, agency)}
      wide
      scripts={['print-button.js']}
    >
      <CallNotes calls={calls} agency={agency} />
      <Paper document={document} agency={agency} home={frame.home} />
    </Layout>
  )
}

/** 正文页: a rule in the layout that is prescribed for rules, everything else with its header. */
function Paper(props: PaperProps) {
  const { document, agency, home } = props
  if (document.content.kind === 'regulation') return <RulePaper {...props} />
  const { content, publishedAt } = document
  return (
    <article class="card paper">
      <ValidityNote document={document} agency={agency} />
      <CorrectionNotes document={document} />
      <HeaderTable document={document} agency={agency} />
      <h1>{content.title}</h1>
      <p class="byline">
        {content.documentNumber && <span>{content.documentNumber}</span>}
        <span>
          发布时间：<time datetime={publishedAt.toISOString()}>{momentText(publishedAt)}</time>
        </span>
        <span>来源：{content.source || content.issuer || agency.name}</span>
        <span class="no-print">
          下载：
          <a class="download" href={`/files/${agency.slug}/${document.documentId}/text/docx`} download>
            Word
          </a>
          <a class="download" href={`/files/${agency.slug}/${document.documentId}/text/pdf`} download>
            PDF
          </a>
        </span>
        <button type="button" class="print-button no-print" hidden>
          打印
        </button>
      </p>
      <FormFacts document={document} agency={agency} />
      <Html class="prose" html={safeHtml(content.html)} />
      <p class="sealed">{DISCLOSURE_ATTRIBUTES[content.attribute].mark}</p>
      <Attachments document={document} agency={agency} />
      <PrintedIn document={document} agency={agency} />
      <Relations relations={document.relations} agency={agency} />
      <VerifyNote document={document} home={home} />
    </article>
  )
}

type PaperProps = Readonly<{ document: PublishedDocument; agency: Agency; home: string | null }>

/** 撤回说明: the address goes on to answer, with the class of reason and the day, and nothing of the content. */
function WithdrawnPage({ frame, document }: { frame: Frame; document: WithdrawnDocument }) {
  return (
    <Layout frame={frame} title="信息已经撤回" crumbs={[]} unlisted>
      <section class="notice">
        <h1>这条政府信息已经撤回</h1>
        <dl class="facts">
          <dt>索引号</dt>
          <dd>{document.indexNumber}</dd>
          <dt>发布时间</dt>
          <dd>{momentText(document.publishedAt)}</dd>
          <dt>撤回时间</dt>
          <dd>{momentText(document.withdrawnAt)}</dd>
          <dt>原因</dt>
          <dd>{WITHDRAWAL_REASONS[document.reason]}</dd>
        </dl>
        <p>
          <a href={entryPath(agencyOf(frame), 'statutory')}>查看本机关其他公开内容</a>
        </p>
      </section>
    </Layout>
  )
}

import type { Agency } from '../../services/agencies/find-agency.ts'
import type { PublishedDocument } from '../../services/disclosure/find-published-document.ts'
import { ruleCaptionOf } from '../../services/disclosure/rule-caption-of.ts'
import { ruleHtml } from '../../services/disclosure/rule-text.ts'
import { momentText } from '../moment.ts'
import { Html, safeHtml } from '../safe-html.tsx'
import { VerifyNote } from '../verify/verify-note.tsx'
import { Attachments, PrintedIn, Relations } from './document-foot.tsx'
import { CorrectionNotes, HeaderTable, ValidityNote } from './document-header.tsx'

type Props = Readonly<{ document: PublishedDocument; agency: Agency; home: string | null }>

/**
 * 规章 as 国办公开办函〔2021〕33号 lays it out: title, caption and text and nothing else on the paper. When it came
 * out, what is known about it and what belongs to it stand below.
 */
export function RulePaper({ document, agency, home }: Props) {
  const { content, publishedAt, documentId } = document
  const caption = ruleCaptionOf(content)
  return (
    <>
      <ValidityNote document={document} agency={agency} />
      <CorrectionNotes document={document} />
      <article class="card paper rule-paper">
        <h1>{content.title}</h1>
        {caption !== null && <p class="rule-caption">{caption}</p>}
        <Html class="prose" html={safeHtml(ruleHtml(content.html))} />
      </article>
      <section class="card rule-about" aria-labelledby="about-rule">
        <h2 id="about-rule" class="h-bar">
          公开信息
        </h2>
        <p class="byline">
          <span>
            发布时间：<time datetime={publishedAt.toISOString()}>{momentText(publishedAt)}</time>
          </span>
          <span>来源：{content.source || content.issuer || agency.name}</span>
          <span class="no-print">
            下载：
            <a class="download" href={`/files/${agency.slug}/${documentId}/text/docx`} download>
              Word
            </a>
            <a class="download" href={`/files/${agency.slug}/${documentId}/text/pdf`} download>
              PDF
            </a>
          </span>
          <button type="button" class="print-button no-print" hidden>
            打印
          </button>
        </p>
        <HeaderTable document={document} agency={agency} />
        <Attachments document={document} agency={agency} />
        <PrintedIn document={document} agency={agency} />
        <Relations relations={document.relations} agency={agency} />
        <VerifyNote document={document} home={home} />
      </section>
    </>
  )
}

import {
  CONTENT_KINDS,
  DISCLOSURE_ATTRIBUTES,
  DOCUMENT_RELATIONS,
  LEGAL_ITEMS,
  plainDateText,
  VALIDITY_STATES,
  WITHDRAWAL_REASONS,
} from '@mingfu/law'
import type { ComponentChildren } from 'preact'
import { NotFound } from '../../errors.ts'
import type { Agency } from '../../services/agencies/find-agency.ts'
import {
  findPublishedDocument,
  type PublishedDocument,
  type PublishedRelation,
  type WithdrawnDocument,
} from '../../services/disclosure/find-published-document.ts'
import { callsOfDocument } from '../../services/feedback/opinion-calls/public-calls.ts'
import { columnPath, entryPath, entryTags } from '../entries.ts'
import { callPath } from '../feedback/consultation-pages.tsx'
import { type Frame, Layout } from '../layout.tsx'
import { dayOf, momentText, sizeText } from '../moment.ts'
import type { Portal, Visit } from '../portal.ts'
import { Html, safeHtml } from '../safe-html.tsx'
import { VerifyNote } from '../verify/verify-note.tsx'
import { documentPath } from './item-list.tsx'
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
      <article class="card paper">
        <ValidityNote document={document} agency={agency} />
        <CorrectionNotes document={document} />
        <CallNotes calls={calls} agency={agency} />
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
        <Html class="prose" html={safeHtml(content.html)} />
        <p class="sealed">{DISCLOSURE_ATTRIBUTES[content.attribute].mark}</p>
        <Attachments document={document} agency={agency} />
        <Relations relations={document.relations} agency={agency} />
        <VerifyNote document={document} home={frame.home} />
      </article>
    </Layout>
  )
}

function crumbsTo({ node }: PublishedDocument, agency: Agency) {
  const statutory = { text: '法定主动公开内容', href: entryPath(agency, 'statutory') }
  if (node === null) return [statutory]
  const column = { text: node.title, href: columnPath(agency, node) }
  return node.code === 'systems' ? [column] : [statutory, column]
}

/** 有效性 on the original page: amended, lapsed and repealed text stays, with the mark and what it was changed by. */
function ValidityNote({ document, agency }: { document: PublishedDocument; agency: Agency }) {
  const { validity, validityChangedOn, content, relations } = document
  if (validity === 'in-force' || !CONTENT_KINDS[content.kind].hasValidity) return null
  const { label, inForce } = VALIDITY_STATES[validity]
  const by = relations.filter(
    ({ direction, kind }) => direction === 'to' && DOCUMENT_RELATIONS[kind].makes === validity,
  )
  const on = validity === 'expired' && content.expiresOn !== null ? content.expiresOn : validityChangedOn
  return (
    <div class={inForce ? 'banner-note plain' : 'banner-note'} role="note">
      <p>
        <strong>本文件{label === '失效' ? '已经失效' : label === '废止' ? '已经废止' : label}。</strong>
        {on && (validity === 'expired' ? `有效期至${plainDateText(on)}。` : `自${plainDateText(on)}起。`)}
      </p>
      {by.map((relation) => (
        <p>
          依据：<a href={documentPath(agency, relation.documentId)}>{nameOf(relation)}</a>
        </p>
      ))}
    </div>
  )
}

/** 更正说明: what was corrected and when, with the digest of the text that stood here before. */
function CorrectionNotes({ document: { corrections } }: { document: PublishedDocument }) {
  if (corrections.length === 0) return null
  return (
    <section class="banner-note plain" aria-label="更正说明">
      {corrections.map(({ at, note, digestBefore }) => (
        <p>
          <strong>更正</strong>（<time datetime={at.toISOString()}>{momentText(at)}</time>）：{note}
          <span class="fingerprint">更正前的内容摘要 {digestBefore}</span>
        </p>
      ))}
    </section>
  )
}

/** 征求意见稿 leads to its form and its result, and so does the document that came of it. */
function CallNotes({
  calls,
  agency,
}: {
  calls: Awaited<ReturnType<typeof callsOfDocument>>
  agency: Agency
}) {
  return (
    <>
      {calls.map(({ call, as }) => (
        <div class="banner-note plain" role="note">
          <p>
            {as === 'draft' && call.state === 'open'
              ? `本件正在征求意见，${plainDateText(call.closesOn)}截止：`
              : as === 'draft'
                ? '本件曾公开征求意见：'
                : '本件公布前曾公开征求意见：'}
            <a href={callPath(agency, call)}>{call.title}</a>
          </p>
        </div>
      ))}
    </>
  )
}

type Field = readonly [string, ComponentChildren]

/** 文件要素表: two facts a line at a desk, one on a phone. */
function HeaderTable({ document, agency }: { document: PublishedDocument; agency: Agency }) {
  const { content, indexNumber, publishedAt, validity, node } = document
  const hasValidity = CONTENT_KINDS[content.kind].hasValidity
  const item = content.legalItem in LEGAL_ITEMS ? LEGAL_ITEMS[content.legalItem as 'A20_01'].label : null
  const pairs: readonly (readonly [Field, Field])[] = [
    [
      ['索引号', indexNumber],
      ['主题分类', content.topicCategory],
    ],
    [
      ['发布机构', content.issuer || agency.name],
      ['成文日期', plainDateText(content.writtenOn)],
    ],
    [
      ['发文字号', content.documentNumber],
      ['发布日期', plainDateText(dayOf(publishedAt))],
    ],
    [
      ['公开目录', node?.title],
      ['体裁', content.genre],
    ],
    [
      ['公开方式', DISCLOSURE_ATTRIBUTES[content.attribute].label],
      ['主题词', content.keywords.join('，')],
    ],
  ]
  const lasting: readonly (readonly [Field, Field])[] = hasValidity
    ? [
        [
          ['有效性', VALIDITY_STATES[validity].label],
          ['施行日期', content.effectiveOn && plainDateText(content.effectiveOn)],
        ],
        [
          ['有效期至', content.expiresOn && plainDateText(content.expiresOn)],
          ['登记号', content.registrationNumber],
        ],
      ]
    : []
  return (
    <table class="meta">
      <caption class="sr">文件要素</caption>
      <colgroup>
        <col class="label" />
        <col />
        <col class="label" />
        <col />
      </colgroup>
      <tbody>
        {[...pairs, ...lasting].map(([left, right]) => {
          const known = [left, right].filter(([, value]) => value)
          return (
            known.length > 0 && (
              <tr>
                {known.map(([name, value]) => (
                  <>
                    <th scope="row">{name}</th>
                    <td colSpan={known.length === 1 ? 3 : undefined}>{value}</td>
                  </>
                ))}
              </tr>
            )
          )
        })}
        {[
          ['名称', content.title] as const,
          ['法定事项', item] as const,
          ['内容概述', content.summary] as const,
        ].map(
          ([name, value]) =>
            value && (
              <tr>
                <th scope="row">{name}</th>
                <td colSpan={3}>{value}</td>
              </tr>
            ),
        )}
      </tbody>
    </table>
  )
}

/** 附件, with digests by which anybody can tell that a copy is the one that was published. */
function Attachments({ document, agency }: { document: PublishedDocument; agency: Agency }) {
  const { attachments, documentId } = document
  if (attachments.length === 0) return null
  return (
    <section aria-labelledby="files">
      <h2 id="files" class="h-bar">
        附件
      </h2>
      <ol class="files">
        {attachments.map(({ fileId, title, name, sizeBytes, sm3 }) => (
          <li>
            <a href={`/files/${agency.slug}/${documentId}/${fileId}`} download>
              {title}
            </a>
            <span class="muted">
              {extensionOf(name)}，{sizeText(sizeBytes)}
            </span>
            <span class="fingerprint">SM3 {sm3}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Relations({ relations, agency }: { relations: readonly PublishedRelation[]; agency: Agency }) {
  if (relations.length === 0) return null
  return (
    <section aria-labelledby="relations">
      <h2 id="relations" class="h-bar">
        相关文件
      </h2>
      <ul class="items">
        {relations.map((relation) => {
          const { label, inverse } = DOCUMENT_RELATIONS[relation.kind]
          return (
            <li>
              <span>
                <span class="tag">{relation.direction === 'from' ? label : inverse}</span>
                <a href={documentPath(agency, relation.documentId)}>{nameOf(relation)}</a>
              </span>
              <time datetime={relation.effectiveOn}>{relation.effectiveOn}</time>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

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

function nameOf({ title, documentNumber }: PublishedRelation): string {
  return documentNumber === null ? title : `${title}（${documentNumber}）`
}

function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toUpperCase()
}

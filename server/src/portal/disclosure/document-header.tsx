import {
  CONTENT_KINDS,
  DISCLOSURE_ATTRIBUTES,
  DOCUMENT_RELATIONS,
  LEGAL_ITEMS,
  plainDateText,
  VALIDITY_STATES,
} from '@mingfu/law'
import type { ComponentChildren } from 'preact'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { PublishedDocument } from '../../services/disclosure/find-published-document.ts'
import type { callsOfDocument } from '../../services/feedback/opinion-calls/public-calls.ts'
import { callPath } from '../feedback/consultation-pages.tsx'
import { dayOf, momentText } from '../moment.ts'
import { nameOf } from './document-foot.tsx'
import { documentPath } from './item-list.tsx'

/** 有效性 on the original page: amended, lapsed and repealed text stays, with the mark and what it was changed by. */
export function ValidityNote({ document, agency }: { document: PublishedDocument; agency: Agency }) {
  const { validity, validityChangedOn, content, relations } = document
  if (!CONTENT_KINDS[content.kind].hasValidity) return null
  if (validity === 'in-force') return <RestoredNote document={document} />
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
      {document.validityOpen.map(({ fromId, newerIndexNumber, withdrawnAt }) => (
        <p>
          作为依据的文件（索引号<a href={documentPath(agency, fromId)}>{newerIndexNumber}</a>）已于
          {plainDateText(dayOf(withdrawnAt))}从本网站撤下，本文件的有效性正在核对。
        </p>
      ))}
    </div>
  )
}

/** What was once marked as ended and no longer is says so, for somebody may have read the mark. */
function RestoredNote({ document: { restored } }: { document: PublishedDocument }) {
  if (restored === null) return null
  return (
    <div class="banner-note plain" role="note">
      <p>
        <strong>本文件有效。</strong>本页曾标注为“{VALIDITY_STATES[restored.from].label}”，
        {plainDateText(restored.on)}已经更正。依据：{restored.basis}。
      </p>
    </div>
  )
}

/** 更正说明: what was corrected and when, with the digest of the text that stood here before. */
export function CorrectionNotes({ document: { corrections } }: { document: PublishedDocument }) {
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
export function CallNotes({
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
export function HeaderTable({ document, agency }: { document: PublishedDocument; agency: Agency }) {
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

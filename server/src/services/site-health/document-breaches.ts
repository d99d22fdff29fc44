import {
  attachmentsNamed,
  checkIndexNumber,
  formValue,
  isDocumentNumber,
  type PlainDate,
  pageWeightFaults,
  printedMarkFault,
  type Refusal,
  titleFaults,
  yearFault,
} from '@mingfu/law'
import { pageFaults, readHtml } from '@mingfu/screening'
import { plainTextOf } from '../disclosure/clean-html.ts'
import type { Attachment, DocumentContent } from '../disclosure/document.ts'
import { picturesIn } from '../disclosure/screen-page.ts'
import type { PublicationRuleId } from './site-finding.ts'

/** A published document with what it is judged by. */
export type PublishedFacts = Readonly<{
  content: DocumentContent
  attachments: readonly Attachment[]
  indexNumber: string | null
  /** The organ's code in index numbers. */
  organ: string
  publishedOn: PlainDate
  publishedAt: Date
  /** Moments at which the history says that it came out. */
  releasedAt: readonly Date[]
  /** Of what stands there now, of what was signed; null where nobody signed. */
  digest: string
  signedDigest: string | null
  validity: 'in-force' | 'amended' | 'expired' | 'repealed'
  /** Relations that end or change it, and interpretations of it. */
  endedBy: number
  interpretations: number
  /** Promised after the document came out. */
  interpretationPlannedOn: PlainDate | null
  /** What would hold it back today: whose it is, where it stands, whether it is explained. */
  gates: readonly Refusal[]
  today: PlainDate
}>

export type Breach = Readonly<{ rule: PublicationRuleId; message: string }>

/** The rule behind a condition of release, by the code of its refusal. */
function ruleOfGate(code: string, { origin }: DocumentContent): PublicationRuleId {
  if (code === 'kind-not-in-column') return 'PUB-16'
  if (code === 'lead-organ-unknown') return 'PUB-05'
  if (code === 'no-power-to-make-rules') return 'PUB-48'
  if (code === 'another-organ-publishes') return origin === 'made-jointly' ? 'PUB-05' : 'PUB-06'
  return 'PUB-42'
}

/** 在网信息体检: what is wrong with something that is already public, whichever way it came to be so. */
export function documentBreaches(facts: PublishedFacts): readonly Breach[] {
  return [...headerBreaches(facts), ...releaseBreaches(facts), ...textBreaches(facts), ...lifeBreaches(facts)]
}

function headerBreaches({ content, indexNumber, organ, publishedOn }: PublishedFacts): readonly Breach[] {
  const found: Breach[] = []
  const breach = (rule: PublicationRuleId, is: boolean, message: string) => {
    if (is) found.push({ rule, message })
  }
  const { title, issuer, summary, nodeId, documentNumber, writtenOn, effectiveOn } = content
  const missing = [
    title === '' ? '标题' : '',
    issuer === '' ? '发布机构' : '',
    summary === '' ? '内容概述' : '',
    nodeId === null ? '目录栏目' : '',
  ].filter((name) => name !== '')
  breach('PUB-20', missing.length > 0, `没有${missing.join('、')}`)
  breach('PUB-22', writtenOn > publishedOn, `成文日期${writtenOn}晚于发布日期${publishedOn}`)
  const isEarly = effectiveOn !== null && effectiveOn < writtenOn && content.earlyEffectReason === null
  breach('PUB-22', isEarly, `施行日期${effectiveOn}早于成文日期，没有写明原因`)
  breach(
    'PUB-23',
    documentNumber !== null && !isDocumentNumber(documentNumber),
    `发文字号“${documentNumber}”不规范`,
  )
  const year = documentNumber === null ? null : yearFault(documentNumber, writtenOn)
  breach('PUB-27', year !== null, year ?? '')
  for (const message of titleFaults(title)) found.push({ rule: 'PUB-28', message })
  breach('PUB-25', indexNumber === null, '没有索引号')
  const index = indexNumber === null ? null : checkIndexNumber(indexNumber, organ)
  const isForeign = index?.granted === false && index.refusal.code === 'index-number-of-another-organ'
  breach('PUB-24', isForeign, isForeign && index?.granted === false ? index.refusal.reason : '')
  breach('PUB-53', content.source === '' && issuer === '', '没有来源')
  return found
}

/** A database can be written to by other hands than the program's. */
function releaseBreaches(facts: PublishedFacts): readonly Breach[] {
  const { content, publishedAt, releasedAt, digest, signedDigest } = facts
  const found: Breach[] = []
  // The history is written in the same transaction, with the same moment.
  if (!releasedAt.some((at) => Math.abs(at.getTime() - publishedAt.getTime()) < 1000)) {
    found.push({ rule: 'PUB-21', message: '发布时间与发布记录不符' })
  }
  if (signedDigest === null) found.push({ rule: 'PUB-31', message: '没有签发记录' })
  if (content.attribute !== 'proactive') {
    found.push({ rule: 'PUB-31', message: '公开属性不是“主动公开”' })
  }
  if (signedDigest !== null && signedDigest !== digest) {
    found.push({ rule: 'PUB-35', message: '现在的内容与签发时不一致' })
  }
  return found
}

function textBreaches({ content, attachments }: PublishedFacts): readonly Breach[] {
  const text = plainTextOf(content.html)
  const mark = printedMarkFault(text, content.attribute)
  const named = attachmentsNamed(text).filter((number) => number > attachments.length)
  const literal = /https?:\/\/(?:\d{1,3}\.){3}\d{1,3}/.exec(
    [text, ...readHtml(content.html).links.map(({ href }) => href)].join('\n'),
  )?.[0]
  return [
    ...(mark === null ? [] : [{ rule: 'PUB-37' as const, message: mark }]),
    ...(named.length === 0
      ? []
      : [{ rule: 'PUB-49' as const, message: `正文提到附件${named.join('、')}，没有附件` }]),
    ...pageWeightFaults(picturesIn(content.html, attachments)).map((message) => ({
      rule: 'PUB-54' as const,
      message,
    })),
    ...pageFaults(content.html).map(({ message }) => ({ rule: 'PUB-55' as const, message })),
    ...(literal === undefined ? [] : [{ rule: 'PUB-59' as const, message: `正文中有IPv4地址${literal}` }]),
  ]
}

function lifeBreaches(facts: PublishedFacts): readonly Breach[] {
  const { content, validity, endedBy, interpretations, today } = facts
  const found: Breach[] = []
  if (validity === 'repealed' && endedBy === 0) {
    found.push({ rule: 'PUB-44', message: '标为废止，没有写明依据的文件' })
  }
  const isCurrent = validity === 'in-force' || validity === 'amended'
  const plannedOn = facts.interpretationPlannedOn ?? formValue(content.form, 'interpretationPlannedOn')
  if (isCurrent && interpretations === 0 && plannedOn !== '' && plannedOn < today) {
    found.push({ rule: 'PUB-42', message: `计划${plannedOn}公布的解读材料还没有公布` })
  }
  // Nothing more is asked of what has ended.
  for (const { code, reason } of isCurrent ? facts.gates : []) {
    found.push({ rule: ruleOfGate(code, content), message: reason.replace(/，请退回.*$/, '') })
  }
  return found
}

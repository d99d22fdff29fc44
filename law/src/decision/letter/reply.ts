import { type Citation, citationText, cite } from '../../citation.ts'
import { type PlainDate, plainDateText } from '../../plain-date.ts'
import type { ApplicantClass } from '../../request/applicant.ts'
import type { Channel } from '../../request/channel.ts'
import { grant, type Ruling, refuse } from '../../ruling.ts'
import type { ContentFacts, ContentField, WithheldPart } from '../content-field.ts'
import { isDocumentNumber } from '../document-number.ts'
import { DOCUMENTS, type DocumentCode } from '../documents.ts'
import type { Outcome, ReplyKind } from '../outcome/outcome-entry.ts'
import { needsReconsiderationFirst, outcomeOf } from '../outcome.ts'
import type { OutcomeCode } from '../outcome-code.ts'
import { isEmpty, type Letter, type LetterFrame, missingElements, refuseIncomplete } from './letter.ts'
import { MISCELLANEOUS_BASIS, type OutcomeFacts, REPLY_TEXT } from './reply-text.ts'
import { addressOf, channelPhrase, clause } from './wording.ts'

/** The request as the reply recalls it, so that everybody sees what was answered and when the clock ran. */
export type RequestRecital = Readonly<{
  number: string
  applicant: string
  applicantClass: ApplicantClass
  channel: Channel
  receivedOn: PlainDate
  /** What was asked, quoted or summarised. */
  asked: string
  correction?: Readonly<{ noticedOn: PlainDate; receivedOn: PlainDate }>
  extension?: Readonly<{ toldOn: PlainDate; workingDays: number }>
  consultation?: Readonly<{ with: 'third-party' | 'co-maker'; from: PlainDate; to: PlainDate }>
}>

/** One thing asked and what became of it; a request for one thing has one item and needs no `asked`. */
export type ReplyItem = Readonly<{ asked?: string; outcome: OutcomeCode; facts: ContentFacts }>

export type ReplyFacts = Readonly<{
  frame: LetterFrame
  request: RequestRecital
  items: readonly [ReplyItem, ...ReplyItem[]]
  /** The remedy clause as `remedy` words it for this outcome, agency and date. */
  remedy: string
}>

const NOT_COUNTED = cite('regulation', 33, 3)
const REASONS = cite('regulation', 36)

/** 答复书、告知书: the statutory letter of the outcomes chosen. Refused while a mandatory element is missing. */
export function composeReply(facts: ReplyFacts): Ruling<Letter> {
  const { frame, request, items, remedy } = facts
  const { code, title } = replyTitle(items)
  const missing = [
    ...missingElements({
      机关名称: frame.agency,
      文号: frame.number,
      申请人: request.applicant,
      申请编号: request.number,
      申请内容: request.asked,
      救济告知: remedy,
      联系方式: frame.contact,
    }),
    ...items.flatMap((item) => missingContent(item)),
  ]
  if (missing.length > 0) return refuseIncomplete(title, missing, REASONS)
  if (frame.number !== null && !isDocumentNumber(frame.number, frame.numberStyle)) {
    return refuse(
      'document-number-malformed',
      `文号“${frame.number}”不规范，请按“机关代字〔年份〕序号号”的样式填写`,
      cite('document-format'),
    )
  }
  if (frame.on < request.receivedOn) {
    return refuse('reply-before-receipt', '答复日期早于收到申请之日，请核对', REASONS)
  }
  return grant({
    code,
    title: `${frame.agency}${title}`,
    number: frame.number,
    addressee: request.applicant,
    paragraphs: [...recital(request), ...answers(items, addressOf(request.applicantClass))],
    basis: items.flatMap(({ outcome, facts: content }) => basisOf(outcome, content)),
    enclosures: items.flatMap(enclosuresOf),
    remedy,
    contact: frame.contact,
    agency: frame.agency,
    on: frame.on,
  })
}

/** 复议前置 of a whole reply: one item that needs it sends the reply there first. */
export function replyNeedsReconsiderationFirst(items: readonly ReplyItem[]): boolean {
  return items.some(({ outcome, facts }) => {
    const withheld = (facts.withheld ?? []) as readonly WithheldPart[]
    return needsReconsiderationFirst(
      outcome,
      withheld.map(({ ground }) => ground),
    )
  })
}

/** The labels of mandatory content that an item lacks; wrong choices count as missing. */
export function missingContent({ outcome, facts }: ReplyItem): readonly string[] {
  const { content } = outcomeOf(outcome)
  const missing = content
    .filter((field) => field.required && !isFilled(field, facts))
    .map((field) =>
      isCitationOnly(facts[field.key]) ? `${field.label}（不能只写所依据的条款）` : field.label,
    )
  return outcome === 'unable-other-agency' ? [...missing, ...missingPointer(facts)] : missing
}

function isFilled(field: ContentField, facts: ContentFacts): boolean {
  const value = facts[field.key]
  if (isEmpty(value)) return false
  switch (field.kind) {
    case 'choice':
      return typeof value === 'string' && value in field.choices
    case 'count':
      return typeof value === 'number' && Number.isInteger(value) && value > 0
    case 'withheld-parts':
      return (
        Array.isArray(value) &&
        value.every(
          ({ part, reason, masking }) => ![part, reason, masking].some(isEmpty) && !isCitationOnly(reason),
        )
      )
    case 'list':
      return Array.isArray(value) && value.every((entry) => !isEmpty(entry))
    case 'text':
      return field.key !== 'reason' || !isCitationOnly(value)
    case 'day':
    case 'flag':
      return true
  }
}

/** 理由: facts that lead to the article. A reason that only names the article again is none. */
function isCitationOnly(value: unknown): boolean {
  if (typeof value !== 'string' || value.trim() === '') return false
  const rest = value
    .replace(/《[^》]*》/g, '')
    .replace(
      /第[零一二三四五六七八九十百\d]+条|第[一二三四五六七八九十\d]+款|第[（(]?[一二三四五六七八九十\d]+[）)]?项/g,
      '',
    )
    .replace(/根据|依据|依照|按照|不予公开|的|之|规定|决定|条例|[\s，。、；：,.;:]/g, '')
  return rest === ''
}

/** 条例 第三十六条第（五）项: name and contact of the agency responsible, or that it cannot be determined. */
function missingPointer(facts: ContentFacts): readonly string[] {
  if (facts.undeterminable === true) return []
  return missingElements({
    负责公开的行政机关名称: facts.responsibleAgency,
    该机关的联系方式: facts.agencyContact,
  })
}

const TITLES: Readonly<Record<ReplyKind, { code: DocumentCode; title: string }>> = {
  reply: { code: 'D12', title: DOCUMENTS.D12.title },
  notice: { code: 'D12', title: '政府信息公开告知书' },
  'no-longer-processed': { code: 'D14', title: DOCUMENTS.D14.title },
}

/** A letter with several items is a 答复书 as soon as one of them is. */
function replyTitle(items: readonly [ReplyItem, ...ReplyItem[]]) {
  const kinds = items.map(({ outcome }) => outcomeOf(outcome).document)
  const kind = (['reply', 'notice'] as const).find((candidate) => kinds.includes(candidate))
  return TITLES[kind ?? 'no-longer-processed']
}

function recital(request: RequestRecital): readonly string[] {
  const { correction, extension, consultation, channel, number, receivedOn, asked } = request
  const you = addressOf(request.applicantClass)
  const steps = [
    `本机关于${plainDateText(receivedOn)}收到${you}${channelPhrase(channel)}提出的政府信息公开申请（申请编号：${number}），申请公开“${clause(asked)}”。`,
  ]
  if (correction !== undefined) {
    steps.push(
      `因申请内容不明确，本机关于${plainDateText(correction.noticedOn)}告知${you}补正，${you}的补正材料于${plainDateText(correction.receivedOn)}收到，答复期限自该日起计算。`,
    )
  }
  if (consultation !== undefined) {
    const party = consultation.with === 'third-party' ? '第三方' : '其他行政机关'
    steps.push(
      `办理期间，本机关自${plainDateText(consultation.from)}至${plainDateText(consultation.to)}征求${party}意见，根据${citationText(NOT_COUNTED)}的规定，所需时间不计算在答复期限内。`,
    )
  }
  if (extension !== undefined) {
    steps.push(
      `经政府信息公开工作机构负责人同意，本机关于${plainDateText(extension.toldOn)}告知${you}延长答复期限${extension.workingDays}个工作日。`,
    )
  }
  return steps
}

function answers(items: readonly ReplyItem[], you: string): readonly string[] {
  const [only] = items
  if (items.length === 1 && only !== undefined) return textOf(only, you)
  return items.flatMap((item, index) => [
    `关于第${index + 1}项${item.asked === undefined ? '' : `“${clause(item.asked)}”`}：`,
    ...textOf(item, you),
  ])
}

function textOf({ outcome, facts }: ReplyItem, you: string): readonly string[] {
  // `missingContent` has found every mandatory field of the outcome filled with its kind.
  const write = REPLY_TEXT[outcome] as (you: string, facts: ContentFacts) => readonly string[]
  return write(you, withoutEmpty(facts))
}

function withoutEmpty(facts: ContentFacts): ContentFacts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => !isEmpty(value)))
}

/** The articles of an outcome as the letter cites them. */
export function basisOf(code: OutcomeCode, facts: ContentFacts): readonly Citation[] {
  const outcome: Outcome = outcomeOf(code)
  if (code !== 'other-misc') return outcome.basis
  return MISCELLANEOUS_BASIS[facts.kind as OutcomeFacts<'other-misc'>['kind']] ?? []
}

function enclosuresOf({ outcome, facts }: ReplyItem): readonly string[] {
  return outcomeOf(outcome).releases ? ((facts.enclosures ?? []) as readonly string[]) : []
}

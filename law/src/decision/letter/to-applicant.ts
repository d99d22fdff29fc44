import { citationsText, cite } from '../../citation.ts'
import type { Settings } from '../../clock/settings.ts'
import { type PlainDate, plainDateText } from '../../plain-date.ts'
import type { ApplicantClass } from '../../request/applicant.ts'
import type { Ruling } from '../../ruling.ts'
import { composeLetter, type Letter, type LetterFrame } from './letter.ts'
import { addressOf, clause, numbered, sentence } from './wording.ts'

/** The request that a notice belongs to. */
export type NoticeRequest = Readonly<{
  number: string
  applicant: string
  applicantClass: ApplicantClass
  receivedOn: PlainDate
  asked: string
}>

type Notice<Facts> = (frame: LetterFrame, request: NoticeRequest, facts: Facts) => Ruling<Letter>

const RECEIPT = cite('regulation', 31)
const REPLY = cite('regulation', 33, 2)
const CORRECTION = cite('regulation', 30)
const EXCESSIVE = cite('regulation', 35)
const NOT_COUNTED = cite('regulation', 33, 3)
const RECORDS = cite('regulation', 41)
const FEE = cite('fee-measures')

/** D02 登记回执: what was received, when, and by when the answer is due. */
export const composeReceipt: Notice<{ dueOn: PlainDate; provisional: boolean; queryCode: string }> = (
  frame,
  request,
  facts,
) =>
  compose('D02', frame, request, { 答复期限届满日: facts.dueOn, 查询码: facts.queryCode }, (you) => ({
    basis: [RECEIPT, REPLY],
    paragraphs: [
      `本机关已收到${you}提出的政府信息公开申请，登记如下：`,
      ...numbered([
        `申请编号：${request.number}`,
        `申请内容：${clause(request.asked)}`,
        `收到申请之日：${plainDateText(request.receivedOn)}`,
        `答复期限届满日：${plainDateText(facts.dueOn)}${facts.provisional ? '（放假安排尚未公布，暂定）' : ''}`,
        `查询码：${facts.queryCode}`,
      ]),
      `根据${citationsText([REPLY])}的规定，本机关自收到申请之日起20个工作日内予以答复；需要补正、征求意见、缴纳信息处理费或者延长答复期限的，另行告知。请妥善保管查询码，凭申请编号和查询码查询办理进度。`,
    ],
  }))

/** D03 补正告知书: everything to be put right, named at one time, with guidance, a period and its consequence. */
export const composeCorrectionNotice: Notice<{
  items: readonly string[]
  guidance: string
  respondBy: PlainDate
}> = (frame, request, { items, guidance, respondBy }) =>
  compose('D03', frame, request, { 补正事项: items, 指导和释明: guidance, 补正期限: respondBy }, (you) => ({
    basis: [CORRECTION],
    paragraphs: [
      opening(request, you),
      `经审查，申请内容不明确。根据${citationsText([CORRECTION])}的规定，请${you}补正下列事项：`,
      ...numbered(items),
      sentence(guidance),
      `请于${plainDateText(respondBy)}（含当日）前将补正材料送达本机关。答复期限自本机关收到补正材料之日起计算。无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。`,
    ],
  }))

/** D04 说明理由告知书: an applicant with clearly too many requests is asked why before anything is refused. */
export const composeReasonsNotice: Notice<{
  requestCount: number
  period: string
  toExplain: string
  respondBy: PlainDate
}> = (frame, request, { requestCount, period, toExplain, respondBy }) =>
  compose(
    'D04',
    frame,
    request,
    { 申请件数: requestCount || null, 统计时段: period, 需要说明的事项: toExplain, 期限: respondBy },
    (you) => ({
      basis: [EXCESSIVE],
      paragraphs: [
        opening(request, you),
        `经统计，${clause(period)}，${you}向本机关提出政府信息公开申请${requestCount}件，申请数量、频次明显超过合理范围。根据${citationsText([EXCESSIVE])}的规定，请${you}说明理由：${sentence(toExplain)}`,
        `请于${plainDateText(respondBy)}（含当日）前书面说明。理由不合理或者逾期未说明的，本机关不予处理；理由合理，但无法在规定期限内答复的，本机关将确定延迟答复的合理期限并告知${you}。`,
      ],
    }),
  )

/** D05 延期答复告知书: told before the first limit ends. */
export const composeExtensionNotice: Notice<{
  workingDays: number
  dueOn: PlainDate
  provisional: boolean
  reason: string
}> = (frame, request, { workingDays, dueOn, provisional, reason }) =>
  compose(
    'D05',
    frame,
    request,
    { 延长的工作日数: workingDays || null, 延长后的届满日: dueOn, 理由: reason },
    (you) => ({
      basis: [REPLY],
      paragraphs: [
        opening(request, you),
        `${sentence(reason)}根据${citationsText([REPLY])}的规定，经政府信息公开工作机构负责人同意，答复期限延长${workingDays}个工作日，延长后的届满日为${plainDateText(dueOn)}${provisional ? '（放假安排尚未公布，暂定）' : ''}。特此告知。`,
      ],
    }),
  )

/** D07 征求意见告知书: tells the applicant that the time of asking others is not counted. */
export const composeConsultationNotice: Notice<{ with: 'third-party' | 'co-maker'; sentOn: PlainDate }> = (
  frame,
  request,
  facts,
) =>
  compose('D07', frame, request, { 征求意见书的日期: facts.sentOn }, (you) => ({
    basis: [facts.with === 'third-party' ? cite('regulation', 32) : cite('regulation', 34), NOT_COUNTED],
    paragraphs: [
      opening(request, you),
      facts.with === 'third-party'
        ? `${you}申请公开的政府信息公开后可能损害第三方合法权益。根据${citationsText([cite('regulation', 32)])}的规定，本机关已于${plainDateText(facts.sentOn)}书面征求第三方的意见。`
        : `${you}申请公开的政府信息由本机关牵头、多个行政机关共同制作。根据${citationsText([cite('regulation', 34)])}的规定，本机关已于${plainDateText(facts.sentOn)}征求相关行政机关的意见。`,
      `根据${citationsText([NOT_COUNTED])}的规定，征求意见所需时间不计算在答复期限内。特此告知。`,
    ],
  }))

export type FeeNoticeFacts = Readonly<{
  method: 'by-item' | 'by-volume'
  /** How the amount comes about, in words. */
  standard: string
  amountInYuan: number
  /** Where and how to pay. */
  payment: string
  /** What the count does after payment, as the office reads the measures. */
  feeClock: Settings['feeClock']
}>

/** D11 收费通知书: basis, standard, amount and way of payment; one method for one request. */
export const composeFeeNotice: Notice<FeeNoticeFacts> = (
  frame,
  request,
  { method, standard, amountInYuan, payment, feeClock },
) => {
  const basis = cite('fee-measures', method === 'by-item' ? 4 : 5)
  const elements = { 收费标准: standard, 数额: amountInYuan > 0 ? amountInYuan : null, 缴纳方式: payment }
  return compose('D11', frame, request, elements, (you) => ({
    basis: [cite('regulation', 42), basis],
    paragraphs: [
      opening(request, you),
      `根据${citationsText([cite('regulation', 42), basis])}的规定，本机关对该申请${method === 'by-item' ? '按件' : '按量'}收取信息处理费。`,
      ...numbered([
        `收费标准：${clause(standard)}`,
        `数额：${amountInYuan}元`,
        `缴纳方式：${clause(payment)}`,
      ]),
      `请${you}自收到本通知次日起20个工作日内缴纳。根据${citationsText([FEE])}，逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请；缴费后，处理期限自完成缴费次日起${feeClock === 'restart' ? '重新' : '继续'}计算。`,
    ],
  }))
}

/** D13 延迟答复告知书: the reasons hold, but the number of requests needs more time; a period of its own, no extension. */
export const composeDelayedReplyNotice: Notice<{ dueOn: PlainDate; reason: string }> = (
  frame,
  request,
  { dueOn, reason },
) =>
  compose('D13', frame, request, { 合理期限: dueOn, 理由: reason }, (you) => ({
    basis: [EXCESSIVE],
    paragraphs: [
      opening(request, you),
      `${you}说明的理由合理。${sentence(reason)}根据${citationsText([EXCESSIVE])}的规定，本机关将延迟至${plainDateText(dueOn)}前答复。特此告知。`,
    ],
  }))

export type RecordCorrectionResult =
  | Readonly<{ kind: 'corrected'; record: string; result: string }>
  | Readonly<{ kind: 'not-corrected'; record: string; reason: string }>
  | Readonly<{ kind: 'forwarded'; record: string; to: string }>
  | Readonly<{ kind: 'pointed'; record: string; to: string }>

/** D15 更正告知书: what became of a claim that a record about the applicant is wrong. */
export function composeRecordCorrection(
  frame: LetterFrame,
  request: NoticeRequest,
  facts: RecordCorrectionResult,
  remedy: string,
): Ruling<Letter> {
  return compose(
    'D15',
    frame,
    request,
    { 要求更正的记录: facts.record, 处理结果: outcomeText(facts), 救济告知: remedy },
    (you) => ({
      basis: [RECORDS],
      remedy,
      paragraphs: [
        `本机关于${plainDateText(request.receivedOn)}收到${you}提出的更正申请（编号：${request.number}），要求更正与自身相关的政府信息记录：${sentence(facts.record)}`,
        `根据${citationsText([RECORDS])}的规定，${outcomeText(facts)}`,
      ],
    }),
  )
}

function outcomeText(facts: RecordCorrectionResult): string {
  switch (facts.kind) {
    case 'corrected':
      return facts.result === '' ? '' : `经审核属实，本机关已予更正：${sentence(facts.result)}`
    case 'not-corrected':
      return facts.reason === '' ? '' : `经审核，本机关不予更正。理由：${sentence(facts.reason)}`
    case 'forwarded':
      return facts.to === '' ? '' : `该记录不属于本机关职能范围，本机关已转送${clause(facts.to)}处理。`
    case 'pointed':
      return facts.to === '' ? '' : `该记录不属于本机关职能范围，请向${clause(facts.to)}提出。`
  }
}

function opening({ receivedOn, number, asked }: NoticeRequest, you: string): string {
  return `本机关于${plainDateText(receivedOn)}收到${you}提出的政府信息公开申请（申请编号：${number}），申请公开“${clause(asked)}”。`
}

type Compose = typeof composeLetter
type Body = ReturnType<Parameters<Compose>[4]>

function compose(
  code: Parameters<Compose>[0],
  frame: LetterFrame,
  request: NoticeRequest,
  elements: Parameters<Compose>[3],
  body: (you: string) => Body,
): Ruling<Letter> {
  const common = { 申请编号: request.number, 申请内容: request.asked }
  return composeLetter(code, frame, request.applicant, { ...common, ...elements }, () =>
    body(addressOf(request.applicantClass)),
  )
}

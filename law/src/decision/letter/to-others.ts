import { citationsText, cite } from '../../citation.ts'
import { type PlainDate, plainDateText } from '../../plain-date.ts'
import type { Ruling } from '../../ruling.ts'
import { composeLetter, type Letter, type LetterFrame } from './letter.ts'
import { clause, numbered, sentence } from './wording.ts'

const THIRD_PARTY = cite('regulation', 32)
const CO_MAKER = cite('regulation', 34)
const PUBLIC_INTEREST = cite('regulation', 15)

/** The applicant is not named to a third party or another agency unless the question cannot be understood without. */
export type ConsultationFacts = Readonly<{
  requestNumber: string
  /** The information that the addressee is asked about. */
  information: string
  /** Why the addressee is asked. */
  why: string
}>

/** D06 征求意见书（给第三方）, with the slip for its answer. Silence is neither consent nor refusal. */
export function composeThirdPartyConsultation(
  frame: LetterFrame,
  thirdParty: string,
  { requestNumber, information, why }: ConsultationFacts,
): Ruling<Letter> {
  return composeLetter('D06', frame, thirdParty, { 所涉信息: information, 征求意见的理由: why }, () => ({
    basis: [THIRD_PARTY],
    enclosures: ['征求意见确认函'],
    paragraphs: [
      `本机关正在办理一件政府信息公开申请（编号：${requestNumber}），申请公开的信息涉及贵方：${sentence(information)}`,
      `${sentence(why)}根据${citationsText([THIRD_PARTY])}的规定，现书面征求贵方意见：是否同意公开；不同意公开的，请说明理由。`,
      '请自收到本征求意见书之日起15个工作日内，将所附征求意见确认函填写后送达本机关。逾期未提出意见的，由本机关依照《中华人民共和国政府信息公开条例》的规定决定是否公开。贵方不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知贵方。',
    ],
  }))
}

/** 征求意见确认函: the slip that comes back with D06. */
export function consultationSlip(
  agency: string,
  requestNumber: string,
  information: string,
): Readonly<{
  title: string
  lines: readonly string[]
}> {
  return {
    title: '征求意见确认函',
    lines: [
      `${agency}：`,
      `对编号${requestNumber}的政府信息公开申请所涉“${clause(information)}”，我方意见如下：`,
      '□同意公开　　□不同意公开　　□部分同意公开（请注明）',
      '理由：',
      '签名（盖章）：',
      '日期：　　　　年　　月　　日',
    ],
  }
}

/** D08 依申请公开告知书（给第三方）: public interest outweighs; the third party is told what goes out and why. */
export function composeOverrideNotice(
  frame: LetterFrame,
  thirdParty: string,
  facts: Readonly<{
    requestNumber: string
    disclosed: string
    reason: string
    releaseOn: PlainDate
    remedy: string
  }>,
): Ruling<Letter> {
  const { requestNumber, disclosed, reason, releaseOn, remedy } = facts
  const elements = { 公开的内容: disclosed, 理由: reason, 公开日期: releaseOn, 救济告知: remedy }
  return composeLetter('D08', frame, thirdParty, elements, () => ({
    basis: [PUBLIC_INTEREST, THIRD_PARTY],
    remedy,
    paragraphs: [
      `本机关曾就编号${requestNumber}的政府信息公开申请书面征求贵方意见。经审查，本机关认为不公开所涉信息会对公共利益造成重大影响：${sentence(reason)}`,
      `根据${citationsText([PUBLIC_INTEREST, THIRD_PARTY])}的规定，本机关决定于${plainDateText(releaseOn)}公开下列内容：${sentence(disclosed)}特此告知。`,
    ],
  }))
}

/** D09 征求意见书（给共同制作机关）: silence within 15 working days is consent. */
export function composeCoMakerConsultation(
  frame: LetterFrame,
  agency: string,
  { requestNumber, information, why }: ConsultationFacts,
): Ruling<Letter> {
  return composeLetter('D09', frame, agency, { 所涉信息: information, 征求意见的理由: why }, () => ({
    basis: [CO_MAKER],
    paragraphs: [
      `本机关正在办理一件政府信息公开申请（编号：${requestNumber}），申请公开的信息由本机关牵头、贵机关参与制作：${sentence(information)}`,
      `${sentence(why)}根据${citationsText([CO_MAKER])}的规定，现征求贵机关意见。请自收到本征求意见书之日起15个工作日内提出意见；逾期未提出意见的，视为同意公开。`,
    ],
  }))
}

/** D10 协办函: what a unit is to search or give its opinion on, in a signed answer; nothing of the applicant. */
export function composeSearchOrder(
  frame: LetterFrame,
  unit: string,
  facts: Readonly<{
    requestNumber: string
    information: string
    keywords: readonly string[]
    places: readonly string[]
    respondBy: PlainDate
  }>,
): Ruling<Letter> {
  const { requestNumber, information, keywords, places, respondBy } = facts
  const elements = { 所涉信息: information, 检索用词: keywords, 检索范围: places, 期限: respondBy }
  return composeLetter('D10', frame, unit, elements, () => ({
    basis: [],
    paragraphs: [
      `因办理政府信息公开申请（编号：${requestNumber}），请协助检索：${sentence(information)}`,
      ...numbered([
        `检索范围：${places.map(clause).join('、')}`,
        `检索用词：${keywords.map(clause).join('、')}，并请补充本单位的习惯用语`,
        '检索后请说明检索的系统、时段、用词和结果；有相关信息的一并提供，并提出能否公开的意见',
      ]),
      `请于${plainDateText(respondBy)}（含当日）前以书面形式答复，由检索人和负责人签名。`,
    ],
  }))
}

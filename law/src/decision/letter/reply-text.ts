import { type Citation, citationsText, cite } from '../../citation.ts'
import { type PlainDate, plainDateText } from '../../plain-date.ts'
import type { ContentField, WithheldPart } from '../content-field.ts'
import { NOT_GOVERNMENT_INFORMATION } from '../content-field.ts'
import {
  INTERNAL_KINDS,
  PROCESS_KINDS,
  PROVISION_MEDIA,
  SAFETY_INTERESTS,
  THIRD_PARTY_INTERESTS,
} from '../kinds.ts'
import { OUTCOMES } from '../outcome.ts'
import type { OutcomeCode } from '../outcome-code.ts'
import { clause, inTitleMarks, numbered, sentence } from './wording.ts'

type Outcomes = typeof OUTCOMES
type FieldsOf<Code extends OutcomeCode> = Outcomes[Code]['content'][number]
type ValueOf<Field> = Field extends { kind: 'choice'; choices: infer Choices }
  ? keyof Choices & string
  : Field extends { kind: infer Kind extends ContentField['kind'] }
    ? {
        text: string
        day: PlainDate
        count: number
        flag: boolean
        list: readonly string[]
        'withheld-parts': readonly WithheldPart[]
        choice: string
      }[Kind]
    : never

/** The facts that the letter of one outcome needs, typed by its content fields. */
export type OutcomeFacts<Code extends OutcomeCode> = {
  readonly [Field in FieldsOf<Code> as Field['required'] extends true ? Field['key'] : never]: ValueOf<Field>
} & {
  readonly [Field in FieldsOf<Code> as Field['required'] extends true ? never : Field['key']]?: ValueOf<Field>
}

/** 答复内容: finding, article and result of one outcome, as paragraphs; `you` is 您 or 贵单位. */
export type ReplyText = {
  readonly [Code in OutcomeCode]: (you: string, facts: OutcomeFacts<Code>) => readonly string[]
}

const NO_DUTY = '法律、法规、规章没有规定应当公开'

export const REPLY_TEXT: ReplyText = {
  'grant-already-public': (you, { places }) => [
    `经审查，${you}申请公开的政府信息已经主动公开。${under('grant-already-public')}，现将获取该政府信息的方式、途径告知如下：`,
    ...numbered(places),
  ],
  'grant-provided': (you, { enclosures, pages, medium }) => [
    `经审查，${you}申请公开的政府信息可以公开。${under('grant-provided')}，现以${PROVISION_MEDIA[medium]}形式向${you}提供下列政府信息，共${pages}页：`,
    ...numbered(enclosures),
  ],
  'grant-later': (you, { way, path, availableOn }) => [
    `经审查，${you}申请公开的政府信息可以公开。${under('grant-later')}，请${you}自${plainDateText(availableOn)}起，通过${clause(path)}，以${clause(way)}的方式获取该政府信息。`,
  ],
  partial: (you, { enclosures, pages, withheld }) => [
    `经审查，${you}申请公开的政府信息中含有不应当公开或者不属于政府信息的内容，能够作区分处理。${under('partial')}，现向${you}提供可以公开的部分，共${pages}页：`,
    ...numbered(enclosures),
    '下列内容未予提供，依据和理由如下：',
    ...withheld.map((part, index) => `${index + 1}.${withheldText(part)}`),
  ],
  'deny-state-secret': (you, { reason }) => [
    `经审查，${you}申请公开的政府信息属于依法确定的国家秘密。${sentence(reason)}${under('deny-state-secret')}，本机关决定不予公开。`,
  ],
  'deny-law-forbids': (you, { lawKind, law, lawArticle, reason }) => [
    `经审查，${you}申请公开的政府信息属于${lawKind === 'law' ? '法律' : '行政法规'}${inTitleMarks(law)}${clause(lawArticle)}禁止公开的信息。${sentence(reason)}${under('deny-law-forbids')}，本机关决定不予公开。`,
  ],
  'deny-safety': (you, { interest, reason }) => [
    `经审查，${you}申请公开的政府信息公开后可能危及${SAFETY_INTERESTS[interest]}。${sentence(reason)}${under('deny-safety')}，本机关决定不予公开。`,
  ],
  'deny-third-party': (you, { interest, answer, publicInterest, reason }) => [
    `经审查，${you}申请公开的政府信息涉及第三方的${THIRD_PARTY_INTERESTS[interest]}，公开会对第三方合法权益造成损害。本机关依法书面征求了第三方的意见，第三方${answer === 'refused' ? '不同意公开' : '逾期未提出意见，由本机关依照条例的规定决定是否公开'}。关于公共利益：${sentence(publicInterest)}${sentence(reason)}${under('deny-third-party')}，本机关决定不予公开。`,
  ],
  'deny-internal': (you, { kind, reason }) => [
    `经审查，${you}申请公开的政府信息属于本机关${INTERNAL_KINDS[kind]}方面的内部事务信息，${NO_DUTY}。${sentence(reason)}${under('deny-internal')}，本机关决定不予公开。`,
  ],
  'deny-process': (you, { kind, reason }) => [
    `经审查，${you}申请公开的政府信息属于行政机关在履行行政管理职能过程中形成的${PROCESS_KINDS[kind]}，${NO_DUTY}。${sentence(reason)}${under('deny-process')}，本机关决定不予公开。`,
  ],
  'deny-enforcement-file': (you, { fileKind, reason }) => [
    `经审查，${you}申请公开的政府信息属于行政执法案卷信息（${clause(fileKind)}），${NO_DUTY}。${sentence(reason)}${under('deny-enforcement-file')}，本机关决定不予公开。`,
  ],
  'deny-admin-query': (you, { law, place, procedure, reason }) => [
    `经审查，${you}申请公开的信息属于${clause(law)}对获取方式有特别规定的信息。${sentence(reason)}${under('deny-admin-query')}，请${you}依照上述规定办理：查询场所为${clause(place)}；查询程序为${clause(procedure)}。`,
  ],
  'unable-not-exist': (you, { searched, keywords }) => [
    `经检索${clause(searched)}（检索用词：${keywords.map(clause).join('、')}），本机关没有${you}申请公开的政府信息。${under('unable-not-exist')}，现告知${you}该政府信息不存在。`,
  ],
  'unable-other-agency': (you, { reason, responsibleAgency, agencyContact }) => [
    `经审查，${you}申请公开的政府信息不属于本机关负责公开。${sentence(reason)}${under('unable-other-agency')}，现予告知。${
      responsibleAgency === undefined
        ? '本机关无法确定负责公开该政府信息的行政机关。'
        : `请${you}向${clause(responsibleAgency)}提出申请，联系方式：${clause(agencyContact ?? '')}。`
    }`,
  ],
  'unable-needs-creation': (you, { reason }) => [
    `经审查，本机关没有现成的${you}所申请的政府信息。${sentence(reason)}提供该信息需要对现有政府信息进行加工、分析。${under('unable-needs-creation')}，本机关不予提供。`,
  ],
  'unable-unclear': (you, { asked, stillUnclear }) => [
    `因申请内容不明确，本机关要求${you}补正下列事项：${asked.map(clause).join('；')}。${you}提交的补正材料仍不能明确所申请的政府信息：${sentence(stillUnclear)}${under('unable-unclear')}，本机关无法提供。`,
  ],
  'noproc-petition': (you, { nature, channel }) => [
    `经审查，${you}以政府信息公开申请的形式提出的事项属于${{ petition: '信访', complaint: '投诉', report: '举报' }[nature]}。${under('noproc-petition')}，不作为政府信息公开申请处理。${channel === undefined ? '' : `${you}可以通过${clause(channel)}提出。`}`,
  ],
  'noproc-repeat': (you, { earlierReplyOn, earlierReplyNumber }) => [
    `经审查，${you}曾就相同政府信息提出申请，本机关已于${plainDateText(earlierReplyOn)}作出答复（${clause(earlierReplyNumber)}）。${under('noproc-repeat')}，不予重复处理。`,
  ],
  'noproc-publication': (you, { publication, wayToGet }) => [
    `经审查，${you}申请提供的${clause(publication)}属于公开出版物。${under('noproc-publication')}，本机关不予处理。${wayToGet === undefined ? '' : `获取途径：${clause(wayToGet)}。`}`,
  ],
  'noproc-excessive': (you, { requestCount, period, reasonsAskedOn, whyUnreasonable }) => [
    `经统计，${clause(period)}，${you}向本机关提出政府信息公开申请${requestCount}件，申请数量、频次明显超过合理范围。本机关于${plainDateText(reasonsAskedOn)}要求${you}说明理由。${sentence(whyUnreasonable)}${under('noproc-excessive')}，本机关不予处理。`,
  ],
  'noproc-confirm': (you, { alreadyHeld, obtainedBy }) => [
    `经审查，${you}已通过${clause(obtainedBy)}获取${clause(alreadyHeld)}，本次申请实质是要求行政机关对已获取的信息予以确认或者重新出具。${under('noproc-confirm')}，本机关不予处理。`,
  ],
  'other-no-correction': (you, { noticeOn, noticeReceivedOn, periodEndedOn }) => [
    `本机关于${plainDateText(noticeOn)}作出补正告知书，${you}于${plainDateText(noticeReceivedOn)}收到，补正期限于${plainDateText(periodEndedOn)}届满。${you}无正当理由逾期未补正。${under('other-no-correction')}，视为放弃申请，本机关不再处理该政府信息公开申请。`,
  ],
  'other-fee-unpaid': (you, { noticeOn, noticeReceivedOn, periodEndedOn }) => [
    `本机关于${plainDateText(noticeOn)}作出收费通知书，${you}于${plainDateText(noticeReceivedOn)}收到，缴费期限于${plainDateText(periodEndedOn)}届满。${you}逾期未按照要求缴纳信息处理费。${under('other-fee-unpaid')}，视为放弃申请，本机关不再处理该政府信息公开申请。`,
  ],
  'other-misc': (you, { kind, happenedOn, reason }) =>
    MISCELLANEOUS[kind](you, plainDateText(happenedOn), reason),
}

type MiscellaneousKind = OutcomeFacts<'other-misc'>['kind']

/** What 3.其他 cites, by what happened. */
export const MISCELLANEOUS_BASIS: Readonly<Record<MiscellaneousKind, readonly Citation[]>> = {
  withdrawn: [],
  merged: [],
  'not-government-information': [cite('regulation', 2)],
  inquiry: [cite('regulation', 2)],
  archives: [cite('letter-14')],
}

const MISCELLANEOUS: Readonly<
  Record<MiscellaneousKind, (you: string, on: string, reason: string) => readonly string[]>
> = {
  withdrawn: (you, on, reason) => [
    `${you}于${on}撤回该政府信息公开申请。${sentence(reason)}本机关不再处理该申请。`,
  ],
  merged: (you, on, reason) => [
    `${you}于${on}重复提交同一申请。${sentence(reason)}本机关将其合并办理，不再单独答复。`,
  ],
  'not-government-information': (you, _on, reason) => [
    `经审查，${you}申请公开的内容不属于${citationsText(MISCELLANEOUS_BASIS['not-government-information'])}规定的政府信息。${sentence(reason)}现予告知。`,
  ],
  inquiry: (you, _on, reason) => [
    `经审查，${you}所提事项属于咨询，不属于${citationsText(MISCELLANEOUS_BASIS.inquiry)}规定的政府信息。${sentence(reason)}现予告知。`,
  ],
  archives: (you, on, reason) => [
    `经审查，${you}申请公开的政府信息已于${on}移交国家档案馆。${sentence(reason)}根据${citationsText(MISCELLANEOUS_BASIS.archives)}，请${you}依照有关档案管理的法律、行政法规和国家有关规定办理。`,
  ],
}

/** `根据《…条例》第三十六条第（四）项的规定`: the one place where a letter takes its article from. */
function under(code: OutcomeCode): string {
  return `根据${citationsText(OUTCOMES[code].basis)}的规定`
}

function withheldText({ part, ground, reason, masking }: WithheldPart): string {
  const what =
    ground === NOT_GOVERNMENT_INFORMATION
      ? '不属于政府信息'
      : `${OUTCOMES[ground].label.replace(/^不予公开（(.*)）$/, '$1')}，根据${citationsText(OUTCOMES[ground].basis)}的规定不予公开`
  return `${clause(part)}：${what}。理由：${sentence(reason)}处理方式：${sentence(masking)}`
}

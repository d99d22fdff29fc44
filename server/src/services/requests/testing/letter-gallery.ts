import type { OfficialDocument } from '@mingfu/documents'
import {
  archiveSheet,
  composeCoMakerConsultation,
  composeConsultationNotice,
  composeCorrectionNotice,
  composeDelayedReplyNotice,
  composeExtensionNotice,
  composeFeeNotice,
  composeOverrideNotice,
  composeReasonsNotice,
  composeReceipt,
  composeRecordCorrection,
  composeReply,
  composeSearchOrder,
  composeThirdPartyConsultation,
  type Letter,
  OUTCOME_CODES,
  type OutcomeCode,
  parsePlainDate,
  registrationSheet,
  remedyClause,
  reviewSheet,
  type Sheet,
  searchSheet,
  serviceSheet,
  type WithheldPart,
} from '@mingfu/law'
import { uphold } from '../../uphold.ts'
import { letterDocument, withConsultationSlip } from '../letter-document.ts'
import { sheetDocument } from '../sheet/sheet-document.ts'
import { OUTCOME_FACTS } from './outcome-facts.ts'

const on = parsePlainDate
export const AGENCY = '示例市住房和城乡建设局'
const FRAME = {
  agency: AGENCY,
  number: '示住建复〔2024〕12号',
  on: on('2024-03-20'),
  contact: '联系人：政务公开科李某，电话：0371-00000000',
}
const REQUEST = {
  number: '示住建申2024-0007',
  applicant: '张某某',
  applicantClass: 'natural-person',
  channel: 'online',
  receivedOn: on('2024-03-01'),
  asked: '某小区一期工程消防验收文件以及历次整改通知',
} as const

/** The remedy clause of a reply of this office, as it is issued. */
export function galleryRemedy(outcome: OutcomeCode): string {
  const withheld = 'withheld' in OUTCOME_FACTS[outcome][1] ? (['deny-third-party'] as const) : []
  const agency = { name: AGENCY, kind: 'local-department', government: '示例市人民政府' } as const
  const court = '示例市示例区人民法院'
  return uphold(remedyClause({ outcome, withheldUnder: withheld, decidedOn: FRAME.on, agency, court })).text
}

export function galleryReply(outcome: OutcomeCode): Letter {
  const facts = OUTCOME_FACTS[outcome][1] as Readonly<Record<string, string | readonly WithheldPart[]>>
  const items = [{ outcome, facts }] as const
  return uphold(composeReply({ frame: FRAME, request: REQUEST, items, remedy: galleryRemedy(outcome) }))
}

const remedy = '如对本告知不服，可以自收到之日起60日内向示例市人民政府申请行政复议。'
const information = '某小区一期工程消防验收意见书'
const consultation = { requestNumber: REQUEST.number, information, why: '该信息可能涉及贵方商业秘密' }

export const SLIP = { requestNumber: REQUEST.number, information }

export const NOTICES: Readonly<Record<string, Letter>> = {
  D02: uphold(
    composeReceipt(FRAME, REQUEST, { dueOn: on('2024-03-29'), provisional: false, queryCode: 'Q7F2-9K3M' }),
  ),
  D03: uphold(
    composeCorrectionNotice(FRAME, REQUEST, {
      items: ['所指工程的名称或者位置', '身份证明'],
      guidance: '可以在本机关网站“建设工程”栏目查询工程名称',
      respondBy: on('2024-04-11'),
    }),
  ),
  D04: uphold(
    composeReasonsNotice(FRAME, REQUEST, {
      requestCount: 96,
      period: '2023年9月至2024年2月',
      toExplain: '大量申请的理由',
      respondBy: on('2024-04-03'),
    }),
  ),
  D05: uphold(
    composeExtensionNotice(FRAME, REQUEST, {
      workingDays: 10,
      dueOn: on('2024-04-15'),
      provisional: false,
      reason: '需要检索的档案较多',
    }),
  ),
  D06: uphold(composeThirdPartyConsultation(FRAME, '示例建设有限公司', consultation)),
  D07: uphold(composeConsultationNotice(FRAME, REQUEST, { with: 'third-party', sentOn: on('2024-03-08') })),
  D08: uphold(
    composeOverrideNotice(FRAME, '示例建设有限公司', {
      requestNumber: REQUEST.number,
      disclosed: information,
      reason: '涉及小区居民的消防安全',
      releaseOn: on('2024-04-08'),
      remedy,
    }),
  ),
  D09: uphold(composeCoMakerConsultation(FRAME, '示例市消防救援局', consultation)),
  D10: uphold(
    composeSearchOrder(FRAME, '建设管理科', {
      requestNumber: REQUEST.number,
      information,
      keywords: ['消防验收', '竣工验收'],
      places: ['工程档案室', '业务系统'],
      respondBy: on('2024-03-25'),
    }),
  ),
  D11: uphold(
    composeFeeNotice(FRAME, REQUEST, {
      method: 'by-volume',
      standard: '第31至68页共38页，每页10元',
      amountInYuan: 380,
      payment: '持本通知书到市政务服务中心缴纳',
      feeClock: 'restart',
    }),
  ),
  D13: uphold(composeDelayedReplyNotice(FRAME, REQUEST, { dueOn: on('2024-06-28'), reason: '需要逐件核对' })),
  D15: uphold(
    composeRecordCorrection(
      FRAME,
      REQUEST,
      { kind: 'corrected', record: '登记的住址', result: '已改为解放路1号' },
      remedy,
    ),
  ),
}

export const SHEETS: Readonly<Record<string, Sheet>> = {
  D01: uphold(
    registrationSheet({
      requestNumber: REQUEST.number,
      channel: '互联网在线申请',
      submittedOn: on('2024-03-01'),
      receivedOn: on('2024-03-01'),
      dueOn: on('2024-03-29'),
      applicant: '张某某',
      applicantClass: '自然人',
      contact: '13800001234；示例市解放路1号',
      asked: REQUEST.asked,
      mediumWanted: '邮寄',
      handler: '李某',
    }),
  ),
  D16: uphold(
    serviceSheet({
      documentTitle: `${AGENCY}政府信息公开申请答复书`,
      documentNumber: FRAME.number,
      addressee: '张某某',
      method: '留置送达',
      servedOn: on('2024-03-21'),
      receivedBy: '',
      relation: '',
      server: '李某',
      refusal: { reason: '受送达人拒绝签收', witnesses: ['社区工作人员王某', '赵某'] },
    }),
  ),
  D17: uphold(
    searchSheet({
      requestNumber: REQUEST.number,
      systems: ['综合档案系统', '建设工程审批系统'],
      period: '2019年1月至2024年3月',
      keywords: ['消防验收', '竣工验收', '验收备案'],
      hits: '三个系统均没有命中；经询问建设管理科，该工程尚未申报验收',
      searcher: '李某',
      searchedOn: on('2024-03-11'),
      unitsAsked: ['建设管理科'],
    }),
  ),
  D18: uphold(
    reviewSheet({
      information: REQUEST.asked,
      opinion: '作区分处理后公开：附件二的联系电话遮盖',
      reviewer: '陈某',
      reviewedOn: on('2024-03-18'),
      approver: '周某',
      approvedOn: on('2024-03-20'),
    }),
  ),
  D19: uphold(
    archiveSheet({
      requestNumber: REQUEST.number,
      documents: [
        { title: `${AGENCY}政府信息公开申请登记回执`, number: '', on: on('2024-03-01'), pages: 1 },
        { title: `${AGENCY}政府信息公开申请答复书`, number: FRAME.number, on: on('2024-03-20'), pages: 2 },
        { title: '消防验收意见书（公开版本）.pdf', number: '', on: on('2024-03-19'), pages: 12 },
      ],
      archivedBy: '李某',
      archivedOn: on('2024-04-01'),
    }),
  ),
}

/** Every kind of document that the office issues, as it is drawn: letters, each outcome's reply, and forms. */
export function letterGallery(): ReadonlyMap<string, OfficialDocument> {
  const notices = Object.entries(NOTICES).map(([code, letter]): [string, OfficialDocument] => {
    const drawn = letterDocument(letter, letter.addressee)
    return [code, code === 'D06' ? withConsultationSlip(drawn, letter, SLIP) : drawn]
  })
  const replies = OUTCOME_CODES.map((outcome): [string, OfficialDocument] => {
    const letter = galleryReply(outcome)
    return [`${letter.code} ${outcome}`, letterDocument(letter, letter.addressee)]
  })
  const sheets = Object.entries(SHEETS).map(([code, sheet]): [string, OfficialDocument] => [
    code,
    sheetDocument(sheet, AGENCY, FRAME.on),
  ])
  return new Map([...notices, ...replies, ...sheets])
}

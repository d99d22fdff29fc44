import { z } from 'zod'
import { Day } from './day.ts'
import { SignOffStepId } from './office-rules.ts'
import { DecisionItemsBody } from './request-views.ts'
import {
  ApplicantClassId,
  ATTACHED_KINDS,
  ChannelId,
  OutcomeId,
  RequestStateId,
  ServiceMethodId,
} from './request-words.ts'
import { defineRoute } from './route.ts'

const id = z.string()
const version = z.int()
const params = z.object({ requestId: id })
const on = Day.meta({ title: '日期' })
const maybeOn = Day.nullable().default(null)
const short = z.string().trim().max(200).default('')

/** What a step answers: the new version, and where the case now stands. */
const Handled = z.object({ version, state: RequestStateId, dueOn: z.string().nullable() })

/** A step on one request: the version that the page showed goes along, so that nobody overwrites a colleague. */
function act<const Shape extends z.ZodRawShape>(path: string, summary: string, shape: Shape) {
  return defineRoute({
    method: 'POST',
    path: `/requests/:requestId${path}`,
    summary,
    access: 'staff',
    params,
    body: z.strictObject({ version, ...shape }),
    answer: Handled,
  })
}

function words(title: string, most: number) {
  return z.string().trim().min(1).max(most).meta({ title })
}

/** 办理的每一步. No step takes a deadline or a state: both are read off the history by the law. */
export const requestActs = {
  confirm: act('/confirmation', '登记与申请人确认的日期', {
    on: Day.meta({ title: '确认日期' }),
    how: words('确认方式', 500),
  }),
  startReview: act('/review', '开始办理，确认经办人和申请人类别', {
    on,
    handlerId: id.meta({ title: '经办人' }),
    applicantClass: ApplicantClassId,
  }),
  requestCorrection: act('/correction', '发出补正告知书', {
    on: Day.meta({ title: '告知日期' }),
    items: z.array(z.string().trim().min(1).max(500)).min(1).max(20).meta({ title: '补正事项' }),
    guidance: words('指导和释明', 2000),
    respondBy: Day.meta({ title: '补正期限' }),
    deliveredOn: maybeOn.meta({ title: '送达日期' }),
    againReason: z.string().trim().max(500).default('').meta({ title: '再次告知补正的理由' }),
  }),
  receiveCorrection: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/correction/answer',
    summary: '登记收到的补正材料，答复期限重新计算',
    access: 'staff',
    files: ATTACHED_KINDS,
    params,
    body: z.strictObject({
      version,
      on: Day.meta({ title: '收到日期' }),
      channel: ChannelId,
      text: words('补正内容', 5000),
      goodReason: z.string().trim().max(500).default('').meta({ title: '逾期的正当理由' }),
    }),
    answer: Handled,
  }),
  lapseCorrection: act('/correction/lapse', '逾期不补正，不再处理', { on }),
  extend: act('/extension', '延长答复期限，发出延期答复告知书', {
    on: Day.meta({ title: '告知日期' }),
    workingDays: z.int().meta({ title: '延长的工作日数' }),
    reason: words('理由', 500),
    approvedBy: id.meta({ title: '同意的负责人' }),
    approvedOn: Day.meta({ title: '同意日期' }),
  }),
  askExtension: act('/extension/request', '向公开工作机构负责人申请延长答复期限', {
    workingDays: z.int().min(1).max(20).meta({ title: '延长的工作日数' }),
    reason: words('理由', 500),
  }),
  decideExtension: act(
    '/extension/decision',
    '公开工作机构负责人决定是否延长；同意的当日发出延期答复告知书',
    {
      extensionId: id,
      decision: z.enum(['approved', 'refused'], '请选择是否同意').meta({ title: '决定' }),
      opinion: words('意见', 500),
    },
  ),
  openConsultation: act('/consultations', '发出征求意见书，并告知申请人', {
    on: Day.meta({ title: '发出日期' }),
    with: z
      .enum(['third-party', 'co-maker', 'secrecy-authority'], '请选择征求意见的对象')
      .meta({ title: '征求意见的对象' }),
    party: z.strictObject({
      name: words('名称或者姓名', 100),
      contactName: short.meta({ title: '联系人' }),
      phone: short.meta({ title: '联系电话' }),
      address: short.meta({ title: '地址' }),
    }),
    subject: words('所涉信息（不写申请人）', 2000),
    why: words('征求意见的理由', 1000),
  }),
  deliverConsultation: act('/consultations/delivery', '登记征求意见书的送达', {
    consultationId: id,
    on: Day.meta({ title: '收到日期' }),
    proof: short.meta({ title: '凭证' }),
  }),
  answerConsultation: act('/consultations/answer', '登记收到的意见', {
    consultationId: id,
    on: Day.meta({ title: '收到日期' }),
    answer: z.enum(['consent', 'refusal'], '请选择意见').meta({ title: '意见' }),
    reasonable: z.boolean().nullable().default(null).meta({ title: '不同意的理由是否成立' }),
    opinion: words('意见内容', 5000),
  }),
  lapseConsultation: act('/consultations/lapse', '逾期未提出意见', { consultationId: id, on }),
  askReasons: act('/reasons', '发出说明理由告知书', {
    on: Day.meta({ title: '告知日期' }),
    requestCount: z.int().min(1).meta({ title: '申请件数' }),
    period: words('统计时段', 100),
    toExplain: words('需要说明的事项', 1000),
    respondBy: Day.meta({ title: '期限' }),
  }),
  receiveReasons: act('/reasons/answer', '登记申请人说明的理由', {
    on: Day.meta({ title: '收到日期' }),
    reasonable: z.boolean().meta({ title: '理由是否合理' }),
    reasons: words('申请人的理由', 5000),
    judgement: words('判断意见', 1000),
  }),
  lapseReasons: act('/reasons/lapse', '逾期未说明理由', { on }),
  fixDelayedReply: act('/delayed-reply', '确定延迟答复的期限', {
    on: Day.meta({ title: '告知日期' }),
    dueOn: Day.meta({ title: '延迟答复的期限' }),
    reason: words('理由', 500),
  }),
  noticeFee: act('/fee', '发出收费通知书；金额依标准计算', {
    on: Day.meta({ title: '通知日期' }),
    method: z.enum(['by-item', 'by-volume'], '请选择计收方式').meta({ title: '计收方式' }),
    pages: z.int().min(1).nullable().default(null).meta({ title: '页数' }),
    payment: words('缴纳方式', 500),
    deliveredOn: maybeOn.meta({ title: '送达日期' }),
  }),
  recordPayment: act('/fee/payment', '登记缴费，处理期限重新计算', {
    on: Day.meta({ title: '缴费日期' }),
    receiptNumber: words('财政票据号码', 100),
  }),
  lapseFee: act('/fee/lapse', '逾期不缴费，不再处理', { on }),
  draft: act('/decision', '拟出处理决定', {
    items: DecisionItemsBody,
    main: OutcomeId.optional().meta({ title: '主要的处理决定' }),
  }),
  signOff: act('/decision/sign-off', '签发前审核，提出同意的意见', {
    step: SignOffStepId,
    opinion: words('审核意见', 1000),
  }),
  returnDraft: act('/decision/return', '退回修改', { reason: words('退回理由', 1000) }),
  approve: act('/decision/approval', '签发处理决定，编排文号', {}),
  replyOnSpot: act('/decision/on-spot', '当场答复', { items: DecisionItemsBody }),
  serve: act('/service', '登记送达', {
    method: ServiceMethodId,
    sentOn: Day.meta({ title: '送出日期' }),
    receivedOn: maybeOn.meta({ title: '签收、到达日期' }),
    carrier: z.enum(['postal-company', 'courier']).nullable().default(null).meta({ title: '寄递企业' }),
    proof: short.meta({ title: '邮件号码或者送达回证' }),
    receiver: short.meta({ title: '签收人' }),
    relation: short.meta({ title: '签收人与受送达人的关系' }),
    refusalReason: short.meta({ title: '拒收事由' }),
    witnesses: z.array(z.string().trim().min(1).max(60)).max(5).default([]).meta({ title: '见证人' }),
  }),
  failService: act('/service/failure', '登记送达未成', {
    on,
    method: ServiceMethodId,
    reason: words('原因', 500),
    sentOn: maybeOn.meta({ title: '送出日期' }),
  }),
  deliver: act('/delivery', '登记文书签收', {
    document: z.enum(['correction-notice', 'fee-notice', 'decision'], '请选择文书').meta({ title: '文书' }),
    on: Day.meta({ title: '签收日期' }),
    proof: words('凭证', 200),
  }),
  close: act('/closing', '办结归档', { on }),
  withdraw: act('/withdrawal', '登记申请人撤回申请', {
    on: Day.meta({ title: '撤回日期' }),
    statement: words('撤回的书面说明', 1000),
  }),
  orderAgain: act('/reopening', '登记责令重新答复', {
    on: Day.meta({ title: '收到决定、判决的日期' }),
    by: z.enum(['reconsideration', 'court'], '请选择作出机关').meta({ title: '作出机关' }),
    dueOn: Day.meta({ title: '重新答复的期限' }),
    note: z.string().trim().max(500).default('').meta({ title: '说明' }),
  }),
}

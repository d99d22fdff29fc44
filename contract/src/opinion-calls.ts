import { OPINION_OUTCOMES, OPINION_SUBJECTS } from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]

export const OPINION_WAY_WORDS = {
  online: '网上提交',
  letter: '来信',
  mail: '电子邮件',
  meeting: '座谈、听证',
  phone: '电话',
} as const

const Subject = z.enum(keys(OPINION_SUBJECTS), '请选择征求意见的对象').meta({ title: '征求意见的对象' })
const Outcome = z.enum(keys(OPINION_OUTCOMES), '请选择采纳情况').meta({ title: '采纳情况' })

export const OpinionCallView = z.object({
  callId: z.string(),
  number: z.string(),
  documentId: z.string(),
  subject: Subject,
  title: z.string(),
  explanation: z.string(),
  otherWays: z.string(),
  opensOn: z.string(),
  closesOn: z.string(),
  shortReason: z.string().nullable(),
  cancelledOn: z.string().nullable(),
  cancelledFor: z.string().nullable(),
  resultText: z.string().nullable(),
  resultDraftedBy: z.string().nullable(),
  resultReturnedFor: z.string().nullable(),
  resultReviewedBy: z.string().nullable(),
  resultPublishedAt: z.string().nullable(),
  finalDocumentId: z.string().nullable(),
  state: z.enum(['coming', 'open', 'awaiting-result', 'result-overdue', 'concluded', 'cancelled']),
  resultDueOn: z.string(),
  version: z.int(),
})
export type OpinionCallView = z.infer<typeof OpinionCallView>

export const OpinionCallLine = OpinionCallView.extend({ opinions: z.int(), weighed: z.int() })
export type OpinionCallLine = z.infer<typeof OpinionCallLine>

export const OpinionView = z.object({
  opinionId: z.string(),
  number: z.string(),
  way: z.enum(keys(OPINION_WAY_WORDS)),
  clause: z.string(),
  text: z.string(),
  name: z.string(),
  contact: z.string(),
  receivedOn: z.string(),
  gist: z.string().nullable(),
  outcome: Outcome.nullable(),
  reason: z.string().nullable(),
  weighedBy: z.string().nullable(),
  version: z.int(),
})
export type OpinionView = z.infer<typeof OpinionView>

const Linked = z.object({ documentId: z.string(), title: z.string() })
export const OpinionCallFile = z.object({
  call: OpinionCallView,
  draft: Linked,
  final: Linked.nullable(),
  opinions: z.array(OpinionView),
})
export type OpinionCallFile = z.infer<typeof OpinionCallFile>

const params = z.object({ callId: z.uuid('这次征集的地址不正确，请从列表进入') })
const opinionParams = z.object({ opinionId: z.uuid('这条意见的地址不正确，请从列表进入') })
const version = z.int()
const answer = z.object({ version })

export const opinionCalls = {
  list: defineRoute({
    method: 'GET',
    path: '/opinion-calls',
    summary: '意见征集，各有多少条意见、办理了多少条',
    access: 'staff',
    answer: z.array(OpinionCallLine),
  }),
  get: defineRoute({
    method: 'GET',
    path: '/opinion-calls/:callId',
    summary: '一次征集和收到的意见；意见中的个人信息遮盖',
    access: 'staff',
    params,
    answer: OpinionCallFile,
  }),
  open: defineRoute({
    method: 'POST',
    path: '/opinion-calls',
    summary: '发起征集：对已经发布的征求意见稿，期限不少于规定',
    access: 'staff',
    body: z.strictObject({
      documentId: z.uuid('请选择已经发布的征求意见稿').meta({ title: '征求意见稿' }),
      subject: Subject,
      title: z.string().trim().min(1).max(200).meta({ title: '标题' }),
      explanation: z.string().trim().min(1).max(4000).meta({ title: '起草说明和重点征求意见的内容' }),
      otherWays: z.string().trim().max(500).default('').meta({ title: '其他提交方式' }),
      opensOn: Day.meta({ title: '开始日期' }),
      closesOn: Day.meta({ title: '截止日期' }),
      shortReason: z.string().trim().max(500).default('').meta({ title: '缩短期限的理由' }),
    }),
    answer: z.object({ callId: z.string(), number: z.string() }),
  }),
  extend: defineRoute({
    method: 'POST',
    path: '/opinion-calls/:callId/extend',
    summary: '延长征集期限',
    access: 'staff',
    params,
    body: z.strictObject({ version, closesOn: Day.meta({ title: '延长到' }) }),
    answer,
  }),
  cancel: defineRoute({
    method: 'POST',
    path: '/opinion-calls/:callId/cancel',
    summary: '终止征集，理由公布',
    access: 'staff',
    params,
    body: z.strictObject({ version, reason: z.string().trim().min(1).max(500).meta({ title: '理由' }) }),
    answer,
  }),
  linkFinal: defineRoute({
    method: 'PUT',
    path: '/opinion-calls/:callId/final',
    summary: '关联后来公布的文件，两个页面互相链接',
    access: 'staff',
    params,
    body: z.strictObject({
      version,
      documentId: z.uuid('请选择已经发布的文件').meta({ title: '公布的文件' }),
    }),
    answer,
  }),
  record: defineRoute({
    method: 'POST',
    path: '/opinion-calls/:callId/opinions',
    summary: '登记来信、邮件、座谈、电话中的意见',
    access: 'staff',
    params,
    body: z.strictObject({
      way: z.enum(['letter', 'mail', 'meeting', 'phone'], '请选择提出的方式').meta({ title: '提出的方式' }),
      clause: z.string().trim().max(100).default('').meta({ title: '针对的条款' }),
      text: z.string().trim().min(1).max(4000).meta({ title: '意见和理由' }),
      name: z.string().trim().max(50).default('').meta({ title: '提出人' }),
      contact: z.string().trim().max(200).default('').meta({ title: '联系方式' }),
    }),
    answer: z.object({ number: z.string() }),
  }),
  reveal: defineRoute({
    method: 'POST',
    path: '/opinions/:opinionId/sender',
    summary: '查看意见原文和联系方式；查看留有记录',
    access: 'staff',
    params: opinionParams,
    answer: z.object({ text: z.string(), name: z.string(), contact: z.string() }),
  }),
  weigh: defineRoute({
    method: 'PUT',
    path: '/opinions/:opinionId/outcome',
    summary: '写明意见的要点和是否采纳，随结果公布',
    access: 'staff',
    params: opinionParams,
    body: z.strictObject({
      version,
      clause: z.string().trim().max(100).default('').meta({ title: '针对的条款' }),
      gist: z.string().trim().min(1).max(500).meta({ title: '意见要点' }),
      outcome: Outcome,
      reason: z.string().trim().max(500).default('').meta({ title: '理由' }),
    }),
    answer,
  }),
  draftResult: defineRoute({
    method: 'PUT',
    path: '/opinion-calls/:callId/result',
    summary: '拟写采纳情况，等待审核',
    access: 'staff',
    params,
    body: z.strictObject({
      version,
      text: z.string().trim().min(1).max(4000).meta({ title: '采纳情况' }),
    }),
    answer,
  }),
  reviewResult: defineRoute({
    method: 'POST',
    path: '/opinion-calls/:callId/result/review',
    summary: '审核采纳情况：通过即公布并提醒提出意见的人，或者退回',
    access: 'staff',
    params,
    body: z.strictObject({
      version,
      accepted: z.boolean().meta({ title: '审核意见' }),
      reason: z.string().trim().max(500).default('').meta({ title: '退回的理由' }),
    }),
    answer,
  }),
}

import { z } from 'zod'
import { Day } from './day.ts'
import { openedInline, PreviewView } from './preview-view.ts'
import { requestAbuse } from './request-abuse.ts'
import { requestActs } from './request-acts.ts'
import { Application } from './request-application.ts'
import { requestLedger } from './request-ledger.ts'
import { requestLinks } from './request-links.ts'
import { requestMessages } from './request-messages.ts'
import { requestPapers } from './request-papers.ts'
import {
  ApplicantView,
  ClockView,
  DecisionItemsBody,
  LetterPreview,
  QueueCountsView,
  RequestLineView,
  RequestView,
} from './request-views.ts'
import {
  ApplicantClassId,
  ATTACHED_KINDS,
  ChannelId,
  EvidenceId,
  FilePurposeId,
  OutcomeId,
  ReadScopeId,
  ReleaseOpinionId,
  RequestStateId,
} from './request-words.ts'
import { defineRoute } from './route.ts'

const id = z.string()
const params = z.object({ requestId: id })
const version = z.int()

/** 依申请公开: the queue, the file of a case, and what is done on it. */
export const requests = {
  list: defineRoute({
    method: 'GET',
    path: '/requests',
    summary: '列出政府信息公开申请：在办的按期限先后，办结的新的在前；逾期现算，不存储',
    access: 'staff',
    query: z.object({
      group: z.enum(['open', 'served', 'ended', 'all']).default('open'),
      state: RequestStateId.optional(),
      due: z.enum(['overdue', 'soon']).optional(),
      handlerId: id.optional(),
      taskOf: id.optional(),
      channel: ChannelId.optional(),
      applicantClass: ApplicantClassId.optional(),
      outcome: OutcomeId.optional(),
      /** Days of receipt, both included. */
      from: Day.optional(),
      to: Day.optional(),
      text: z.string().max(100).optional(),
      after: z.string().max(100).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({ lines: z.array(RequestLineView), next: z.string().nullable() }),
  }),
  counts: defineRoute({
    method: 'GET',
    path: '/requests/counts',
    summary: '待办数量',
    access: 'staff',
    answer: QueueCountsView,
  }),
  get: defineRoute({
    method: 'GET',
    path: '/requests/:requestId',
    summary: '读取一件申请的案卷；申请人身份遮盖',
    access: 'staff',
    params,
    answer: RequestView,
  }),
  clock: defineRoute({
    method: 'GET',
    path: '/requests/:requestId/clock',
    summary: '答复期限的计算过程，每一步附依据',
    access: 'staff',
    params,
    answer: ClockView,
  }),
  reveal: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/applicant',
    summary: '查看申请人身份信息；查看人、时间、事由记入审计日志',
    access: 'staff',
    params,
    body: z.strictObject({ reason: z.string().trim().min(2).max(200).meta({ title: '查看事由' }) }),
    answer: ApplicantView,
  }),
  register: defineRoute({
    method: 'POST',
    path: '/requests',
    summary: '登记当面、邮寄、传真、电子邮件或者口头提出的申请；收到申请之日依渠道确定',
    access: 'staff',
    files: ATTACHED_KINDS,
    body: Application.extend({
      channel: ChannelId,
      arrivedOn: Day.meta({ title: '提交、签收或者到达日期' }),
      confirmedOn: Day.nullable().default(null).meta({ title: '与申请人确认的日期' }),
      applicantClass: ApplicantClassId,
      proof: z.string().trim().max(200).default('').meta({ title: '邮件号码或者确认记录' }),
    }),
    answer: z.object({
      requestId: id,
      number: z.string(),
      /** Shown this once: only its hash is kept. */
      queryCode: z.string(),
      receivedOn: z.string().nullable(),
      dueOn: z.string().nullable(),
      provisional: z.boolean(),
      hints: z.array(z.object({ text: z.string(), basis: z.string() })),
    }),
  }),
  receipt: defineRoute({
    method: 'POST',
    path: '/requests/receipt',
    summary: '凭申请编号和查询码打印登记回执',
    access: 'staff',
    body: z.strictObject({ number: z.string().max(100), queryCode: z.string().max(100) }),
  }),
  note: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/notes',
    summary: '添加办理备注',
    access: 'staff',
    params,
    body: z.strictObject({ body: z.string().trim().min(1).max(2000).meta({ title: '备注' }) }),
    answer: z.object({}),
  }),
  recordRefund: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/refunds',
    summary: '登记退还信息处理费；不超过已缴纳的数额',
    access: 'staff',
    params,
    body: z.strictObject({
      version,
      on: Day.meta({ title: '退费日期' }),
      amountInYuan: z.int().min(1).meta({ title: '退费金额（元）' }),
      reason: z.string().trim().min(2).max(200).meta({ title: '退费理由' }),
      voucher: z.string().trim().min(1).max(100).meta({ title: '退付凭证' }),
    }),
    answer: z.object({}),
  }),
  setReadScope: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/read-scope',
    summary: '设定案卷的知悉范围；改动记入办理经过和审计日志',
    access: 'staff',
    params,
    body: z.strictObject({
      scope: ReadScopeId.nullable().meta({ title: '知悉范围' }),
      reason: z.string().trim().min(2).max(200).meta({ title: '理由' }),
    }),
    answer: z.object({}),
  }),
  addTask: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/tasks',
    summary: '添加待办事项：做什么、由谁、什么时候以前；不影响答复期限',
    access: 'staff',
    params,
    body: z.strictObject({
      what: z.string().trim().min(1).max(200).meta({ title: '待办事项' }),
      staffId: id.nullable().default(null).meta({ title: '由谁办理' }),
      dueOn: Day.nullable().default(null).meta({ title: '完成日期' }),
    }),
    answer: z.object({ taskId: id, staff: z.string() }),
  }),
  finishTask: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/tasks/:taskId',
    summary: '待办事项办好了，或者重新打开',
    access: 'staff',
    params: z.object({ requestId: id, taskId: id }),
    body: z.strictObject({ done: z.boolean() }),
    answer: z.object({}),
  }),
  assign: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/handler',
    summary: '指定经办人',
    access: 'staff',
    params,
    body: z.strictObject({ version, handlerId: id.meta({ title: '经办人' }) }),
    answer: z.object({ version }),
  }),
  addFile: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/files',
    summary: '向案卷添加文件',
    access: 'staff',
    files: ATTACHED_KINDS,
    params,
    body: z.strictObject({ purpose: FilePurposeId }),
    answer: z.object({ fileIds: z.array(id) }),
  }),
  file: defineRoute({
    method: 'GET',
    path: '/requests/:requestId/files/:fileId',
    summary: '下载案卷文件；下载记入审计日志',
    access: 'staff',
    params: z.object({ requestId: id, fileId: id }),
    query: openedInline,
  }),
  previewFile: defineRoute({
    method: 'GET',
    path: '/requests/:requestId/files/:fileId/preview',
    summary: '预览案卷文件；与下载一样记入审计日志，预览不保存',
    access: 'staff',
    params: z.object({ requestId: id, fileId: id }),
    perMinute: 60,
    answer: PreviewView,
  }),
  letterFile: defineRoute({
    method: 'GET',
    path: '/requests/:requestId/letters/:letterId',
    summary: '下载文书（PDF、Word）',
    access: 'staff',
    params: z.object({ requestId: id, letterId: id }),
    query: z.object({ type: z.enum(['pdf', 'docx']).default('pdf') }),
  }),
  recordSearch: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/evidence/search',
    summary: '登记检索记录',
    access: 'staff',
    files: ATTACHED_KINDS,
    params,
    body: z.strictObject({
      systems: z.array(z.string().trim().min(1).max(200)).min(1).max(30).meta({ title: '检索的系统、档案' }),
      words: z.array(z.string().trim().min(1).max(100)).min(1).max(50).meta({ title: '检索用词' }),
      period: z.string().trim().min(1).max(200).meta({ title: '检索时段' }),
      searchedBy: z.string().trim().min(1).max(60).meta({ title: '检索人' }),
      searchedOn: Day.meta({ title: '检索日期' }),
      unitsAsked: z
        .array(z.string().trim().min(1).max(100))
        .max(30)
        .default([])
        .meta({ title: '询问的单位' }),
      hits: z.string().trim().min(1).max(2000).meta({ title: '检索结果' }),
    }),
    answer: z.object({ evidenceId: id }),
  }),
  recordReview: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/evidence/review',
    summary: '登记公开前审查',
    access: 'staff',
    files: ATTACHED_KINDS,
    params,
    body: z.strictObject({
      opinion: ReleaseOpinionId,
      text: z.string().trim().min(1).max(2000).meta({ title: '审查意见说明' }),
    }),
    answer: z.object({ evidenceId: id }),
  }),
  recordEvidence: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/evidence',
    summary: '登记其他在卷材料',
    access: 'staff',
    files: ATTACHED_KINDS,
    params,
    body: z.strictObject({
      kind: EvidenceId.exclude(['search-record', 'secrecy-review']).meta({ title: '材料种类' }),
      text: z.string().trim().min(1).max(5000).meta({ title: '内容' }),
    }),
    answer: z.object({ evidenceId: id }),
  }),
  preview: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/preview',
    summary: '预览答复书，不编号、不保存',
    access: 'staff',
    params,
    body: z.strictObject({ items: DecisionItemsBody }),
    answer: LetterPreview,
  }),
  ...requestAbuse,
  ...requestLedger,
  ...requestMessages,
  ...requestActs,
  ...requestPapers,
  ...requestLinks,
}

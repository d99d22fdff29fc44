import { RE_REVIEW_OUTCOMES } from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { disclosureSite } from './disclosure-site.ts'
import { DocumentFileView } from './document-file-view.ts'
import { DocumentInput, ProofItems, SecrecyAnswerInput } from './document-input.ts'
import { DocumentItemView, LedgerRowView, WithheldDocumentView } from './document-views.ts'
import {
  ConsultationKindId,
  ConsultationOutcomeId,
  ContentKindId,
  PublicationStateId,
  RelationKindId,
  SecrecyOpinionId,
  SecrecyQuestionId,
  ValidityId,
  WithdrawalReasonId,
} from './document-words.ts'
import { defineRoute } from './route.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]
const line = (title: string, most: number) => z.string().trim().max(most).default('').meta({ title })

const params = z.object({ documentId: z.uuid('这条政府信息的地址不正确，请从列表进入') })
const version = z.int()
const seen = z.object({ version })
const changed = z.object({ version: z.int() })

export const disclosure = {
  list: defineRoute({
    method: 'GET',
    path: '/documents',
    summary: '列出本机关的政府信息，可以按状态、种类、栏目、标题和文号筛选',
    access: 'staff',
    query: z.object({
      state: PublicationStateId.optional(),
      kind: ContentKindId.optional(),
      nodeId: z.uuid().optional(),
      title: z.string().max(100).optional(),
      overdue: z.literal('true').optional(),
      cursor: z.string().max(40).optional(),
      limit: z.coerce.number().int().min(1).max(200).optional(),
    }),
    answer: z.object({ items: z.array(DocumentItemView), next: z.string().nullable() }),
  }),
  get: defineRoute({
    method: 'GET',
    path: '/documents/:documentId',
    summary: '读取一条政府信息：内容、附件、发布经过、保密审查记录、文件关系',
    access: 'staff',
    params,
    answer: DocumentFileView,
  }),
  draft: defineRoute({
    method: 'POST',
    path: '/documents',
    summary: '拟制政府信息',
    access: 'staff',
    body: DocumentInput,
    answer: changed.extend({ documentId: z.string() }),
  }),
  edit: defineRoute({
    method: 'PUT',
    path: '/documents/:documentId',
    summary: '修改尚未发布的政府信息；已经作出的审查和签发随之失效',
    access: 'staff',
    params,
    body: DocumentInput.extend({ version }),
    answer: changed,
  }),
  readWord: defineRoute({
    method: 'POST',
    path: '/document-texts',
    summary: '读取 Word 文件的正文，填入编辑器；文件不保存',
    access: 'staff',
    body: z.object({}),
    files: ['docx'],
    perMinute: 30,
    answer: z.object({ html: z.string(), left: z.array(z.string()) }),
  }),
  attach: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/files',
    summary: '上传附件',
    access: 'staff',
    params,
    body: seen.extend({ title: line('附件名称', 120) }),
    files: ['pdf', 'ofd', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'et', 'txt', 'csv', 'jpg', 'png'],
    answer: changed.extend({
      fileId: z.string(),
      /** What to do before it opens in time; null where nothing is too heavy. */
      warning: z.string().nullable(),
    }),
  }),
  removeFile: defineRoute({
    method: 'DELETE',
    path: '/documents/:documentId/files/:fileId',
    summary: '移除附件',
    access: 'staff',
    params: params.extend({ fileId: z.string() }),
    query: z.object({ version: z.coerce.number().int() }),
    answer: changed,
  }),
  file: defineRoute({
    method: 'GET',
    path: '/documents/:documentId/files/:fileId',
    summary: '下载附件',
    access: 'staff',
    params: params.extend({ fileId: z.string() }),
  }),
  submit: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/submit',
    summary: '提交审查',
    access: 'staff',
    params,
    body: seen,
    answer: changed,
  }),
  review: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/review',
    summary: '保密审查：逐项回答审查要点，提出意见',
    access: 'staff',
    params,
    body: seen.extend({
      answers: z.partialRecord(SecrecyQuestionId, SecrecyAnswerInput).default({}).meta({ title: '审查要点' }),
      opinion: SecrecyOpinionId,
      reason: line('理由', 2000),
      overrides: z.record(z.string(), z.string().trim().max(500)).default({}).meta({ title: '保留的理由' }),
      proofread: ProofItems,
    }),
    answer: changed.extend({ formNumber: z.string(), state: PublicationStateId }),
  }),
  answerReferral: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/referral-answer',
    summary: '登记有关主管部门或者保密行政管理部门的确定意见',
    access: 'staff',
    params,
    body: seen.extend({ answer: z.string().trim().min(1).max(2000).meta({ title: '确定意见' }) }),
    answer: changed,
  }),
  approve: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/approve',
    summary: '签发',
    access: 'staff',
    params,
    body: seen.extend({ opinion: line('意见', 500), proofread: ProofItems }),
    answer: changed,
  }),
  return: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/return',
    summary: '退回拟稿人修改',
    access: 'staff',
    params,
    body: seen.extend({ reason: z.string().trim().min(1).max(1000).meta({ title: '退回的理由' }) }),
    answer: changed,
  }),
  publish: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/publish',
    summary: '发布；发布时间以服务器时间为准，索引号自动生成',
    access: 'staff',
    params,
    body: seen,
    answer: changed.extend({ indexNumber: z.string(), publishedAt: z.string() }),
  }),
  schedule: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/schedule',
    summary: '定时发布；到时由程序发布，发布时间以服务器时间为准',
    access: 'staff',
    params,
    body: seen.extend({
      publishAt: z.iso
        .datetime({ offset: true, error: '请填写发布的日期和时间' })
        .meta({ title: '发布时间' }),
    }),
    answer: changed,
  }),
  consult: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/consultations',
    summary: '公开前征求其他机关、第三方的意见，或者报请批准',
    access: 'staff',
    params,
    body: seen.extend({
      kind: ConsultationKindId,
      party: z.string().trim().min(1).max(200).meta({ title: '征求谁的意见' }),
      question: z.string().trim().min(1).max(2000).meta({ title: '征求意见的内容' }),
    }),
    answer: changed,
  }),
  answerConsultation: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/consultations/:consultationId/answer',
    summary: '登记收到的意见；全部收到后继续审查',
    access: 'staff',
    params: params.extend({ consultationId: z.uuid('这件征求意见的地址不正确，请从信息页进入') }),
    body: seen.extend({
      outcome: ConsultationOutcomeId,
      answer: z.string().trim().min(1).max(2000).meta({ title: '答复的内容、文号' }),
    }),
    answer: changed,
  }),
  withheld: defineRoute({
    method: 'GET',
    path: '/documents-withheld',
    summary: '不予公开、依申请公开的信息，各应当在何日之前重新评估',
    access: 'staff',
    answer: z.array(WithheldDocumentView),
  }),
  reReview: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/re-review',
    summary: '重新评估没有公开的信息：继续不公开，或者转为主动公开',
    access: 'staff',
    params,
    body: seen.extend({
      outcome: z.enum(keys(RE_REVIEW_OUTCOMES), '请选择评估结果').meta({ title: '评估结果' }),
      reason: z.string().trim().min(1).max(1000).meta({ title: '理由' }),
    }),
    answer: changed,
  }),
  withdraw: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/withdraw',
    summary: '撤下已经发布的政府信息；原地址说明撤下的时间和原因类别',
    access: 'staff',
    params,
    body: seen.extend({
      reason: WithdrawalReasonId,
      note: z.string().trim().min(1).max(1000).meta({ title: '具体原因' }),
    }),
    answer: changed,
  }),
  reopen: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/reopen',
    summary: '重新评估审查后不予公开或者已经撤下的信息，转为草稿',
    access: 'staff',
    params,
    body: seen,
    answer: changed,
  }),
  changeValidity: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/validity',
    summary: '变更有效性：修改、失效、废止；正文保留并标注',
    access: 'staff',
    params,
    body: seen.extend({
      validity: ValidityId,
      on: Day.meta({ title: '变更日期' }),
      basis: z.string().trim().min(1).max(200).meta({ title: '依据的文件' }),
    }),
    answer: changed,
  }),
  relate: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/relations',
    summary: '关联文件：废止、修改、代替、解读另一件文件',
    access: 'staff',
    params,
    body: z.object({
      toId: z.uuid('请选择另一件文件').meta({ title: '另一件文件' }),
      kind: RelationKindId,
      effectiveOn: Day.meta({ title: '自何日起' }),
    }),
    answer: z.object({}),
  }),
  ledger: defineRoute({
    method: 'GET',
    path: '/documents-ledger/:year',
    summary: '一个年度的发布台账：发布了什么，由谁拟稿、审查、签发、发布',
    access: 'staff',
    params: z.object({ year: z.coerce.number().int().min(2008).max(2100) }),
    answer: z.array(LedgerRowView),
  }),
  ...disclosureSite,
}

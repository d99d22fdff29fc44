import {
  CONTENT_KINDS,
  DISCLOSURE_ATTRIBUTES,
  DOCUMENT_RELATIONS,
  KEY_AREAS,
  LEGAL_ITEMS,
  PUBLICATION_ACTS,
  PUBLICATION_STATES,
  RE_REVIEW_OUTCOMES,
  SECRECY_OPINIONS,
  SECRECY_QUESTIONS,
  VALIDITY_STATES,
  WITHDRAWAL_REASONS,
} from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]
const line = (title: string, most: number) => z.string().trim().max(most).default('').meta({ title })
const lineOrNull = (title: string, most: number) =>
  z.string().trim().max(most).nullable().default(null).meta({ title })
const dayOrNull = (title: string) => Day.nullable().default(null).meta({ title })
const moment = z.string().nullable()

export const ContentKindId = z.enum(keys(CONTENT_KINDS)).meta({ title: '内容种类' })
export const DisclosureAttributeId = z.enum(keys(DISCLOSURE_ATTRIBUTES)).meta({ title: '公开方式' })
export const PublicationStateId = z.enum(keys(PUBLICATION_STATES)).meta({ title: '状态' })
export const PublicationActId = z.enum(keys(PUBLICATION_ACTS))
export const ValidityId = z.enum(keys(VALIDITY_STATES)).meta({ title: '有效性' })
export const RelationKindId = z.enum(keys(DOCUMENT_RELATIONS)).meta({ title: '关系' })
export const WithdrawalReasonId = z.enum(keys(WITHDRAWAL_REASONS)).meta({ title: '撤下原因' })
export const SecrecyOpinionId = z.enum(keys(SECRECY_OPINIONS)).meta({ title: '审查意见' })
export const SecrecyQuestionId = z.enum(keys(SECRECY_QUESTIONS))

/** What a drafter fills in. A draft may lack much; what a review needs is asked for when it is submitted. */
export const DocumentInput = z.object({
  kind: ContentKindId,
  nodeId: z.uuid().nullable().default(null).meta({ title: '目录栏目' }),
  title: z.string().trim().min(1).max(200).meta({ title: '标题' }),
  documentNumber: lineOrNull('发文字号', 60),
  genre: lineOrNull('文种', 20),
  issuer: line('发布机构', 200),
  topicCategory: lineOrNull('主题分类', 60),
  legalItem: z.enum(keys(LEGAL_ITEMS)).meta({ title: '法定主动公开内容' }),
  keyAreas: z
    .array(z.enum(keys(KEY_AREAS)))
    .default([])
    .meta({ title: '重点领域' }),
  keywords: z.array(z.string().trim().min(1).max(30)).max(20).default([]).meta({ title: '主题词' }),
  summary: line('内容概述', 300),
  source: line('信息来源', 200),
  registrationNumber: lineOrNull('规范性文件登记号', 60),
  writtenOn: Day.meta({ title: '成文日期' }),
  effectiveOn: dayOrNull('施行日期'),
  expiresOn: dayOrNull('有效期至'),
  attribute: DisclosureAttributeId,
  attributeReason: lineOrNull('不主动公开的依据和理由', 500),
  html: z.string().max(500_000, '正文过长，请把表格、名单改为附件').default('').meta({ title: '正文' }),
})
export type DocumentInput = z.infer<typeof DocumentInput>

export const DocumentItemView = z.object({
  documentId: z.string(),
  kind: ContentKindId,
  nodeId: z.string().nullable(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  indexNumber: z.string().nullable(),
  writtenOn: z.string(),
  attribute: DisclosureAttributeId,
  state: PublicationStateId,
  validity: ValidityId,
  publishDueOn: z.string().nullable(),
  publishedAt: moment,
  /** Not yet public although the day to publish has passed. */
  overdue: z.boolean(),
  version: z.int(),
})
export type DocumentItemView = z.infer<typeof DocumentItemView>

export const ScreeningFindingView = z.object({
  id: z.string(),
  rule: z.string(),
  /** `veto`: nobody lets it pass. `block`: the reviewer does, with a reason. `warn`: to look at. */
  level: z.enum(['veto', 'block', 'warn']),
  certainty: z.enum(['certain', 'likely']),
  message: z.string(),
  excerpt: z.string(),
  where: z.string(),
})
export type ScreeningFindingView = z.infer<typeof ScreeningFindingView>

export const AttachmentView = z.object({
  fileId: z.string(),
  title: z.string(),
  name: z.string(),
  mediaType: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  sm3: z.string(),
})
export type AttachmentView = z.infer<typeof AttachmentView>

export const DocumentEventView = z.object({
  seq: z.int(),
  kind: z.enum([
    'drafted',
    'edited',
    'file-attached',
    'file-removed',
    'submitted',
    'reviewed',
    'referral-answered',
    'approved',
    'scheduled',
    'consulted',
    'consultation-answered',
    're-reviewed',
    'returned',
    'published',
    'withdrawn',
    'reopened',
    'validity-changed',
    'related',
  ]),
  facts: z.record(z.string(), z.unknown()),
  at: z.string(),
  actor: z.string(),
  actorId: z.string().nullable(),
})
export type DocumentEventView = z.infer<typeof DocumentEventView>

const SecrecyAnswerInput = z.object({
  answer: z.enum(['yes', 'no', 'unsure']),
  /** How a yes that does not bar disclosure was dealt with. */
  settled: z.string().trim().max(500).default(''),
})

export const SecrecyReviewView = z.object({
  formNumber: z.string(),
  answers: z.partialRecord(
    SecrecyQuestionId,
    z.object({ answer: z.enum(['yes', 'no', 'unsure']), settled: z.string().optional() }),
  ),
  findings: z.array(ScreeningFindingView.extend({ override: z.string() })),
  opinion: SecrecyOpinionId,
  reason: z.string(),
  reviewerName: z.string(),
  reviewedAt: z.string(),
  /** Whether it holds for the content as it stands now. */
  current: z.boolean(),
})
export type SecrecyReviewView = z.infer<typeof SecrecyReviewView>

export const ConsultationKindId = z
  .enum(['organ', 'third-party', 'approval'], '请选择征求意见的种类')
  .meta({ title: '种类' })
export const ConsultationOutcomeId = z
  .enum(['agreed', 'opposed', 'no-view'], '请选择意见')
  .meta({ title: '意见' })

export const DocumentConsultationView = z.object({
  consultationId: z.string(),
  kind: ConsultationKindId,
  party: z.string(),
  question: z.string(),
  sentOn: z.string(),
  sentBy: z.string(),
  answeredOn: z.string().nullable(),
  outcome: ConsultationOutcomeId.nullable(),
  answer: z.string().nullable(),
})
export type DocumentConsultationView = z.infer<typeof DocumentConsultationView>

export const WithheldDocumentView = z.object({
  documentId: z.string(),
  title: z.string(),
  kind: ContentKindId,
  attribute: DisclosureAttributeId,
  reason: z.string(),
  state: PublicationStateId,
  reviewedOn: z.string(),
  nextReviewOn: z.string(),
  due: z.boolean(),
  version: z.int(),
})
export type WithheldDocumentView = z.infer<typeof WithheldDocumentView>

export const DocumentFileView = z.object({
  documentId: z.string(),
  content: z.object({
    ...DocumentInput.shape,
    legalItem: z.string(),
    keyAreas: z.array(z.string()),
    writtenOn: z.string(),
    effectiveOn: z.string().nullable(),
    expiresOn: z.string().nullable(),
  }),
  indexNumber: z.string().nullable(),
  validity: ValidityId,
  validityChangedOn: z.string().nullable(),
  state: PublicationStateId,
  publishDueOn: z.string().nullable(),
  publishedAt: moment,
  publishAt: moment,
  withdrawnAt: moment,
  withdrawalReason: WithdrawalReasonId.nullable(),
  withdrawalNote: z.string().nullable(),
  version: z.int(),
  attachments: z.array(AttachmentView),
  events: z.array(DocumentEventView),
  reviews: z.array(SecrecyReviewView),
  relations: z.array(
    z.object({
      kind: RelationKindId,
      direction: z.enum(['from', 'to']),
      documentId: z.string(),
      title: z.string(),
      effectiveOn: z.string(),
    }),
  ),
  consultations: z.array(DocumentConsultationView),
  /** What the automatic check before publication says now. */
  findings: z.array(ScreeningFindingView),
  /** What a review still waits for, by field. */
  faults: z.record(z.string(), z.string()),
  /** What the state allows; the person's permission comes on top. */
  acts: z.array(PublicationActId),
})
export type DocumentFileView = z.infer<typeof DocumentFileView>

export type CatalogueNodeView = {
  nodeId: string
  parentId: string | null
  code: string
  title: string
  description: string
  keywords: string
  columnType: string
  legalItem: string | null
  sortOrder: number
  /** Published items in this column and those below it. */
  count: number
  newestAt: string | null
  children: CatalogueNodeView[]
}
export const CatalogueNodeView: z.ZodType<CatalogueNodeView> = z.object({
  nodeId: z.string(),
  parentId: z.string().nullable(),
  code: z.string(),
  title: z.string(),
  description: z.string(),
  keywords: z.string(),
  columnType: z.string(),
  legalItem: z.string().nullable(),
  sortOrder: z.int(),
  count: z.int(),
  newestAt: moment,
  get children() {
    return z.array(CatalogueNodeView)
  },
})

export const CatalogueNodeInput = z.object({
  parentCode: z.string().nullable().default(null).meta({ title: '上级栏目' }),
  title: z.string().trim().min(1).max(40).meta({ title: '栏目名称' }),
  description: line('栏目说明', 300),
  keywords: line('栏目关键词', 200),
  columnType: z.string().trim().min(1).max(40).meta({ title: '栏目类别' }),
  legalItem: z.enum(keys(LEGAL_ITEMS)).nullable().default(null).meta({ title: '对应的法定主动公开内容' }),
  sortOrder: z.coerce.number().int().min(0).max(9999).default(0).meta({ title: '排列顺序' }),
})

const paragraph = (title: string) => z.string().trim().max(5000).default('').meta({ title })

/** 政府信息公开指南, 条例第十二条第二款. */
export const GuideInput = z.object({
  classification: paragraph('政府信息的分类'),
  arrangement: paragraph('编排体系'),
  access: paragraph('获取方式'),
  readingPlaces: paragraph('查阅场所'),
  office: z.object({
    name: line('政府信息公开工作机构的名称', 100),
    address: line('办公地址', 200),
    hours: line('办公时间', 200),
    phone: line('联系电话', 60),
    fax: line('传真号码', 60),
    email: line('电子邮箱', 100),
    internet: line('互联网联系方式', 200),
    postcode: line('邮政编码', 10),
  }),
  applying: paragraph('申请的提出'),
  supervision: paragraph('监督和救济'),
})
export type GuideInput = z.infer<typeof GuideInput>

/** 网站页脚: what every page of the portal shows about who runs the site. */
export const SiteFooterInput = z.object({
  operator: line('承办单位', 100),
  phone: line('联系电话', 60),
  address: line('地址', 200),
  postcode: line('邮政编码', 10),
  icpNumber: line('ICP备案号', 60),
  policeRecord: line('公安备案号', 60),
  conacId: z
    .string()
    .trim()
    .regex(/^([0-9A-Fa-f]{32})?$/, '党政机关网站标识是32位的数字和字母')
    .default('')
    .meta({ title: '党政机关网站标识' }),
})
export type SiteFooterInput = z.infer<typeof SiteFooterInput>

export const LedgerRowView = z.object({
  documentId: z.string(),
  indexNumber: z.string(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  writtenOn: z.string(),
  publishDueOn: z.string().nullable(),
  publishedAt: z.string(),
  drafter: z.string(),
  reviewer: z.string(),
  reviewForm: z.string(),
  approver: z.string(),
  publisher: z.string(),
  withdrawnAt: moment,
})
export type LedgerRowView = z.infer<typeof LedgerRowView>

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
  attach: defineRoute({
    method: 'POST',
    path: '/documents/:documentId/files',
    summary: '上传附件',
    access: 'staff',
    params,
    body: seen.extend({ title: line('附件名称', 120) }),
    files: ['pdf', 'ofd', 'doc', 'docx', 'wps', 'xls', 'xlsx', 'et', 'txt', 'csv', 'jpg', 'png'],
    answer: changed.extend({ fileId: z.string() }),
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
    body: seen,
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
  catalogue: defineRoute({
    method: 'GET',
    path: '/catalogue',
    summary: '本机关主动公开基本目录的栏目',
    access: 'staff',
    answer: z.array(CatalogueNodeView),
  }),
  saveColumn: defineRoute({
    method: 'PUT',
    path: '/catalogue/:code',
    summary: '设置目录栏目：没有这个代码的新增，有的修改',
    access: 'staff',
    params: z.object({ code: z.string() }),
    body: CatalogueNodeInput,
    answer: z.object({ nodeId: z.string() }),
  }),
  guide: defineRoute({
    method: 'GET',
    path: '/guide',
    summary: '本机关的政府信息公开指南；尚未编制的，版本为0',
    access: 'staff',
    answer: z.object({
      content: GuideInput,
      revisedOn: z.string().nullable(),
      version: z.int(),
    }),
  }),
  saveGuide: defineRoute({
    method: 'PUT',
    path: '/guide',
    summary: '修订政府信息公开指南；修订日期为当日',
    access: 'staff',
    body: GuideInput.extend({ version }),
    answer: changed,
  }),
  siteFooter: defineRoute({
    method: 'GET',
    path: '/site-footer',
    summary: '网站页脚的信息',
    access: 'staff',
    answer: SiteFooterInput,
  }),
  saveSiteFooter: defineRoute({
    method: 'PUT',
    path: '/site-footer',
    summary: '设置网站页脚的信息',
    access: 'staff',
    body: SiteFooterInput,
    answer: z.object({}),
  }),
}

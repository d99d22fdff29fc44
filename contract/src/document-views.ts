import {
  CONTENT_KINDS,
  DISCLOSURE_ATTRIBUTES,
  DOCUMENT_RELATIONS,
  KEY_AREAS,
  LEGAL_ITEMS,
  ORIGINS,
  PROOF_ITEMS,
  PUBLICATION_ACTS,
  PUBLICATION_STATES,
  RE_REVIEW_CAUSES,
  REVIEW_ROLES,
  REVIEW_STEPS,
  SECRECY_OPINIONS,
  SECRECY_QUESTIONS,
  URGENT_GROUNDS,
  VALIDITY_STATES,
  WITHDRAWAL_REASONS,
} from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'

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

const cellText = z.string().max(4000, '每一栏不超过4000字')
/** 内容表单: what the kind asks for, by the names of law's table of forms; the server keeps what belongs to the kind. */
export const ContentFormInput = z
  .record(
    z.string().max(40),
    z.union([
      cellText,
      z.array(z.string().max(100)).max(40),
      z.array(z.record(z.string().max(40), cellText)).max(500, '表格不超过500行，更多的请作为附件'),
    ]),
  )
  .default({})
  .meta({ title: '内容表单' })

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
  legalBasis: lineOrNull('要求公开的法律、法规、规章', 200),
  unpublishOn: dayOrNull('公示期满撤下'),
  correctionNote: lineOrNull('更正说明', 500),
  origin: z.enum(keys(ORIGINS)).default('made').meta({ title: '信息来源方式' }),
  originOrgan: lineOrNull('牵头（制作）机关', 200),
  coIssuers: z.array(z.string().trim().min(1).max(200)).max(40).default([]).meta({ title: '联合发文机关' }),
  form: ContentFormInput,
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
  isCorrection: z.boolean(),
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
    'level-passed',
    'reviewed',
    'referral-answered',
    'approved',
    'scheduled',
    'consulted',
    'consultation-answered',
    're-reviewed',
    'returned',
    'published',
    'published-urgently',
    'later-reviewed',
    'correction-drafted',
    'corrected',
    'applied',
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
  causes: z.array(z.enum(keys(RE_REVIEW_CAUSES))),
  /** What happened since the last look. */
  prompts: z.array(
    z.object({
      kind: z.enum(['application', 'basis', 'elsewhere']),
      id: z.string().nullable(),
      text: z.string(),
      on: z.string().nullable(),
    }),
  ),
  version: z.int(),
})
export type WithheldDocumentView = z.infer<typeof WithheldDocumentView>

export const ReviewStepId = z.enum(keys(REVIEW_STEPS)).meta({ title: '审核环节' })
export const ReviewRoleId = z.enum(keys(REVIEW_ROLES), '请选择由谁审核').meta({ title: '由谁审核' })
export const ProofItems = z
  .array(z.enum(keys(PROOF_ITEMS)))
  .optional()
  .meta({ title: '校对' })
export const UrgentGroundId = z.enum(keys(URGENT_GROUNDS), '请选择应急发布的事由').meta({ title: '事由' })

export const SecrecyAnswerInput = z.object({
  answer: z.enum(['yes', 'no', 'unsure']),
  /** How a yes that does not bar disclosure was dealt with. */
  settled: z.string().trim().max(500).default(''),
})

/** 审核记录 of one level. */
export const LevelView = z.object({
  step: ReviewStepId,
  label: z.string(),
  role: ReviewRoleId,
  passedBy: z.string().nullable(),
  passedAt: moment,
  opinion: z.string(),
  proofread: z.array(z.string()),
  current: z.boolean(),
})
export type LevelView = z.infer<typeof LevelView>

export const DocumentFileView = z.object({
  documentId: z.string(),
  content: z.object({
    ...DocumentInput.shape,
    legalItem: z.string(),
    keyAreas: z.array(z.string()),
    writtenOn: z.string(),
    effectiveOn: z.string().nullable(),
    expiresOn: z.string().nullable(),
    unpublishOn: z.string().nullable(),
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
  /** What to look at; none of it stops anything. */
  hints: z.array(z.string()),
  /** Whose words set the day by which it has to be public. */
  dueRule: z.string(),
  /** Documents that the form names by their id. */
  references: z.array(
    z.object({
      documentId: z.string(),
      title: z.string(),
      documentNumber: z.string().nullable(),
      published: z.boolean(),
    }),
  ),
  consultations: z.array(DocumentConsultationView),
  /** What the automatic check before publication says now. */
  findings: z.array(ScreeningFindingView),
  /** What a review still waits for, by field. */
  faults: z.record(z.string(), z.string()),
  /** What release itself still waits for: interpretation, responsible organ, column. */
  waits: z.array(z.string()),
  /** What the state allows; the person's permission comes on top. */
  acts: z.array(PublicationActId),
  correctsId: z.string().nullable(),
  openCorrectionId: z.string().nullable(),
  correctedAt: moment,
  levels: z.array(LevelView),
  proofreading: z.boolean(),
  urgent: z
    .object({
      at: z.string(),
      ground: UrgentGroundId,
      reason: z.string(),
      by: z.string(),
      laterReviewDueOn: z.string(),
      laterReviewedAt: moment,
    })
    .nullable(),
  laterReview: z
    .object({
      levels: z.array(
        z.object({
          step: ReviewStepId,
          label: z.string(),
          role: ReviewRoleId,
          passedBy: z.string().nullable(),
          passedAt: moment,
          note: z.string(),
        }),
      ),
      next: z.object({ step: ReviewStepId, label: z.string(), role: ReviewRoleId }).nullable(),
      judges: z.array(z.string()),
    })
    .nullable(),
  versions: z.array(
    z.object({
      seq: z.int(),
      title: z.string(),
      html: z.string(),
      attachments: z.array(z.object({ title: z.string(), name: z.string() })),
      contentDigest: z.string(),
      replacedAt: z.string(),
      note: z.string(),
    }),
  ),
})
export type DocumentFileView = z.infer<typeof DocumentFileView>

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

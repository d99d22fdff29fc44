import {
  DISPUTE_STEPS,
  type DisputeStepKind as DisputeStepId,
  FAILED_STEPS,
  type FailedStep as FailedStepId,
  LITIGATION_RESULTS,
  type LitigationResult,
  REVIEW_RESULTS,
  type ReviewResult,
} from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

export const DisputeBlock = z
  .enum(['review', 'litigation_direct', 'litigation_after_review'], '请选择案件类别')
  .meta({ title: '案件类别' })
export const DisputeOutcome = z.enum(['upheld', 'corrected', 'other'])

/** Results in the words of the two laws; which of them fit, the kind of case decides. */
export const DisputeResult = z
  .enum(
    [...new Set([...Object.keys(REVIEW_RESULTS), ...Object.keys(LITIGATION_RESULTS)])] as (
      | ReviewResult
      | LitigationResult
    )[],
    '请选择审结结果',
  )
  .meta({ title: '审结结果' })

export const FailedStep = z
  .enum(Object.keys(FAILED_STEPS) as FailedStepId[], '请选择出问题的环节')
  .meta({ title: '出问题的环节' })
export const DisputeStepKind = z
  .enum(Object.keys(DISPUTE_STEPS) as DisputeStepId[], '请选择进展')
  .meta({ title: '进展' })

const Role = z.enum(['original', 'co-defendant-reviewer'])
const Procedure = z.enum(['ordinary', 'simplified'])

export const DisputeView = z.object({
  disputeId: z.string(),
  requestId: z.string().nullable(),
  requestNumber: z.string().nullable(),
  block: DisputeBlock,
  role: Role,
  organ: z.string(),
  caseNumber: z.string(),
  filedOn: z.string(),
  copyReceivedOn: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  procedure: Procedure,
  concludedOn: z.string().nullable(),
  outcome: DisputeOutcome.nullable(),
  /** In the words of the law. */
  resultLabel: z.string().nullable(),
  resultText: z.string(),
  failedStep: FailedStep.nullable(),
  note: z.string(),
  lesson: z.string(),
  measure: z.string(),
  measureDueOn: z.string().nullable(),
  measureDoneOn: z.string().nullable(),
  version: z.int(),
  /** What is due in the case, and until when. */
  dues: z.array(
    z.object({
      label: z.string(),
      dueOn: z.string(),
      provisional: z.boolean(),
      basis: z.string(),
      whose: z.enum(['ours', 'organ', 'next']),
    }),
  ),
  /** What does not fit and should be looked at. */
  doubts: z.array(z.object({ text: z.string(), basis: z.string() })),
})
export type DisputeView = z.infer<typeof DisputeView>

/** One period of a case, with where it began and how it stands. */
export const DisputeClockView = z.object({
  label: z.string(),
  whose: z.enum(['ours', 'organ', 'next']),
  fromText: z.string(),
  from: z.string(),
  dueOn: z.string(),
  provisional: z.boolean(),
  metOn: z.string().nullable(),
  state: z.enum(['running', 'stopped', 'met', 'late', 'void']),
  basis: z.string(),
})
export type DisputeClockView = z.infer<typeof DisputeClockView>

const DisputeLine = DisputeView.pick({
  disputeId: true,
  block: true,
  organ: true,
  caseNumber: true,
  filedOn: true,
  concludedOn: true,
  outcome: true,
  resultLabel: true,
  failedStep: true,
  lesson: true,
  measure: true,
  measureDueOn: true,
  measureDoneOn: true,
  requestId: true,
  requestNumber: true,
})

/** 案件 as its page shows it. */
export const DisputeCaseView = z.object({
  dispute: DisputeView,
  clocks: z.array(DisputeClockView),
  steps: z.array(
    z.object({
      stepId: z.string(),
      kind: DisputeStepKind,
      on: z.string(),
      until: z.string().nullable(),
      note: z.string(),
      actor: z.string(),
      recordedAt: z.string(),
      basis: z.string(),
    }),
  ),
  others: z.array(DisputeLine),
  request: z
    .object({
      requestId: z.string(),
      number: z.string(),
      version: z.int(),
      state: z.string(),
      outcomeLabel: z.string().nullable(),
      documentNumber: z.string().nullable(),
      decidedOn: z.string().nullable(),
      servedOn: z.string().nullable(),
      dueOn: z.string().nullable(),
      timesOrderedAgain: z.int(),
      mayBeOrderedAgain: z.boolean(),
    })
    .nullable(),
  hints: z.array(z.object({ step: FailedStep, text: z.string(), basis: z.string() })),
})
export type DisputeCaseView = z.infer<typeof DisputeCaseView>

/** 败诉、被纠正案件分析. */
export const LessonsView = z.object({
  years: z.array(z.int()),
  steps: z.array(z.object({ step: FailedStep, counts: z.array(z.int()), total: z.int() })),
  cases: z.array(DisputeLine),
  unexplained: z.int(),
})
export type LessonsView = z.infer<typeof LessonsView>

const entry = {
  requestId: z.string().nullable().default(null).meta({ title: '关联的申请' }),
  block: DisputeBlock,
  role: Role.default('original').meta({ title: '本机关的地位' }),
  organ: z.string().trim().min(1).max(80).meta({ title: '复议机关或者人民法院' }),
  caseNumber: z.string().trim().max(60).default('').meta({ title: '案号' }),
  filedOn: Day.meta({ title: '申请、起诉日期' }),
  copyReceivedOn: Day.nullable().default(null).meta({ title: '收到副本日期' }),
  acceptedOn: Day.nullable().default(null).meta({ title: '受理、立案日期' }),
  procedure: Procedure.default('ordinary').meta({ title: '审理程序' }),
  note: z.string().trim().max(2000).default('').meta({ title: '备注' }),
}

const params = z.object({ disputeId: z.string() })

/** 举证材料 made of the case file. */
export const EvidenceBundleView = z.object({
  bundleId: z.string(),
  state: z.enum(['waiting', 'ready', 'failed']),
  /** Why it could not be made. */
  fault: z.string().nullable(),
  withIdentity: z.boolean(),
  orderedAt: z.string(),
  orderedBy: z.string(),
  entries: z.int().nullable(),
  pages: z.int().nullable(),
  /** The digest of its list, to be noted elsewhere. */
  sha256: z.string().nullable(),
})
export type EvidenceBundleView = z.infer<typeof EvidenceBundleView>

export const remedies = {
  list: defineRoute({
    method: 'GET',
    path: '/disputes',
    summary: '列出因政府信息公开工作引起的行政复议、行政诉讼，附应诉期限和需要核对之处',
    access: 'staff',
    query: z.object({
      year: z.coerce.number().int().min(2008).max(2100).optional(),
      requestId: z.string().optional(),
    }),
    answer: z.array(DisputeView),
  }),
  get: defineRoute({
    method: 'GET',
    path: '/disputes/:disputeId',
    summary: '一件复议、诉讼案件：各项期限、进展、各审级、所争议的决定和案卷提示',
    access: 'staff',
    params,
    answer: DisputeCaseView,
  }),
  recordStep: defineRoute({
    method: 'POST',
    path: '/disputes/:disputeId/steps',
    summary: '登记案件进展：提交答复和证据、听证和开庭、中止和恢复、延长、收到文书、履行',
    access: 'staff',
    params,
    body: z.strictObject({
      kind: DisputeStepKind,
      on: Day.meta({ title: '日期' }),
      until: Day.nullable().default(null).meta({ title: '延长至' }),
      note: z.string().trim().max(2000).default('').meta({ title: '说明' }),
    }),
    answer: z.object({ stepId: z.string() }),
  }),
  strikeStep: defineRoute({
    method: 'DELETE',
    path: '/disputes/:disputeId/steps/:stepId',
    summary: '划去登记错的进展；登记和划去都留有记录',
    access: 'staff',
    params: params.extend({ stepId: z.string() }),
    answer: z.object({}),
  }),
  saveLesson: defineRoute({
    method: 'PUT',
    path: '/disputes/:disputeId/lesson',
    summary: '登记被纠正案件的原因分析和改进措施',
    access: 'staff',
    params,
    body: z.strictObject({
      version: z.int(),
      failedStep: FailedStep,
      lesson: z.string().trim().min(1, '请写明原因').max(4000).meta({ title: '原因分析' }),
      measure: z.string().trim().max(2000).default('').meta({ title: '改进措施' }),
      measureDueOn: Day.nullable().default(null).meta({ title: '完成期限' }),
      measureDoneOn: Day.nullable().default(null).meta({ title: '完成日期' }),
    }),
    answer: z.object({ version: z.int() }),
  }),
  lessons: defineRoute({
    method: 'GET',
    path: '/dispute-lessons',
    summary: '败诉、被纠正案件分析：哪个环节出了问题，各年多少件',
    access: 'staff',
    answer: LessonsView,
  }),
  record: defineRoute({
    method: 'POST',
    path: '/disputes',
    summary: '登记行政复议、行政诉讼案件',
    access: 'staff',
    body: z.strictObject({
      ...entry,
      appealOf: z.string().nullable().default(null).meta({ title: '一审案件' }),
    }),
    answer: z.object({ disputeId: z.string() }),
  }),
  amend: defineRoute({
    method: 'PUT',
    path: '/disputes/:disputeId',
    summary: '补充、更正案件登记',
    access: 'staff',
    params,
    body: z.strictObject({ ...entry, version: z.int() }),
    answer: z.object({ version: z.int() }),
  }),
  orderBundle: defineRoute({
    method: 'POST',
    path: '/disputes/:disputeId/bundles',
    summary: '由案卷生成举证材料（证据目录、装订好的证据、原件和核对清单），在后台办理',
    access: 'staff',
    params,
    body: z.strictObject({
      withIdentity: z.boolean().default(false).meta({ title: '包括申请人的身份证明' }),
    }),
    answer: z.object({ bundleId: z.string() }),
    perMinute: 10,
  }),
  listBundles: defineRoute({
    method: 'GET',
    path: '/disputes/:disputeId/bundles',
    summary: '列出已经生成的举证材料',
    access: 'staff',
    params,
    answer: z.array(EvidenceBundleView),
  }),
  openBundle: defineRoute({
    method: 'GET',
    path: '/disputes/:disputeId/bundles/:bundleId',
    summary: '取出举证材料；每次取出都记入审计日志',
    access: 'staff',
    params: params.extend({ bundleId: z.string() }),
    query: z.object({ type: z.enum(['zip', 'pdf']).default('zip') }),
  }),
  conclude: defineRoute({
    method: 'POST',
    path: '/disputes/:disputeId/outcome',
    summary: '登记审结结果；责令重新答复的，同时重新办理原申请',
    access: 'staff',
    params,
    body: z.strictObject({
      version: z.int(),
      result: DisputeResult,
      concludedOn: Day.meta({ title: '审结日期' }),
      resultText: z.string().trim().max(2000).default('').meta({ title: '决定、裁判要点' }),
      failedStep: FailedStep.nullable().default(null),
      answerAgain: z
        .strictObject({ dueOn: Day.meta({ title: '重新答复的期限' }), requestVersion: z.int() })
        .nullable()
        .default(null),
    }),
    answer: z.object({ version: z.int() }),
  }),
}

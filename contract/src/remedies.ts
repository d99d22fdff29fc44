import { z } from 'zod'
import { Day } from './day.ts'
import {
  DisputeBlock,
  DisputeCaseView,
  DisputeProcedure,
  DisputeResult,
  DisputeRole,
  DisputeStepKind,
  DisputeView,
  EvidenceBundleView,
  FailedStep,
  LessonsView,
} from './dispute-views.ts'
import { defineRoute } from './route.ts'

const entry = {
  requestId: z.string().nullable().default(null).meta({ title: '关联的申请' }),
  block: DisputeBlock,
  role: DisputeRole.default('original').meta({ title: '本机关的地位' }),
  organ: z.string().trim().min(1).max(80).meta({ title: '复议机关或者人民法院' }),
  caseNumber: z.string().trim().max(60).default('').meta({ title: '案号' }),
  filedOn: Day.meta({ title: '申请、起诉日期' }),
  copyReceivedOn: Day.nullable().default(null).meta({ title: '收到副本日期' }),
  acceptedOn: Day.nullable().default(null).meta({ title: '受理、立案日期' }),
  procedure: DisputeProcedure.default('ordinary').meta({ title: '审理程序' }),
  note: z.string().trim().max(2000).default('').meta({ title: '备注' }),
}

const params = z.object({ disputeId: z.string() })

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

import { LITIGATION_RESULTS, type LitigationResult, REVIEW_RESULTS, type ReviewResult } from '@mingfu/law'
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

/** 出问题的环节 of a case that was corrected. */
export const FAILED_STEPS = {
  receipt: '收到登记',
  correction: '补正',
  search: '检索',
  consultation: '征求意见',
  ground: '不予公开的理由',
  separation: '区分处理',
  deadline: '答复期限',
  letter: '答复书内容',
  service: '送达',
  other: '其他',
} as const
export const FailedStep = z
  .enum(Object.keys(FAILED_STEPS) as (keyof typeof FAILED_STEPS)[], '请选择出问题的环节')
  .meta({ title: '出问题的环节' })

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
  version: z.int(),
  /** What is due in the case, and until when. */
  dues: z.array(
    z.object({ label: z.string(), dueOn: z.string(), provisional: z.boolean(), basis: z.string() }),
  ),
  /** What does not fit and should be looked at. */
  doubts: z.array(z.object({ text: z.string(), basis: z.string() })),
})
export type DisputeView = z.infer<typeof DisputeView>

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

import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

export const ORDER_GROUNDS = {
  overdue: '逾期未答复',
  'differing-answers': '同一事项答复不一致',
  'failure-to-disclose': '应当主动公开而未公开',
  complaint: '投诉举报',
  'annual-report': '年度报告',
  inspection: '监督检查发现的问题',
  other: '其他',
} as const
export const SUPERVISION_KINDS = {
  inspection: '监督检查',
  assessment: '考核',
  evaluation: '社会评议',
  accountability: '责任追究',
} as const

const OrderGround = z
  .enum(Object.keys(ORDER_GROUNDS) as (keyof typeof ORDER_GROUNDS)[], '请选择事由')
  .meta({ title: '事由' })
const SupervisionKind = z
  .enum(Object.keys(SUPERVISION_KINDS) as (keyof typeof SUPERVISION_KINDS)[], '请选择类别')
  .meta({ title: '类别' })
const Below = z.string('请选择下级机关').min(1, '请选择下级机关').meta({ title: '下级机关' })

export const StandingView = z.object({
  agencyId: z.string(),
  name: z.string(),
  shortName: z.string(),
  received: z.int(),
  open: z.int(),
  overdue: z.int(),
  concluded: z.int(),
  inTime: z.int(),
  disputes: z.int(),
  corrected: z.int(),
  openOrders: z.int(),
  reportState: z.enum(['none', 'draft', 'published']),
})
export type StandingView = z.infer<typeof StandingView>

export const SameMatterView = z.object({
  same: z.enum(['matter', 'applicant']),
  /** Masked. */
  applicant: z.string(),
  asked: z.string(),
  differs: z.boolean(),
  answers: z.array(
    z.object({
      agencyId: z.string(),
      agency: z.string(),
      number: z.string(),
      asked: z.string(),
      receivedOn: z.string().nullable(),
      outcomeLabel: z.string().nullable(),
      concludedOn: z.string().nullable(),
    }),
  ),
})
export type SameMatterView = z.infer<typeof SameMatterView>

export const OrderView = z.object({
  orderId: z.string(),
  side: z.enum(['issued', 'received']),
  fromName: z.string(),
  toName: z.string(),
  number: z.string(),
  ground: OrderGround,
  subject: z.string(),
  demand: z.string(),
  requestNumber: z.string().nullable(),
  issuedOn: z.string(),
  issuedName: z.string(),
  replyBy: z.string(),
  overdue: z.boolean(),
  reply: z.string().nullable(),
  repliedOn: z.string().nullable(),
  repliedName: z.string().nullable(),
  settledOn: z.string().nullable(),
  settlement: z.enum(['accepted', 'returned']).nullable(),
  remark: z.string().nullable(),
  version: z.int(),
})
export type OrderView = z.infer<typeof OrderView>

export const SupervisionRecordView = z.object({
  recordId: z.string(),
  aboutName: z.string(),
  kind: SupervisionKind,
  heldOn: z.string(),
  title: z.string(),
  findings: z.string(),
  score: z.number().nullable(),
  rectifyBy: z.string().nullable(),
  rectifiedOn: z.string().nullable(),
  recordedName: z.string(),
})
export type SupervisionRecordView = z.infer<typeof SupervisionRecordView>

const order = z.object({ orderId: z.string() })
const year = z.coerce.number().int().min(2008).max(2100)

export const supervision = {
  standings: defineRoute({
    method: 'GET',
    path: '/oversight/agencies',
    summary: '下级机关办理情况总览：收到、在办、逾期、按期办结、复议诉讼、年度报告、督办',
    access: 'staff',
    query: z.object({ year }),
    answer: z.array(StandingView),
  }),
  sameMatters: defineRoute({
    method: 'GET',
    path: '/oversight/same-matters',
    summary: '同一事项或者同一申请人在多个机关的申请，答复不一致的在前；申请人遮盖，查看留有记录',
    access: 'staff',
    query: z.object({ year, same: z.enum(['matter', 'applicant']).default('matter') }),
    answer: z.array(SameMatterView),
  }),
  listOrders: defineRoute({
    method: 'GET',
    path: '/oversight/orders',
    summary: '发出的和收到的督办单',
    access: 'staff',
    answer: z.array(OrderView),
  }),
  issueOrder: defineRoute({
    method: 'POST',
    path: '/oversight/orders',
    summary: '向下级机关发出督办单',
    access: 'staff',
    body: z.strictObject({
      toAgencyId: Below,
      ground: OrderGround,
      subject: z.string().trim().min(1).max(200).meta({ title: '督办事项' }),
      demand: z.string().trim().min(1).max(4000).meta({ title: '要求' }),
      requestNumber: z.string().trim().max(60).default('').meta({ title: '涉及的申请编号' }),
      replyBy: Day.meta({ title: '回复期限' }),
    }),
    answer: z.object({ orderId: z.string(), number: z.string() }),
  }),
  replyOrder: defineRoute({
    method: 'POST',
    path: '/oversight/orders/:orderId/reply',
    summary: '回复督办',
    access: 'staff',
    params: order,
    body: z.strictObject({
      version: z.int(),
      reply: z.string().trim().min(1).max(8000).meta({ title: '办理情况' }),
    }),
    answer: z.object({ version: z.int() }),
  }),
  settleOrder: defineRoute({
    method: 'POST',
    path: '/oversight/orders/:orderId/settlement',
    summary: '办结督办，或者退回重新办理',
    access: 'staff',
    params: order,
    body: z.strictObject({
      version: z.int(),
      settlement: z.enum(['accepted', 'returned']).meta({ title: '处理' }),
      remark: z.string().trim().max(2000).default('').meta({ title: '意见' }),
    }),
    answer: z.object({ version: z.int() }),
  }),
  listRecords: defineRoute({
    method: 'GET',
    path: '/oversight/records',
    summary: '对下级机关的监督检查、考核、社会评议、责任追究',
    access: 'staff',
    answer: z.array(SupervisionRecordView),
  }),
  record: defineRoute({
    method: 'POST',
    path: '/oversight/records',
    summary: '登记监督检查、考核、社会评议、责任追究',
    access: 'staff',
    body: z.strictObject({
      aboutAgencyId: Below,
      kind: SupervisionKind,
      heldOn: Day.meta({ title: '日期' }),
      title: z.string().trim().min(1).max(200).meta({ title: '名称' }),
      findings: z.string().trim().max(8000).default('').meta({ title: '情况和问题' }),
      score: z.number().min(0).max(1000).nullable().default(null).meta({ title: '得分' }),
      rectifyBy: Day.nullable().default(null).meta({ title: '整改期限' }),
      rectifiedOn: Day.nullable().default(null).meta({ title: '整改完成' }),
    }),
    answer: z.object({ recordId: z.string() }),
  }),
}

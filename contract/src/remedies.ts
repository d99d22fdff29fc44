import { z } from 'zod'
import { defineRoute } from './route.ts'

export const DisputeBlock = z
  .enum(['review', 'litigation_direct', 'litigation_after_review'], '请选择案件类别')
  .meta({ title: '案件类别' })
export const DisputeOutcome = z
  .enum(['upheld', 'corrected', 'other'], '请选择审结结果')
  .meta({ title: '审结结果' })
const Day = z.iso.date('请按 2024-09-30 的样式填写日期')

export const DisputeView = z.object({
  disputeId: z.string(),
  requestId: z.string().nullable(),
  block: DisputeBlock,
  role: z.enum(['original', 'co-defendant-reviewer']),
  organ: z.string(),
  caseNumber: z.string().nullable(),
  filedOn: z.string(),
  concludedOn: z.string().nullable(),
  outcome: DisputeOutcome.nullable(),
  note: z.string().nullable(),
})
export type DisputeView = z.infer<typeof DisputeView>

export const remedies = {
  list: defineRoute({
    method: 'GET',
    path: '/disputes',
    summary: '列出因政府信息公开工作引起的行政复议、行政诉讼',
    access: 'staff',
    answer: z.array(DisputeView),
  }),
  record: defineRoute({
    method: 'POST',
    path: '/disputes',
    summary: '登记行政复议、行政诉讼案件',
    access: 'staff',
    body: z.object({
      requestId: z.string().nullable().default(null).meta({ title: '关联的申请' }),
      block: DisputeBlock,
      role: z.enum(['original', 'co-defendant-reviewer']).default('original').meta({ title: '本机关的地位' }),
      organ: z.string().trim().min(1).max(80).meta({ title: '复议机关或者人民法院' }),
      caseNumber: z.string().trim().max(60).nullable().default(null).meta({ title: '案号' }),
      filedOn: Day.meta({ title: '收到日期' }),
      note: z.string().trim().max(2000).nullable().default(null).meta({ title: '备注' }),
    }),
    answer: z.object({ disputeId: z.string() }),
  }),
  conclude: defineRoute({
    method: 'POST',
    path: '/disputes/:disputeId/outcome',
    summary: '登记审结结果',
    access: 'staff',
    params: z.object({ disputeId: z.string() }),
    body: z.object({
      outcome: DisputeOutcome,
      concludedOn: Day.meta({ title: '审结日期' }),
      note: z.string().trim().max(2000).nullable().default(null).meta({ title: '备注' }),
    }),
    answer: z.object({}),
  }),
}

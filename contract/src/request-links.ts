import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

const id = z.string()
const params = z.object({ requestId: id })
const words = (title: string, most: number) => z.string().trim().min(1).max(most).meta({ title })

/** 关联、合并、拆分, and 转主动公开. */
export const requestLinks = {
  link: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/links',
    summary: '关联另一件申请，或者把同一申请人重复提交的并入另一件',
    access: 'staff',
    params,
    body: z.strictObject({
      otherNumber: words('另一件申请的编号', 60),
      kind: z.enum(['related', 'merged-into'], '请选择关联方式').meta({ title: '关联方式' }),
      note: words('说明', 200),
    }),
    answer: z.object({}),
  }),
  split: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/split',
    summary: '一事一申请：把其他事项拆分为单独的申请，收到日期不变；查询码只显示一次',
    access: 'staff',
    params,
    body: z.strictObject({
      version: z.int(),
      parts: z.array(words('事项', 2000)).min(1).max(20).meta({ title: '拆分出的事项' }),
      reason: words('拆分的理由', 200),
    }),
    answer: z.array(z.object({ requestId: id, number: z.string(), queryCode: z.string() })),
  }),
  proposePublication: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/publication',
    summary: '提议把提供的信息转为主动公开，限期决定',
    access: 'staff',
    params,
    body: z.strictObject({
      fileId: id.nullable().default(null).meta({ title: '公开版本' }),
      title: words('信息名称', 200),
      reason: words('理由', 500),
      decideBy: Day.meta({ title: '决定期限' }),
    }),
    answer: z.object({ proposalId: id }),
  }),
  decidePublication: defineRoute({
    method: 'POST',
    path: '/publication-proposals/:proposalId/decision',
    summary: '决定是否转为主动公开；同意的拟制公开稿',
    access: 'staff',
    params: z.object({ proposalId: id }),
    body: z.strictObject({
      decision: z.enum(['publish', 'not-publish'], '请选择决定').meta({ title: '决定' }),
      opinion: words('意见', 500),
    }),
    answer: z.object({ documentId: id.nullable() }),
  }),
} as const

import { REDACTION_GROUNDS } from '@mingfu/law'
import { z } from 'zod'
import { defineRoute } from './route.ts'

const id = z.string()
const params = z.object({ redactionId: id })
const part = z.number().min(0).max(1)

/** 遮盖框: a box in parts of the page, its ground, and what lies under it by name. */
export const RedactionMarkView = z.strictObject({
  page: z.int().min(1),
  x: part,
  y: part,
  width: part,
  height: part,
  ground: z
    .enum(Object.keys(REDACTION_GROUNDS) as (keyof typeof REDACTION_GROUNDS)[], '请选择遮盖的依据')
    .meta({ title: '依据' }),
  part: z.string().trim().min(1, '请写明遮盖的是什么内容').max(100).meta({ title: '遮盖的内容' }),
})
export type RedactionMarkView = z.infer<typeof RedactionMarkView>

export const RedactionView = z.object({
  redactionId: id,
  requestId: id,
  number: z.string(),
  fileName: z.string(),
  version: z.int(),
  pages: z.array(z.object({ width: z.number(), height: z.number() })),
  marks: z.array(RedactionMarkView),
  /** Whether the caller drew the boxes last; then somebody else releases. */
  markedByMe: z.boolean(),
  releasedFileId: id.nullable(),
  releasedAt: z.string().nullable(),
  checks: z.array(z.string()),
})
export type RedactionView = z.infer<typeof RedactionView>

/** 区分处理: boxes on the pages of a PDF, burned in and proven before the file goes out. */
export const redactions = {
  start: defineRoute({
    method: 'POST',
    path: '/requests/:requestId/redactions',
    summary: '对案卷中的 PDF 文件标注遮盖框',
    access: 'staff',
    params: z.object({ requestId: id }),
    body: z.strictObject({ fileId: id.meta({ title: '文件' }) }),
    answer: z.object({ redactionId: id }),
  }),
  get: defineRoute({
    method: 'GET',
    path: '/redactions/:redactionId',
    summary: '读取遮盖标注；查看原件记入审计日志',
    access: 'staff',
    params,
    answer: RedactionView,
  }),
  page: defineRoute({
    method: 'GET',
    path: '/redactions/:redactionId/pages/:page',
    summary: '原件某一页的图像',
    access: 'staff',
    params: z.object({ redactionId: id, page: z.coerce.number().int().min(1) }),
  }),
  suggestions: defineRoute({
    method: 'GET',
    path: '/redactions/:redactionId/suggestions',
    summary: '提示原件文字层中可能的个人信息；由人逐处采纳或者不采纳',
    access: 'staff',
    params,
    answer: z.object({
      marks: z.array(
        z.object({
          page: z.int(),
          x: z.number(),
          y: z.number(),
          width: z.number(),
          height: z.number(),
          what: z.string(),
          certainty: z.enum(['certain', 'likely']),
        }),
      ),
      /** Pictures of pages, which nothing could be read from. */
      withoutText: z.array(z.int()),
    }),
  }),
  saveMarks: defineRoute({
    method: 'POST',
    path: '/redactions/:redactionId/marks',
    summary: '保存遮盖框',
    access: 'staff',
    params,
    body: z.strictObject({ version: z.int(), marks: z.array(RedactionMarkView).max(5000) }),
    answer: z.object({ version: z.int() }),
  }),
  release: defineRoute({
    method: 'POST',
    path: '/redactions/:redactionId/release',
    summary: '复核并生成公开版本：遮盖框烧录进页面，检验合格才出文件',
    access: 'staff',
    params,
    body: z.strictObject({ version: z.int() }),
    answer: z.object({ fileId: id, checks: z.array(z.string()) }),
  }),
} as const

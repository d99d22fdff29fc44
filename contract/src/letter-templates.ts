import { DOCUMENTS, type DocumentCode } from '@mingfu/law'
import { z } from 'zod'
import { defineRoute } from './route.ts'

/** An office may have a Word template of its own for every document, letters and forms. */
export const TEMPLATE_LETTERS = Object.keys(DOCUMENTS) as readonly DocumentCode[]
const code = z.enum(TEMPLATE_LETTERS)

/** 机关自有的 Word 文书模板. */
export const letterTemplates = {
  list: defineRoute({
    method: 'GET',
    path: '/letter-templates',
    summary: '列出机关自有的文书模板',
    access: 'staff',
    answer: z.array(z.object({ code, name: z.string(), uploadedBy: z.string(), uploadedAt: z.string() })),
  }),
  sample: defineRoute({
    method: 'GET',
    path: '/letter-templates/:code/sample',
    summary: '下载模板样例，在此基础上修改版式',
    access: 'staff',
    params: z.object({ code }),
  }),
  save: defineRoute({
    method: 'POST',
    path: '/letter-templates/:code',
    summary: '上传文书模板；缺少法定要素的不接收',
    access: 'staff',
    files: ['docx'],
    params: z.object({ code }),
    body: z.strictObject({}),
    answer: z.object({}),
  }),
  remove: defineRoute({
    method: 'POST',
    path: '/letter-templates/:code/delete',
    summary: '删除文书模板，恢复法定版式',
    access: 'staff',
    params: z.object({ code }),
    answer: z.object({}),
  }),
} as const

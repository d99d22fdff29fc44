import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

const id = z.string()
const words = (title: string, most: number) => z.string().trim().min(1).max(most).meta({ title })
const text = (title: string, most: number) => z.string().trim().max(most).default('').meta({ title })

export const RecordCorrectionView = z.object({
  correctionId: id,
  number: z.string(),
  kind: z.enum(['person', 'organisation']),
  /** Masked. */
  claimant: z.object({
    name: z.string(),
    identityNumber: z.string(),
    phone: z.string(),
    address: z.string(),
  }),
  record: z.string(),
  claim: z.string(),
  receivedOn: z.string(),
  targetOn: z.string(),
  registeredBy: z.string(),
  finding: z.enum(['corrected', 'not-corrected', 'forwarded', 'pointed']).nullable(),
  documentNumber: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decidedBy: z.string().nullable(),
  version: z.int(),
})
export type RecordCorrectionView = z.infer<typeof RecordCorrectionView>

/** 更正自身相关的政府信息记录 (条例 第四十一条): apart from requests, and not in their report. */
export const recordCorrections = {
  list: defineRoute({
    method: 'GET',
    path: '/record-corrections',
    summary: '列出更正申请',
    access: 'staff',
    answer: z.array(RecordCorrectionView),
  }),
  register: defineRoute({
    method: 'POST',
    path: '/record-corrections',
    summary: '登记更正申请',
    access: 'staff',
    body: z.strictObject({
      kind: z.enum(['person', 'organisation']).meta({ title: '申请人' }),
      claimant: z.strictObject({
        name: words('姓名、名称', 100),
        identityNumber: text('证件号码、信用代码', 40),
        phone: text('联系电话', 40),
        address: text('联系地址', 200),
      }),
      record: words('要求更正的记录', 1000),
      claim: words('应当更正为什么，有什么证据', 2000),
      receivedOn: Day.meta({ title: '收到日期' }),
    }),
    answer: z.object({ correctionId: id }),
  }),
  decide: defineRoute({
    method: 'POST',
    path: '/record-corrections/:correctionId/decision',
    summary: '作出更正处理，出具更正告知书',
    access: 'staff',
    params: z.object({ correctionId: id }),
    body: z.strictObject({
      version: z.int(),
      finding: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('corrected'), result: words('更正的结果', 1000) }),
        z.strictObject({ kind: z.literal('not-corrected'), reason: words('不予更正的理由', 1000) }),
        z.strictObject({ kind: z.literal('forwarded'), to: words('转送的机关', 100) }),
        z.strictObject({ kind: z.literal('pointed'), to: words('有权更正的机关', 100) }),
      ]),
    }),
    answer: z.object({ documentNumber: z.string() }),
  }),
  letter: defineRoute({
    method: 'GET',
    path: '/record-corrections/:correctionId/letter',
    summary: '下载更正告知书（PDF、Word）',
    access: 'staff',
    params: z.object({ correctionId: id }),
    query: z.object({ type: z.enum(['pdf', 'docx']).default('pdf') }),
  }),
} as const

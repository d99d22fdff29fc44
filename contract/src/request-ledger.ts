import { z } from 'zod'
import { defineRoute } from './route.ts'

const params = z.object({ importId: z.string() })

export const LEDGER_IMPORT_STATES = {
  checking: '正在检查',
  faulty: '有错误，没有导入',
  checked: '检查无误，等待确认',
  importing: '正在导入',
  imported: '已导入',
  failed: '不能识别，没有导入',
  discarded: '已放弃',
} as const

/** 台账导入 on its way. */
export const LedgerImportView = z.object({
  importId: z.string(),
  fileName: z.string(),
  state: z.enum(Object.keys(LEDGER_IMPORT_STATES) as (keyof typeof LEDGER_IMPORT_STATES)[]),
  /** Cases to import; `null` until that is known. */
  total: z.int().nullable(),
  done: z.int(),
  known: z.int(),
  faultCount: z.int(),
  startedAt: z.string(),
  startedBy: z.string(),
  confirmedBy: z.string().nullable(),
  endedAt: z.string().nullable(),
})
export type LedgerImportView = z.infer<typeof LedgerImportView>

/** 台账: all cases as a workbook, out and in. */
export const requestLedger = {
  exportLedger: defineRoute({
    method: 'POST',
    path: '/request-ledger/export',
    summary: '导出台账（xlsx）；含申请人身份的，写明事由，记入审计日志',
    access: 'staff',
    perMinute: 10,
    body: z.strictObject({
      identities: z.boolean().default(false).meta({ title: '包含申请人身份信息' }),
      reason: z.string().trim().max(200).default('').meta({ title: '导出事由' }),
      /** Only these cases; all of the agency when left out. */
      requestIds: z.array(z.string()).max(500).optional(),
    }),
  }),
  uploadLedger: defineRoute({
    method: 'POST',
    path: '/request-ledger/imports',
    summary: '上传台账（xlsx），在后台检查；检查无误并确认后才导入',
    access: 'staff',
    perMinute: 20,
    files: ['xlsx'],
    body: z.strictObject({}),
    answer: z.object({ importId: z.string() }),
  }),
  listImports: defineRoute({
    method: 'GET',
    path: '/request-ledger/imports',
    summary: '列出最近的台账导入',
    access: 'staff',
    answer: z.array(LedgerImportView),
  }),
  followImport: defineRoute({
    method: 'GET',
    path: '/request-ledger/imports/:importId',
    summary: '一次台账导入的进度和逐行的错误',
    access: 'staff',
    params,
    answer: LedgerImportView.extend({ faults: z.array(z.string()) }),
  }),
  confirmImport: defineRoute({
    method: 'POST',
    path: '/request-ledger/imports/:importId/confirm',
    summary: '确认导入检查无误的台账；全部导入或者全部不导入，已有的编号不重复导入',
    access: 'staff',
    params,
    body: z.strictObject({}),
    answer: z.object({}),
  }),
  discardImport: defineRoute({
    method: 'POST',
    path: '/request-ledger/imports/:importId/discard',
    summary: '放弃导入，删除上传的台账',
    access: 'staff',
    params,
    body: z.strictObject({}),
    answer: z.object({}),
  }),
}

import { z } from 'zod'
import { defineRoute } from './route.ts'

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
    }),
  }),
  importLedger: defineRoute({
    method: 'POST',
    path: '/request-ledger/import',
    summary: '导入台账（xlsx）；有一处错误就全部不导入，已有的编号不重复导入',
    access: 'staff',
    perMinute: 20,
    files: ['xlsx'],
    body: z.strictObject({
      /** `yes` only looks; a form knows no booleans. */
      check: z.enum(['yes', 'no']).default('yes'),
    }),
    answer: z.object({ imported: z.int(), known: z.int(), faults: z.array(z.string()) }),
  }),
}

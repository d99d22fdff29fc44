import { RETENTION, type RetentionKey } from '@mingfu/law'
import { z } from 'zod'
import { defineRoute } from './route.ts'

const Key = z.enum(Object.keys(RETENTION) as RetentionKey[])

/** 保存期限: the schedule of the law, and what is due by it in this agency. */
export const retention = {
  show: defineRoute({
    method: 'GET',
    path: '/retention',
    summary: '保存期限表、现在到期的数量和清除的记录',
    access: 'staff',
    answer: z.object({
      lines: z.array(z.object({ key: Key, due: z.int().nullable() })),
      runs: z.array(z.object({ at: z.string(), removed: z.record(z.string(), z.int()) })),
    }),
  }),
}

import { z } from 'zod'
import { defineRoute } from './route.ts'

const Severity = z.enum(['error', 'warning', 'info'])

/** What a check says of a report, in the shape that `mingfu report check --json` prints. */
export const ReportCheckView = z.object({
  file: z.string(),
  format: z.enum(['2019', '2021']),
  reportYear: z.int().nullable(),
  orgName: z.string().nullable(),
  findings: z.array(
    z.object({
      rule: z.string(),
      severity: Severity,
      cells: z.array(z.string()),
      message: z.string(),
      expected: z.string().nullable(),
      actual: z.string().nullable(),
      where: z.string(),
      /** Whether a blank was counted as 0: look before believing it. */
      needsLook: z.boolean().optional(),
      quote: z.object({ part: z.string(), text: z.string() }).optional(),
      fingerprint: z.string(),
    }),
  ),
  notAssessable: z.array(z.object({ rule: z.string(), cells: z.array(z.string()), why: z.string() })),
  summary: z.object({
    errors: z.int(),
    warnings: z.int(),
    infos: z.int(),
    notAssessable: z.int(),
  }),
  /** What of the file was not read. */
  unread: z.array(z.object({ what: z.string(), why: z.string() })),
})
export type ReportCheckView = z.infer<typeof ReportCheckView>

/** 年报校核: a tool for anyone; nothing is kept. */
export const reportCheck = {
  check: defineRoute({
    method: 'POST',
    path: '/tools/report-check',
    summary:
      '校核一份年度报告（html、docx、doc、wps、xlsx、xls、et、pdf、txt、md、json），文件不保存；可以另附上一年度的报告（previous），用于跨年度校核',
    access: 'public',
    body: z.object({}),
    files: ['html', 'docx', 'doc', 'wps', 'xlsx', 'xls', 'et', 'pdf', 'txt', 'md', 'json'],
    perMinute: 20,
    answer: ReportCheckView,
  }),
}

import { z } from 'zod'
import { defineRoute } from './route.ts'

/** A run of days that are not what their weekday says, and the notice that says so. */
export const CalendarSpanView = z.object({
  from: z.string(),
  to: z.string(),
  name: z.string(),
  kind: z.enum(['holiday', 'make-up', 'local-holiday', 'local-make-up']),
  notice: z.string(),
})
export type CalendarSpanView = z.infer<typeof CalendarSpanView>

export const CalendarYearView = z.object({
  year: z.int(),
  /** No notice yet: deadlines that run into the year may still move. */
  provisional: z.boolean(),
  workingDays: z.int(),
  /** The last day that a notice covers. */
  knownThrough: z.string(),
  spans: z.array(CalendarSpanView),
})
export type CalendarYearView = z.infer<typeof CalendarYearView>

/** An open request whose last day the notice would move. */
export const DeadlineMoveView = z.object({
  agencyName: z.string(),
  number: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type DeadlineMoveView = z.infer<typeof DeadlineMoveView>

const Notice = z.object({
  text: z.string().trim().min(1).max(20_000).meta({ title: '通知正文' }),
})

/** 工作日历: working days by the holiday notices. */
export const calendar = {
  year: defineRoute({
    method: 'GET',
    path: '/calendar/:year',
    summary: '一年的工作日、放假和调休上班安排，附所依据的放假安排通知',
    access: 'public',
    params: z.object({ year: z.coerce.number().int().min(1999).max(2100).meta({ title: '年度' }) }),
    answer: CalendarYearView,
  }),
  readNotice: defineRoute({
    method: 'POST',
    path: '/calendar/notices/reading',
    summary: '试读放假安排通知，列出将会变动的在办期限，不保存',
    access: 'staff',
    body: Notice,
    answer: CalendarYearView.omit({ provisional: true, knownThrough: true }).extend({
      /** Whose local holidays they are; `null` for the whole country. */
      region: z.string().nullable(),
      moves: z.array(DeadlineMoveView),
    }),
  }),
  importNotice: defineRoute({
    method: 'POST',
    path: '/calendar/notices',
    summary: '导入放假安排通知，在办申请的期限随后重新计算',
    access: 'staff',
    body: Notice,
    answer: z.object({ year: z.int() }),
  }),
}

import { DOCUMENTS, type DocumentCode } from '@mingfu/law'
import { z } from 'zod'
import { RequestTaskView } from './case-part-views.ts'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

const id = z.string()
const BulkLine = z.object({
  requestId: id,
  number: z.string(),
  /** What happens, or happened. */
  does: z.string().nullable(),
  /** Why nothing does. */
  refusal: z.string().nullable(),
})
export type BulkLine = z.infer<typeof BulkLine>
const AT_ONCE = 100
const requestIds = z.array(id).min(1).max(AT_ONCE)
const letterCode = z
  .enum(Object.keys(DOCUMENTS) as DocumentCode[])
  .nullable()
  .default(null)
  .meta({ title: '文书' })

/** 经办人的工作台: views, reminders, absences, handing over, one step on several cases. */
export const desk = {
  views: defineRoute({
    method: 'GET',
    path: '/desk/views',
    summary: '我保存的筛选',
    access: 'staff',
    answer: z.array(z.object({ viewId: id, name: z.string(), filter: z.record(z.string(), z.string()) })),
  }),
  saveView: defineRoute({
    method: 'POST',
    path: '/desk/views',
    summary: '保存筛选；同名的替换',
    access: 'staff',
    body: z.strictObject({
      name: z.string().trim().min(1).max(30).meta({ title: '名称' }),
      filter: z.record(z.string().max(30), z.string().max(100)),
    }),
    answer: z.object({}),
  }),
  deleteView: defineRoute({
    method: 'POST',
    path: '/desk/views/:viewId/delete',
    summary: '删除保存的筛选',
    access: 'staff',
    params: z.object({ viewId: id }),
    answer: z.object({}),
  }),
  reminders: defineRoute({
    method: 'GET',
    path: '/desk/reminders',
    summary: '我的催办提醒',
    access: 'staff',
    answer: z.array(
      z.object({
        reminderId: id,
        requestId: id,
        number: z.string(),
        level: z.enum(['overdue', 'urgent', 'soon', 'note']),
        text: z.string(),
        basis: z.string(),
        madeAt: z.string(),
      }),
    ),
  }),
  putAside: defineRoute({
    method: 'POST',
    path: '/desk/reminders/aside',
    summary: '提醒已知道，不再显示',
    access: 'staff',
    body: z.strictObject({ reminderIds: z.array(id).min(1).max(100) }),
    answer: z.object({}),
  }),
  absences: defineRoute({
    method: 'GET',
    path: '/desk/absences',
    summary: '休假、出差和代理',
    access: 'staff',
    answer: z.object({
      absences: z.array(
        z.object({
          absenceId: id,
          staffId: id,
          deputyId: id,
          fromOn: z.string(),
          toOn: z.string(),
          recordedBy: z.string(),
        }),
      ),
      people: z.array(z.object({ staffId: id, name: z.string(), mayHandle: z.boolean() })),
    }),
  }),
  recordAbsence: defineRoute({
    method: 'POST',
    path: '/desk/absences',
    summary: '登记休假、出差和代理人',
    access: 'staff',
    body: z.strictObject({
      staffId: id.meta({ title: '休假人' }),
      deputyId: id.meta({ title: '代理人' }),
      fromOn: Day.meta({ title: '开始日期' }),
      toOn: Day.meta({ title: '结束日期' }),
    }),
    answer: z.object({}),
  }),
  cancelAbsence: defineRoute({
    method: 'POST',
    path: '/desk/absences/:absenceId/cancel',
    summary: '取消休假登记',
    access: 'staff',
    params: z.object({ absenceId: id }),
    answer: z.object({}),
  }),
  handOver: defineRoute({
    method: 'POST',
    path: '/desk/handover',
    summary: '工作交接：一人经办的在办申请全部交给另一人；可以先预览',
    access: 'staff',
    body: z.strictObject({
      fromId: id.meta({ title: '交出人' }),
      toId: id.meta({ title: '接手人' }),
      reason: z.string().trim().min(2).max(200).meta({ title: '交接原因' }),
      preview: z.boolean(),
    }),
    answer: z.array(z.object({ requestId: id, number: z.string() })),
  }),
  bulk: defineRoute({
    method: 'POST',
    path: '/desk/bulk',
    summary:
      '批量办理：指定经办人、归档、添加待办、催办协办、登记签收、移入或者移出垃圾信息；可以先预览，逐件说明将会怎样、为什么不能',
    access: 'staff',
    body: z.strictObject({
      targets: z
        .array(z.strictObject({ requestId: id, version: z.int() }))
        .min(1)
        .max(AT_ONCE),
      act: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('assign'), handlerId: id.meta({ title: '经办人' }) }),
        z.strictObject({ kind: z.literal('close') }),
        z.strictObject({
          kind: z.literal('task'),
          what: z.string().trim().min(1).max(200).meta({ title: '待办事项' }),
          staffId: id.nullable().meta({ title: '由谁办理' }),
          dueOn: Day.nullable().meta({ title: '完成日期' }),
        }),
        z.strictObject({
          kind: z.literal('chase'),
          how: z.string().trim().min(1).max(200).meta({ title: '催办方式' }),
        }),
        z.strictObject({
          kind: z.literal('deliver'),
          document: z.enum(['correction-notice', 'fee-notice', 'decision']).meta({ title: '文书' }),
          on: Day.meta({ title: '签收日期' }),
          proof: z.string().trim().min(1).max(200).meta({ title: '签收凭证' }),
        }),
        z.strictObject({
          kind: z.literal('set-aside'),
          reason: z.string().trim().min(2).max(200).meta({ title: '理由' }),
        }),
        z.strictObject({ kind: z.literal('restore') }),
      ]),
      preview: z.boolean(),
    }),
    answer: z.array(BulkLine),
  }),
  previewLetters: defineRoute({
    method: 'POST',
    path: '/desk/letters/preview',
    summary: '批量打印文书之前逐件核对：打印哪一件，哪些申请没有',
    access: 'staff',
    body: z.strictObject({ requestIds, code: letterCode }),
    answer: z.array(BulkLine),
  }),
  printLetters: defineRoute({
    method: 'POST',
    path: '/desk/letters/print',
    summary: '把所选申请的文书合为一个 PDF 打印',
    access: 'staff',
    perMinute: 20,
    body: z.strictObject({ requestIds, code: letterCode }),
  }),
  tasks: defineRoute({
    method: 'GET',
    path: '/desk/tasks',
    summary: '我的待办事项，含我代理的',
    access: 'staff',
    answer: z.array(RequestTaskView),
  }),
} as const

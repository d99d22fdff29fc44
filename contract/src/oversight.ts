import { ACTIVITY_KINDS, type ActivityKind } from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

export const ActivityKindId = z
  .enum(Object.keys(ACTIVITY_KINDS) as ActivityKind[], '请选择类别')
  .meta({ title: '类别' })

export const ActivityView = z.object({
  activityId: z.string(),
  kind: ActivityKindId,
  heldOn: z.string(),
  title: z.string(),
  detail: z.string(),
  participants: z.int().nullable(),
  remedy: z.string(),
  resolvedOn: z.string().nullable(),
  version: z.int(),
})
export type ActivityView = z.infer<typeof ActivityView>

const Entry = z.object({
  kind: ActivityKindId,
  heldOn: Day.meta({ title: '日期' }),
  title: z.string().trim().min(2, '请写明主题，不少于2个字').max(100).meta({ title: '主题' }),
  detail: z.string().trim().max(2000).default('').meta({ title: '内容' }),
  participants: z
    .int('请填写整数')
    .min(0, '人数不能小于0')
    .max(100_000)
    .nullable()
    .default(null)
    .meta({ title: '参加人数' }),
  remedy: z.string().trim().max(2000).default('').meta({ title: '整改情况' }),
  resolvedOn: Day.nullable().default(null).meta({ title: '整改完成日期' }),
})

const params = z.object({ activityId: z.string() })

/** 监督保障记录: training, publicity, inspection, assessment, evaluation, accountability and problems, through the year. */
export const oversight = {
  listActivities: defineRoute({
    method: 'GET',
    path: '/oversight/activities',
    summary: '一年的培训、宣传、检查、考核、评议、追责和问题记录，以及上年未整改完的问题',
    access: 'staff',
    query: z.object({ year: z.coerce.number().int().min(2008).max(2100).meta({ title: '年度' }) }),
    answer: z.object({ activities: z.array(ActivityView), carried: z.array(ActivityView) }),
  }),
  recordActivity: defineRoute({
    method: 'POST',
    path: '/oversight/activities',
    summary: '登记一次培训、检查、考核，或者一个存在的问题',
    access: 'staff',
    body: Entry,
    answer: z.object({ activityId: z.string() }),
  }),
  amendActivity: defineRoute({
    method: 'PUT',
    path: '/oversight/activities/:activityId',
    summary: '更正记录，或者登记问题的整改情况',
    access: 'staff',
    params,
    body: Entry.extend({ version: z.int() }),
    answer: z.object({}),
  }),
  withdrawActivity: defineRoute({
    method: 'POST',
    path: '/oversight/activities/:activityId/withdraw',
    summary: '撤销登记错误的记录，并写明理由',
    access: 'staff',
    params,
    body: z.object({
      reason: z.string().trim().min(2, '请写明理由').max(200).meta({ title: '理由' }),
    }),
    answer: z.object({}),
  }),
}

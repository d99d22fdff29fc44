import { ORGAN_CHANGES } from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

export const PublishingTaskView = z.object({
  kind: z.enum(['document', 'duty', 'interpretation', 'organ-change', 'expiring', 'validity', 'channel']),
  level: z.enum(['overdue', 'urgent', 'soon', 'note']),
  text: z.string(),
  unit: z.string().nullable(),
  /** Whether it falls to the department of whoever asks; what names no department falls to everybody. */
  mine: z.boolean(),
  dueOn: z.string().nullable(),
  basis: z.string(),
  path: z.string(),
})
export type PublishingTaskView = z.infer<typeof PublishingTaskView>

const FormerNameView = z.object({ name: z.string(), shortName: z.string(), usedUntil: z.string() })

/** 公开待办、机构变动、曾用名. */
export const publishing = {
  tasks: defineRoute({
    method: 'GET',
    path: '/publishing-tasks',
    summary: '公开待办：将到期和逾期的信息、缺项和超期的公开事项、待发布的解读、机构变动后待更新的页面',
    access: 'staff',
    answer: z.array(PublishingTaskView),
  }),
  recordChange: defineRoute({
    method: 'POST',
    path: '/organ-changes',
    summary: '登记机构、领导、公开机构的变动；指南、机构职能、领导信息应当在五个工作日内更新',
    access: 'staff',
    body: z.object({
      kind: z
        .enum(Object.keys(ORGAN_CHANGES) as (keyof typeof ORGAN_CHANGES)[], '请选择变动的种类')
        .meta({ title: '变动的种类' }),
      happenedOn: Day.meta({ title: '变动的日期' }),
      note: z.string().trim().min(1).max(200).meta({ title: '变动的内容' }),
    }),
    answer: z.object({}),
  }),
  formerNames: defineRoute({
    method: 'GET',
    path: '/former-names',
    summary: '本机关的曾用名',
    access: 'staff',
    answer: z.array(FormerNameView),
  }),
  saveFormerName: defineRoute({
    method: 'POST',
    path: '/former-names',
    summary: '登记曾用名；机构改革前的文件写当时的名称',
    access: 'staff',
    body: z.object({
      name: z.string().trim().min(1).max(200).meta({ title: '曾用名' }),
      shortName: z.string().trim().max(60).default('').meta({ title: '简称' }),
      usedUntil: Day.meta({ title: '使用至' }),
    }),
    answer: z.object({}),
  }),
}

import {
  CATALOGUES,
  KEY_AREAS,
  LEGAL_ITEMS,
  PUBLISHING_CHANNELS,
  STARTER_ORGANS,
  UPDATE_CLASSES,
  UPDATE_PERIODS,
} from '@mingfu/law'
import { z } from 'zod'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]
const day = z.string().nullable()

export const CatalogueId = z.enum(keys(CATALOGUES), '请选择目录').meta({ title: '目录' })
export const DutyStateId = z.enum([
  'plan-missed',
  'missing',
  'stale',
  'ageing',
  'planned',
  'fresh',
  'optional',
])
export type DutyStateId = z.infer<typeof DutyStateId>

export const CatalogueVersionView = z.object({
  catalogue: CatalogueId,
  version: z.int(),
  state: z.enum(['draft', 'in-force', 'superseded']),
  source: z.enum(['file', 'starter', 'edit']),
  fileName: z.string(),
  entries: z.int(),
  madeAt: z.string(),
  madeBy: z.string(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
})
export type CatalogueVersionView = z.infer<typeof CatalogueVersionView>

const entry = {
  path: z.array(z.string()),
  contentRequired: z.string(),
  deadlineText: z.string(),
  basis: z.array(z.string()),
  responsibleUnit: z.string(),
  channels: z.record(z.string(), z.enum(['required', 'optional', 'none'])),
  audience: z.string(),
  mode: z.enum(['proactive', 'upon-request']),
  level: z.enum(['province', 'city-county', 'town', 'both']),
  updateClass: z.enum(keys(UPDATE_CLASSES)),
  period: z.enum(keys(UPDATE_PERIODS)).nullable(),
  legalItems: z.array(z.string()),
  isMandatory: z.boolean(),
  nodeId: z.string().nullable(),
  note: z.string(),
}

export const CatalogueEntryView = z.object(entry)
export type CatalogueEntryView = z.infer<typeof CatalogueEntryView>

export const CatalogueDutyView = z.object({
  entryId: z.string(),
  ...entry,
  items: z.int(),
  newestOn: day,
  plannedOn: day,
  planNote: z.string(),
  state: DutyStateId,
  /** Until when it counts as up to date, or the day of the plan. */
  dueOn: day,
})
export type CatalogueDutyView = z.infer<typeof CatalogueDutyView>

export const CatalogueEntryInput = z.object({
  path: z
    .array(z.string().trim().min(1).max(60))
    .min(1, '请填写公开事项')
    .max(3, '公开事项最多三级')
    .meta({ title: '公开事项' }),
  contentRequired: z.string().trim().min(1).max(1000).meta({ title: '公开内容（要素）' }),
  deadlineText: z.string().trim().min(1).max(200).meta({ title: '公开时限' }),
  basis: z
    .array(z.string().trim().min(1).max(300))
    .min(1, '请填写公开依据')
    .max(20)
    .meta({ title: '公开依据' }),
  responsibleUnit: z.string().trim().min(1).max(100).meta({ title: '公开主体' }),
  channels: z
    .partialRecord(z.enum(keys(PUBLISHING_CHANNELS)), z.enum(['required', 'optional', 'none']))
    .meta({ title: '公开渠道和载体' }),
  audience: z.string().trim().max(100).default('').meta({ title: '公开对象' }),
  mode: z.enum(['proactive', 'upon-request']).meta({ title: '公开方式' }),
  level: z.enum(['province', 'city-county', 'town', 'both']).meta({ title: '公开层级' }),
  updateClass: z.enum(keys(UPDATE_CLASSES)).meta({ title: '更新类别' }),
  period: z.enum(keys(UPDATE_PERIODS)).nullable().default(null).meta({ title: '更新周期' }),
  legalItems: z
    .array(z.enum(keys(LEGAL_ITEMS)))
    .min(1, '请选择法定事项')
    .meta({ title: '法定事项' }),
  isMandatory: z.boolean().default(true).meta({ title: '必须公开' }),
  nodeId: z.string().nullable().default(null).meta({ title: '对应栏目' }),
  note: z.string().trim().max(300).default('').meta({ title: '备注' }),
})

export const StarterPlanView = z.object({
  organ: z.enum(keys(STARTER_ORGANS)),
  added: z.array(z.object({ ...entry, columnTitle: z.string().nullable() })),
  met: z.array(z.object({ path: z.array(z.string()), by: z.array(z.string()) })),
  columns: z.array(z.object({ code: z.string(), title: z.string(), parentTitle: z.string().nullable() })),
})
export type StarterPlanView = z.infer<typeof StarterPlanView>

const LineNoteView = z.object({ where: z.string(), message: z.string() })

export const CataloguePreviewView = z.object({
  entries: z.array(CatalogueEntryView),
  faults: z.array(LineNoteView),
  warnings: z.array(LineNoteView),
  changes: z.object({ added: z.int(), kept: z.int(), changed: z.int(), removed: z.array(z.string()) }),
})
export type CataloguePreviewView = z.infer<typeof CataloguePreviewView>

export const TopicView = z.object({
  code: z.string(),
  title: z.string(),
  description: z.string(),
  isOpen: z.boolean(),
  sortOrder: z.int(),
  count: z.int(),
})
export type TopicView = z.infer<typeof TopicView>

export const KeyAreaView = z.object({
  areaId: z.enum(keys(KEY_AREAS)),
  label: z.string(),
  count: z.int(),
  newestOn: day,
  contents: z.array(z.object({ content: z.string(), target: z.string(), count: z.int(), newestOn: day })),
})
export type KeyAreaView = z.infer<typeof KeyAreaView>

export const PlacementView = z.object({
  kind: z.enum(['column', 'entry', 'topic', 'key-content']),
  target: z.string().min(1).max(200),
})
export type PlacementView = z.infer<typeof PlacementView>

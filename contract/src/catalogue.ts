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
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

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

const catalogueParams = z.object({ catalogue: CatalogueId })
const documentParams = z.object({ documentId: z.uuid('这条政府信息的地址不正确，请从列表进入') })

/** What a printed catalogue does not say. */
const defaults = z.object({
  updateClass: z.enum(keys(UPDATE_CLASSES)).nullish().meta({ title: '表中没有更新类别的，按' }),
  legalItem: z.enum(keys(LEGAL_ITEMS)).nullish().meta({ title: '表中没有法定事项的，按' }),
})

const entryParams = catalogueParams.extend({ entryId: z.uuid('这个公开事项的地址不正确，请从列表进入') })

const starter = z.object({
  /** None: what the organ is registered as. */
  organ: z.enum(keys(STARTER_ORGANS)).nullable().default(null).meta({ title: '机关类型' }),
  withColumns: z.boolean().default(true).meta({ title: '同时建立栏目' }),
})

const TABLES = ['xlsx', 'xls', 'et', 'docx', 'html'] as const

export const catalogue = {
  list: defineRoute({
    method: 'GET',
    path: '/catalogues',
    summary: '本机关的基本目录和标准目录的各个版本',
    access: 'staff',
    answer: z.array(CatalogueVersionView),
  }),
  duties: defineRoute({
    method: 'GET',
    path: '/catalogues/:catalogue/duties',
    summary: '目录的公开事项，各有多少现行信息、是否按时更新；不写版本的为现行版本',
    access: 'staff',
    params: catalogueParams,
    query: z.object({ version: z.coerce.number().int().min(1).optional() }),
    answer: z.object({ version: z.int().nullable(), duties: z.array(CatalogueDutyView) }),
  }),
  template: defineRoute({
    method: 'GET',
    path: '/catalogues/:catalogue/template',
    summary: '下载目录模板；已有现行版本的，内容已经填好',
    access: 'staff',
    params: catalogueParams,
  }),
  preview: defineRoute({
    method: 'POST',
    path: '/catalogues/:catalogue/preview',
    summary: '预览导入：逐行指出问题，列出与现行版本的差别，不保存',
    access: 'staff',
    params: catalogueParams,
    body: defaults,
    files: TABLES,
    perMinute: 30,
    answer: CataloguePreviewView,
  }),
  import: defineRoute({
    method: 'POST',
    path: '/catalogues/:catalogue/import',
    summary: '导入目录，作为待批准的新版本；有一处问题就整份不导入',
    access: 'staff',
    params: catalogueParams,
    body: defaults,
    files: TABLES,
    perMinute: 30,
    answer: z.object({ version: z.int(), entries: z.int() }),
  }),
  approve: defineRoute({
    method: 'POST',
    path: '/catalogues/:catalogue/approve',
    summary: '批准目录的新版本，自即时起施行并公开',
    access: 'staff',
    params: catalogueParams,
    body: z.object({ version: z.int() }),
    answer: z.object({}),
  }),
  previewStarter: defineRoute({
    method: 'POST',
    path: '/catalogues/:catalogue/starter/preview',
    summary: '预览从起步目录建立：要增加的事项和栏目、现有目录已经有的事项，不保存',
    access: 'staff',
    params: catalogueParams,
    body: starter,
    answer: StarterPlanView,
  }),
  buildFromStarter: defineRoute({
    method: 'POST',
    path: '/catalogues/:catalogue/starter',
    summary: '从起步目录建立：把缺少的事项加入现有目录，作为待批准的新版本',
    access: 'staff',
    params: catalogueParams,
    body: starter,
    answer: z.object({ version: z.int(), entries: z.int(), columns: z.int() }),
  }),
  addEntry: defineRoute({
    method: 'POST',
    path: '/catalogues/:catalogue/entries',
    summary: '在待批准的版本中增加公开事项；没有待批准版本的，从现行版本复制一版',
    access: 'staff',
    params: catalogueParams,
    body: CatalogueEntryInput,
    answer: z.object({ version: z.int(), entryId: z.string() }),
  }),
  saveEntry: defineRoute({
    method: 'PUT',
    path: '/catalogues/:catalogue/entries/:entryId',
    summary: '在待批准的版本中修改公开事项；现行版本不变',
    access: 'staff',
    params: entryParams,
    body: CatalogueEntryInput,
    answer: z.object({ version: z.int(), entryId: z.string() }),
  }),
  removeEntry: defineRoute({
    method: 'DELETE',
    path: '/catalogues/:catalogue/entries/:entryId',
    summary: '在待批准的版本中删去公开事项；现行版本不变',
    access: 'staff',
    params: entryParams,
    answer: z.object({ version: z.int() }),
  }),
  discard: defineRoute({
    method: 'POST',
    path: '/catalogues/:catalogue/discard',
    summary: '放弃待批准的版本；现行版本不变',
    access: 'staff',
    params: catalogueParams,
    body: z.object({ version: z.int() }),
    answer: z.object({}),
  }),
  entriesInForce: defineRoute({
    method: 'GET',
    path: '/catalogue-entries',
    summary: '各个现行目录的公开事项，供选择展示位置',
    access: 'staff',
    answer: z.array(z.object({ entryId: z.string(), catalogue: CatalogueId, path: z.array(z.string()) })),
  }),
  plan: defineRoute({
    method: 'PUT',
    path: '/catalogue-plans/:entryId',
    summary: '登记或者取消公开事项的公开计划',
    access: 'staff',
    params: z.object({ entryId: z.uuid('这个公开事项的地址不正确，请从列表进入') }),
    body: z.object({
      plannedOn: Day.nullable().default(null).meta({ title: '计划公开的日期' }),
      note: z.string().trim().max(200).default('').meta({ title: '说明' }),
    }),
    answer: z.object({}),
  }),
  keyAreas: defineRoute({
    method: 'GET',
    path: '/key-areas',
    summary: '重点领域的应公开内容，各有多少条信息',
    access: 'staff',
    answer: z.array(KeyAreaView),
  }),
  topics: defineRoute({
    method: 'GET',
    path: '/topics',
    summary: '热点专题',
    access: 'staff',
    answer: z.array(TopicView),
  }),
  saveTopic: defineRoute({
    method: 'PUT',
    path: '/topics/:code',
    summary: '设置热点专题：没有这个代码的新增，有的修改',
    access: 'staff',
    params: z.object({ code: z.string() }),
    body: z.object({
      title: z.string().trim().min(1).max(60).meta({ title: '专题名称' }),
      description: z.string().trim().max(300).default('').meta({ title: '专题说明' }),
      isOpen: z.boolean().default(true).meta({ title: '在门户展示' }),
      sortOrder: z.coerce.number().int().min(0).max(9999).default(0).meta({ title: '排列顺序' }),
    }),
    answer: z.object({}),
  }),
  placements: defineRoute({
    method: 'GET',
    path: '/documents/:documentId/placements',
    summary: '一条政府信息的其他展示位置',
    access: 'staff',
    params: documentParams,
    answer: z.array(PlacementView),
  }),
  place: defineRoute({
    method: 'PUT',
    path: '/documents/:documentId/placements',
    summary: '设置一条政府信息的其他展示位置；正文只有一份',
    access: 'staff',
    params: documentParams,
    body: z.object({ placements: z.array(PlacementView).max(60).meta({ title: '展示位置' }) }),
    answer: z.object({}),
  }),
}

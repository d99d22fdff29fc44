import { LEGAL_ITEMS, STARTER_ORGANS, UPDATE_CLASSES } from '@mingfu/law'
import { z } from 'zod'
import {
  CatalogueDutyView,
  CatalogueEntryInput,
  CatalogueId,
  CataloguePreviewView,
  CatalogueVersionView,
  KeyAreaView,
  PlacementView,
  StarterPlanView,
  TopicView,
} from './catalogue-views.ts'
import { Day } from './day.ts'
import { defineRoute } from './route.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]

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

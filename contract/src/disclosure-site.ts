import { type ContentKind, LEGAL_ITEMS } from '@mingfu/law'
import { z } from 'zod'
import { ContentKindId } from './document-words.ts'
import { defineRoute } from './route.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]
const line = (title: string, most: number) => z.string().trim().max(most).default('').meta({ title })
const moment = z.string().nullable()

export type CatalogueNodeView = {
  nodeId: string
  parentId: string | null
  code: string
  title: string
  description: string
  keywords: string
  columnType: string
  legalItem: string | null
  sortOrder: number
  kinds: ContentKind[]
  /** Published items in this column and those below it. */
  count: number
  newestAt: string | null
  children: CatalogueNodeView[]
}
export const CatalogueNodeView: z.ZodType<CatalogueNodeView> = z.object({
  nodeId: z.string(),
  parentId: z.string().nullable(),
  code: z.string(),
  title: z.string(),
  description: z.string(),
  keywords: z.string(),
  columnType: z.string(),
  legalItem: z.string().nullable(),
  sortOrder: z.int(),
  kinds: z.array(ContentKindId),
  count: z.int(),
  newestAt: moment,
  get children() {
    return z.array(CatalogueNodeView)
  },
})

export const CatalogueNodeInput = z.object({
  parentCode: z.string().nullable().default(null).meta({ title: '上级栏目' }),
  title: z.string().trim().min(1).max(40).meta({ title: '栏目名称' }),
  description: line('栏目说明', 300),
  keywords: line('栏目关键词', 200),
  columnType: z.string().trim().min(1).max(40).meta({ title: '栏目类别' }),
  legalItem: z.enum(keys(LEGAL_ITEMS)).nullable().default(null).meta({ title: '对应的法定主动公开内容' }),
  sortOrder: z.coerce.number().int().min(0).max(9999).default(0).meta({ title: '排列顺序' }),
  kinds: z.array(ContentKindId).default([]).meta({ title: '可以放的内容种类' }),
})

const paragraph = (title: string) => z.string().trim().max(5000).default('').meta({ title })

/** 政府信息公开指南, 条例第十二条第二款. */
export const GuideInput = z.object({
  classification: paragraph('政府信息的分类'),
  arrangement: paragraph('编排体系'),
  access: paragraph('获取方式'),
  readingPlaces: paragraph('查阅场所'),
  office: z.object({
    name: line('政府信息公开工作机构的名称', 100),
    address: line('办公地址', 200),
    hours: line('办公时间', 200),
    phone: line('联系电话', 60),
    fax: line('传真号码', 60),
    email: line('电子邮箱', 100),
    internet: line('互联网联系方式', 200),
    postcode: line('邮政编码', 10),
  }),
  applying: paragraph('申请的提出'),
  supervision: paragraph('监督和救济'),
})
export type GuideInput = z.infer<typeof GuideInput>

/** 网站页脚: what every page of the portal shows about who runs the site. */
export const SiteFooterInput = z.object({
  operator: line('承办单位', 100),
  phone: line('联系电话', 60),
  address: line('地址', 200),
  postcode: line('邮政编码', 10),
  icpNumber: line('ICP备案号', 60),
  policeRecord: line('公安备案号', 60),
  conacId: z
    .string()
    .trim()
    .regex(/^([0-9A-Fa-f]{32})?$/, '党政机关网站标识是32位的数字和字母')
    .default('')
    .meta({ title: '党政机关网站标识' }),
})
export type SiteFooterInput = z.infer<typeof SiteFooterInput>

/** Routes on what frames the documents: columns, the guide, the foot of every page. */
export const disclosureSite = {
  catalogue: defineRoute({
    method: 'GET',
    path: '/catalogue',
    summary: '本机关主动公开基本目录的栏目',
    access: 'staff',
    answer: z.array(CatalogueNodeView),
  }),
  saveColumn: defineRoute({
    method: 'PUT',
    path: '/catalogue/:code',
    summary: '设置目录栏目：没有这个代码的新增，有的修改',
    access: 'staff',
    params: z.object({ code: z.string() }),
    body: CatalogueNodeInput,
    answer: z.object({ nodeId: z.string() }),
  }),
  guide: defineRoute({
    method: 'GET',
    path: '/guide',
    summary: '本机关的政府信息公开指南；尚未编制的，版本为0',
    access: 'staff',
    answer: z.object({
      content: GuideInput,
      revisedOn: z.string().nullable(),
      version: z.int(),
    }),
  }),
  saveGuide: defineRoute({
    method: 'PUT',
    path: '/guide',
    summary: '修订政府信息公开指南；修订日期为当日',
    access: 'staff',
    body: GuideInput.extend({ version: z.int() }),
    answer: z.object({ version: z.int() }),
  }),
  siteFooter: defineRoute({
    method: 'GET',
    path: '/site-footer',
    summary: '网站页脚的信息',
    access: 'staff',
    answer: SiteFooterInput,
  }),
  saveSiteFooter: defineRoute({
    method: 'PUT',
    path: '/site-footer',
    summary: '设置网站页脚的信息',
    access: 'staff',
    body: SiteFooterInput,
    answer: z.object({}),
  }),
}

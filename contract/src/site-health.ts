import { z } from 'zod'
import { defineRoute } from './route.ts'

/** 网站健康的几个方面, in the order of the page. */
export const HEALTH_GROUP_WORDS = {
  veto: '单项否决指标',
  update: '内容更新',
  documents: '在网信息',
  links: '链接',
  interaction: '互动交流',
  site: '网站运行',
  duty: '工作保障',
} as const

const HealthGroup = z.enum(Object.keys(HEALTH_GROUP_WORDS) as (keyof typeof HEALTH_GROUP_WORDS)[])
const HealthState = z.enum(['good', 'warning', 'fault', 'veto', 'unmeasured'])
export type HealthState = z.infer<typeof HealthState>

export const HealthItemView = z.object({
  rule: z.string(),
  group: HealthGroup,
  label: z.string(),
  state: HealthState,
  figure: z.string(),
  since: z.string().nullable(),
  remedy: z.string(),
  text: z.string(),
  /** Articles, in words. */
  basis: z.string(),
  count: z.int(),
  findings: z.array(
    z.object({
      severity: z.enum(['veto', 'fault', 'warning']),
      text: z.string(),
      since: z.string().nullable(),
      href: z.string(),
    }),
  ),
})
export type HealthItemView = z.infer<typeof HealthItemView>

export const CheckedLinkView = z.object({
  linkId: z.string(),
  url: z.string(),
  outcome: z
    .enum(['ok', 'elsewhere', 'missing', 'failing', 'gone', 'unreachable', 'unsure', 'refused'])
    .nullable(),
  outcomeLabel: z.string(),
  remedy: z.string(),
  isFault: z.boolean(),
  status: z.int().nullable(),
  finalUrl: z.string().nullable(),
  error: z.string().nullable(),
  title: z.string().nullable(),
  knownTitle: z.string().nullable(),
  checkedAt: z.string().nullable(),
  failingSince: z.string().nullable(),
  jumpedAt: z.string().nullable(),
  usedBy: z.array(z.object({ documentId: z.string(), title: z.string(), words: z.string() })),
})
export type CheckedLinkView = z.infer<typeof CheckedLinkView>

const aYear = z.coerce.number().int().min(2018).max(2100)
const year = z.object({ year: aYear })
const quarter = z.object({ year: aYear, quarter: z.coerce.number().int().min(1).max(4) })

export const SelfCheckView = z.object({
  year: z.int(),
  quarter: z.int(),
  number: z.string(),
  checkedOn: z.string(),
  vetoes: z.int(),
  faults: z.int(),
  warnings: z.int(),
  remarks: z.string(),
  madeBy: z.string(),
  signedAt: z.string().nullable(),
  signedBy: z.string().nullable(),
  version: z.int(),
})
export type SelfCheckView = z.infer<typeof SelfCheckView>

export const WebsiteReportView = z.object({
  year: z.int(),
  figures: z.record(z.string(), z.string()),
  faults: z.array(z.string()),
  publishedAt: z.string().nullable(),
  publishedBy: z.string().nullable(),
  version: z.int(),
})
export type WebsiteReportView = z.infer<typeof WebsiteReportView>

export const siteHealth = {
  show: defineRoute({
    method: 'GET',
    path: '/site-health',
    summary: '网站健康：单项否决指标和各项监测规则的现状、起始日期、办法和所在',
    access: 'staff',
    answer: z.array(HealthItemView),
  }),
  links: defineRoute({
    method: 'GET',
    path: '/site-health/links',
    summary: '链接检查的结果，失效的在前，列出所在的信息',
    access: 'staff',
    query: z.object({ failing: z.literal('true').optional() }),
    answer: z.array(CheckedLinkView),
  }),
  acceptLink: defineRoute({
    method: 'POST',
    path: '/site-health/links/:linkId/accept',
    summary: '确认站外页面没有变质',
    access: 'staff',
    params: z.object({ linkId: z.string().regex(/^[0-9a-f]{32}$/, '这条链接的地址不正确，请从列表进入') }),
    answer: z.object({}),
  }),
  start: defineRoute({
    method: 'POST',
    path: '/site-health/checks',
    summary: '立即检查在网信息或者链接；平时每天夜里检查',
    access: 'staff',
    body: z.strictObject({ what: z.enum(['documents', 'links']).meta({ title: '检查的内容' }) }),
    answer: z.object({}),
  }),
  selfChecks: defineRoute({
    method: 'GET',
    path: '/site-health/self-checks',
    summary: '历次季度自查',
    access: 'staff',
    answer: z.array(SelfCheckView),
  }),
  makeSelfCheck: defineRoute({
    method: 'PUT',
    path: '/site-health/self-checks/:year/:quarter',
    summary: '生成季度自查；签字以前可以重新生成',
    access: 'staff',
    params: quarter,
    body: z.strictObject({
      remarks: z.string().trim().max(4000).default('').meta({ title: '整改安排' }),
    }),
    answer: z.object({ version: z.int() }),
  }),
  signSelfCheck: defineRoute({
    method: 'POST',
    path: '/site-health/self-checks/:year/:quarter/signature',
    summary: '在季度自查上签字，此后不再改动',
    access: 'staff',
    params: quarter,
    body: z.strictObject({ version: z.int() }),
    answer: z.object({ version: z.int() }),
  }),
  selfCheckFile: defineRoute({
    method: 'GET',
    path: '/site-health/self-checks/:year/:quarter/file',
    summary: '下载季度自查报告',
    access: 'staff',
    params: quarter,
    query: z.object({ type: z.enum(['pdf', 'docx']) }),
  }),
  websiteReport: defineRoute({
    method: 'GET',
    path: '/site-health/website-reports/:year',
    summary: '政府网站工作年度报表：系统统计的和填报的各项',
    access: 'staff',
    params: year,
    answer: WebsiteReportView,
  }),
  saveWebsiteReport: defineRoute({
    method: 'PUT',
    path: '/site-health/website-reports/:year',
    summary: '填写年度报表中系统没有记录的各项',
    access: 'staff',
    params: year,
    body: z.strictObject({ version: z.int(), given: z.record(z.string(), z.string().max(200)) }),
    answer: z.object({ version: z.int() }),
  }),
  publishWebsiteReport: defineRoute({
    method: 'POST',
    path: '/site-health/website-reports/:year/publication',
    summary: '在首页公布年度报表',
    access: 'staff',
    params: year,
    body: z.strictObject({ version: z.int() }),
    answer: z.object({ version: z.int() }),
  }),
  websiteReportFile: defineRoute({
    method: 'GET',
    path: '/site-health/website-reports/:year/file',
    summary: '下载年度报表',
    access: 'staff',
    params: year,
    query: z.object({ type: z.enum(['pdf', 'docx', 'xlsx']) }),
  }),
}

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
}

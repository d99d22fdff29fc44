import { type Citation, cite } from '../citation.ts'
import type { LegalItemCode } from './legal-item.ts'

type KeyArea = Readonly<{
  label: string
  items: readonly LegalItemCode[]
  norm: Citation | null
  publish: readonly string[]
}>

/** 重点领域: the eight that a district reports on, with the items they fall under and what to publish at the least. */
// biome-ignore format: a table
export const KEY_AREAS = {
  'power-list': { label: '行政权力清单', items: ['A20_05', 'A20_06'], norm: cite('openness-points-2016'),
    publish: ['事项', '依据', '实施机构', '程序', '监督电话', '调整记录'] },
  'public-funds': { label: '财政资金和公共资源配置', items: ['A20_07', 'A20_09'], norm: cite('resources-opinion'),
    publish: ['预算、决算', '专项资金', '住房保障', '土地使用权、矿业权', '政府采购', '国有产权', '工程建设项目招标投标'] },
  'major-projects': { label: '重大建设项目', items: ['A20_10'], norm: cite('construction-opinion'),
    publish: ['批准服务信息', '批准结果信息', '招标投标信息', '征收土地信息', '重大设计变更信息', '施工有关信息', '质量安全监督信息', '竣工有关信息'] },
  'public-services': { label: '公共服务', items: ['A20_05', 'A21_CITY_COUNTY_PUBLIC_SERVICE'], norm: cite('welfare-opinion'),
    publish: ['服务清单', '办理条件', '办理结果'] },
  environment: { label: '环境保护', items: ['A20_13'], norm: null,
    publish: ['环境影响评价受理、拟批准、批准公告', '环境监测', '行政处罚'] },
  'food-drugs': { label: '食品药品安全', items: ['A20_13'], norm: cite('grassroots-opinion'),
    publish: ['抽检结果', '行政处罚', '产品召回'] },
  'work-safety': { label: '安全生产', items: ['A20_13', 'A20_12'], norm: cite('grassroots-opinion'),
    publish: ['监督检查', '事故调查报告', '应急预案'] },
  employment: { label: '就业创业', items: ['A20_11'], norm: cite('grassroots-opinion'),
    publish: ['扶持政策', '补贴名单（去除个人信息）', '岗位信息'] },
} as const satisfies Record<string, KeyArea>

export type KeyAreaId = keyof typeof KEY_AREAS

import { cite } from '../citation.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import type { DeadlineRuleId } from './deadline-rule.ts'

/**
 * 内容种类 of what is published. Regulations and normative documents are counted in the annual report and have a life
 * of their own, so that their pages show whether they still hold.
 */
export const CONTENT_KINDS = {
  regulation: { label: '规章', hasValidity: true, deadline: 'general' },
  normative: { label: '行政规范性文件', hasValidity: true, deadline: 'general' },
  policy: { label: '其他政策文件', hasValidity: true, deadline: 'general' },
  interpretation: { label: '政策解读', hasValidity: false, deadline: 'interpretation' },
  system: { label: '工作制度', hasValidity: true, deadline: 'general' },
  organisation: { label: '机构职能', hasValidity: false, deadline: 'changed' },
  leaders: { label: '领导信息', hasValidity: false, deadline: 'changed' },
  service: { label: '办事指南', hasValidity: false, deadline: 'changed' },
  'power-list': { label: '行政权力清单', hasValidity: false, deadline: 'changed' },
  plan: { label: '规划计划', hasValidity: false, deadline: 'general' },
  statistics: { label: '统计信息', hasValidity: false, deadline: 'general' },
  licence: { label: '行政许可和其他对外管理服务结果', hasValidity: false, deadline: 'licence-penalty' },
  penalty: { label: '行政处罚、行政强制', hasValidity: false, deadline: 'licence-penalty' },
  budget: { label: '财政预算、决算', hasValidity: false, deadline: 'budget' },
  fee: { label: '行政事业性收费', hasValidity: false, deadline: 'changed' },
  procurement: { label: '政府采购', hasValidity: false, deadline: 'general' },
  project: { label: '重大建设项目', hasValidity: false, deadline: 'general' },
  livelihood: { label: '民生保障', hasValidity: false, deadline: 'general' },
  emergency: { label: '应急管理', hasValidity: false, deadline: 'general' },
  supervision: { label: '监督检查', hasValidity: false, deadline: 'general' },
  recruitment: { label: '公务员招考', hasValidity: false, deadline: 'general' },
  clarification: { label: '澄清回应', hasValidity: false, deadline: 'general' },
  gazette: { label: '政府公报', hasValidity: false, deadline: 'general' },
  announcement: { label: '公告公示', hasValidity: false, deadline: 'general' },
} as const satisfies Record<string, { label: string; hasValidity: boolean; deadline: DeadlineRuleId }>

export type ContentKind = keyof typeof CONTENT_KINDS

/** 规章制定权: whether an organ may put out something of this kind, whoever made it. */
export function mayHoldKind(
  kind: ContentKind,
  organ: Readonly<{ canMakeRegulations: boolean }>,
): Ruling<void> {
  if (kind !== 'regulation' || organ.canMakeRegulations) return grant(undefined)
  const reason = '本机关没有规章制定权，请改为“行政规范性文件”或者其他内容种类'
  return refuse('no-power-to-make-rules', reason, cite('legislation-law', 93))
}

/** The kinds an organ chooses from: 规章 only where the law lets it make them (立法法). */
export function kindsFor(organ: Readonly<{ canMakeRegulations: boolean }>): readonly ContentKind[] {
  return (Object.keys(CONTENT_KINDS) as ContentKind[]).filter((kind) => mayHoldKind(kind, organ).granted)
}

/** 撤回原因 by class, as the withdrawn page's address goes on to say it. */
export const WITHDRAWAL_REASONS = {
  wrong: '内容有误',
  personal: '涉及个人信息',
  'third-party': '涉及第三方合法权益',
  secrecy: '依法不应公开',
  duplicate: '重复发布',
  'period-over': '公示期满',
} as const satisfies Record<string, string>

export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS

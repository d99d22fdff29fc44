import { type Citation, cite } from '../citation.ts'
import type { ContentKind } from './content-kind.ts'

/** 文书档案的保管期限: 永久 and 定期, the latter 30 or 10 years. */
export const ARCHIVE_TERMS = ['永久', '30年', '10年'] as const

export type ArchiveTerm = (typeof ARCHIVE_TERMS)[number]

export type ArchiveTermRule = Readonly<{
  term: ArchiveTerm
  /** The line of the state's schedule that the kind belongs to. */
  category: string
  basis: Citation
}>

const SCHEDULE = cite('archive-terms')

/**
 * 保管期限 by kind, as the state's schedule groups documents of an organ. It is where an organ begins: each organ has a
 * schedule of its own, agreed to by its archives administration, which goes before this table.
 */
// biome-ignore format: a table
export const ARCHIVE_RETENTION: Readonly<Record<ContentKind, ArchiveTermRule>> = {
  regulation: kept('永久', '本机关制定的法规政策性文件'),
  normative: kept('永久', '本机关制定的法规政策性文件'),
  policy: kept('永久', '本机关制定的方针政策性、普发性业务文件'),
  interpretation: kept('30年', '一般业务文件'),
  system: kept('永久', '行政管理工作制度、程序、规定'),
  organisation: kept('永久', '机构设置、组织沿革'),
  leaders: kept('永久', '机构设置、人事任免'),
  service: kept('30年', '行政管理、执法活动中形成的文件'),
  'power-list': kept('永久', '行政管理工作制度、程序、规定'),
  plan: kept('永久', '中长期规划、纲要和年度计划'),
  statistics: kept('永久', '统计年报'),
  licence: kept('永久', '行政管理工作中形成的审批、审查、核准文件'),
  penalty: kept('30年', '行政管理、执法活动中形成的文件'),
  budget: kept('永久', '年度预算、决算'),
  fee: kept('30年', '行政管理、执法活动中形成的文件'),
  procurement: kept('30年', '采购、合同文件'),
  project: kept('永久', '重要业务问题的文件'),
  livelihood: kept('30年', '一般业务文件'),
  emergency: kept('永久', '重要业务问题的文件'),
  supervision: kept('30年', '执法检查情况汇总、通报'),
  recruitment: kept('30年', '人事工作文件'),
  clarification: kept('30年', '一般业务文件'),
  gazette: kept('永久', '本机关编辑、编写的文件'),
  announcement: kept('10年', '一般业务文件、工作信息'),
}

/** 保管期限 of a kind: the organ's own schedule goes before the table. */
export function archiveTermOf(
  kind: ContentKind,
  own: Readonly<Partial<Record<ContentKind, ArchiveTerm>>>,
): ArchiveTerm {
  return own[kind] ?? ARCHIVE_RETENTION[kind].term
}

function kept(term: ArchiveTerm, category: string): ArchiveTermRule {
  return { term, category, basis: SCHEDULE }
}

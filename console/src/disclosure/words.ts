import type { DocumentEventView, DocumentItemView } from '@mingfu/contract'
import {
  CONTENT_KINDS,
  citationText,
  DISCLOSURE_ATTRIBUTES,
  EXEMPTIONS,
  type ExemptionCode,
  GENRES,
  KEY_AREAS,
  LEGAL_ITEMS,
  type LegalItem,
  ORIGINS,
  PUBLICATION_STATES,
  PUBLISHING_EXEMPTIONS,
  VALIDITY_STATES,
} from '@mingfu/law'

type Option<Value extends string = string> = { value: Value; label: string }

function labelled<Key extends string>(table: Readonly<Record<Key, { label: string }>>): Option<Key>[] {
  return (Object.keys(table) as Key[]).map((value) => ({ value, label: table[value].label }))
}

export function optionsOf<Key extends string>(words: Readonly<Record<Key, string>>): Option<Key>[] {
  return (Object.keys(words) as Key[]).map((value) => ({ value, label: words[value] }))
}

export const KIND_OPTIONS = labelled(CONTENT_KINDS)
export const ORIGIN_OPTIONS = labelled(ORIGINS)
export const KEY_AREA_OPTIONS = labelled(KEY_AREAS)
export const VALIDITY_OPTIONS = labelled(VALIDITY_STATES)
/** 条例 第十四条至第十六条: what a document may be kept closed on. */
export const EXEMPTION_OPTIONS = PUBLISHING_EXEMPTIONS.map((value) => ({
  value,
  label: `${EXEMPTIONS[value].label}（${citationText(EXEMPTIONS[value].basis)}）`,
}))
export const ATTRIBUTE_OPTIONS = labelled(DISCLOSURE_ATTRIBUTES)
/** The genre is kept in its Chinese word, as the page prints it. */
export const GENRE_OPTIONS = Object.values(GENRES).map(({ label }) => ({ value: label, label }))

/** 条例第二十条各项, then 第二十一条 for cities and counties, then for townships; a standard catalogue is for both. */
export const LEGAL_ITEM_OPTIONS = [
  { label: '第二十条', options: legalItems('every') },
  { label: '第二十一条（设区的市级、县级）', options: legalItems('city-county') },
  { label: '第二十一条（乡镇）', options: legalItems('town') },
]

/** The same as far as an organ may choose from them: a township has the list of townships, everybody else the other. */
export function legalItemOptions(orgType: string | undefined) {
  const [every, cityCounty, town] = LEGAL_ITEM_OPTIONS
  return [every, orgType === 'township' ? town : cityCounty].filter((group) => group !== undefined)
}

export function exemptionLabel(code: string | null): string {
  return code !== null && code in EXEMPTIONS ? EXEMPTIONS[code as ExemptionCode].label : ''
}

function legalItems(level: LegalItem['level']): Option[] {
  return (Object.entries(LEGAL_ITEMS) as [string, LegalItem][])
    .filter(([, item]) => item.level === level)
    .map(([value, item]) => ({ value, label: item.label }))
}

export function legalItemLabel(code: string | null): string {
  const items: Readonly<Record<string, LegalItem>> = LEGAL_ITEMS
  return code === null ? '—' : (items[code]?.label ?? code)
}

export const STATE_OPTIONS = optionsOf(PUBLICATION_STATES)

export const STATE_COLORS: Readonly<Record<DocumentItemView['state'], string>> = {
  draft: 'default',
  submitted: 'processing',
  consulting: 'processing',
  referred: 'processing',
  reviewed: 'processing',
  approved: 'processing',
  scheduled: 'processing',
  published: 'success',
  returned: 'warning',
  withheld: 'default',
  withdrawn: 'error',
  archived: 'default',
}

export const EVENTS: Readonly<Record<DocumentEventView['kind'], string>> = {
  drafted: '拟制',
  edited: '修改内容',
  'file-attached': '上传附件',
  'file-removed': '移除附件',
  submitted: '提交审查',
  'level-passed': '审核通过',
  reviewed: '保密审查',
  'referral-answered': '收到确定意见',
  approved: '签发',
  scheduled: '定时发布',
  consulted: '征求意见',
  'consultation-answered': '收到意见',
  're-reviewed': '重新评估',
  returned: '退回',
  published: '发布',
  'published-urgently': '应急发布',
  'later-reviewed': '补审',
  'correction-drafted': '拟制更正',
  corrected: '更正',
  applied: '更正生效',
  withdrawn: '撤下',
  reopened: '重新评估，转为草稿',
  'validity-changed': '变更有效性',
  related: '关联文件',
  unrelated: '移除关联',
  'validity-kept': '核定有效性，维持不变',
  'interpretation-planned': '登记解读计划',
}

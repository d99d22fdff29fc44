import type { PlainDate } from '@mingfu/law'

/** 内容种类. Regulations and normative documents have a life of their own and are counted in the annual report. */
export const DOCUMENT_KINDS = {
  regulation: '规章',
  normative: '行政规范性文件',
  policy: '其他政策文件',
  interpretation: '政策解读',
  system: '工作制度',
  plan: '规划计划',
  statistics: '统计信息',
  licence: '行政许可和其他对外管理服务',
  penalty: '行政处罚、行政强制',
  budget: '财政预算、决算',
  project: '重大建设项目',
  announcement: '公告公示',
  organisation: '机构职能',
} as const satisfies Record<string, string>

export type DocumentKind = keyof typeof DOCUMENT_KINDS

/** 有效性, as the page prints it. */
export const VALIDITY = {
  'in-force': '有效',
  amended: '已修改',
  expired: '失效',
  repealed: '废止',
} as const satisfies Record<string, string>

export type Validity = keyof typeof VALIDITY

/** 公开属性. */
export const ATTRIBUTES = {
  proactive: '主动公开',
  'upon-request': '依申请公开',
  withheld: '不予公开',
} as const satisfies Record<string, string>

export type Attribute = keyof typeof ATTRIBUTES

/** 办理环节. `referred` waits for the competent department; `withheld` was judged not to be disclosed. */
export const DOCUMENT_STATES = {
  draft: '起草',
  submitted: '待保密审查',
  referred: '报请确定中',
  reviewed: '待签发',
  approved: '待发布',
  published: '已发布',
  returned: '已退回',
  withheld: '审查后不予公开',
  withdrawn: '已撤回',
} as const satisfies Record<string, string>

export type DocumentState = keyof typeof DOCUMENT_STATES

export const RELATION_KINDS = {
  repeals: '废止',
  amends: '修改',
  replaces: '代替',
  interprets: '解读',
} as const satisfies Record<string, string>

export type RelationKind = keyof typeof RELATION_KINDS

/** Why something was taken down, as its old address says it. */
export const WITHDRAWAL_REASONS = {
  wrong: '内容有误',
  personal: '涉及个人信息',
  'third-party': '涉及第三方合法权益',
  secrecy: '依法不应公开',
  duplicate: '重复发布',
} as const satisfies Record<string, string>

export type WithdrawalReason = keyof typeof WITHDRAWAL_REASONS

/** What a drafter writes. The text is HTML and is cleaned before it is kept. */
export type DocumentContent = Readonly<{
  kind: DocumentKind
  nodeId: string | null
  title: string
  documentNumber: string | null
  genre: string | null
  issuer: string
  topicCategory: string | null
  /** 第二十条、第二十一条的项: A20_01. */
  legalItem: string
  keyAreas: readonly string[]
  keywords: readonly string[]
  summary: string
  source: string
  registrationNumber: string | null
  writtenOn: PlainDate
  effectiveOn: PlainDate | null
  /** 有效期至: the last day it applies. */
  expiresOn: PlainDate | null
  attribute: Attribute
  attributeReason: string | null
  html: string
}>

export type Attachment = Readonly<{
  fileId: string
  title: string
  name: string
  mediaType: string
  sizeBytes: number
  sha256: string
  sm3: string
}>

/** 有效性 on a day: a stated validity that ran out counts although nobody marked it, a repeal to come does not yet. */
export function validityOn(
  document: Readonly<{ validity: Validity; validityChangedOn: PlainDate | null; expiresOn: PlainDate | null }>,
  day: PlainDate,
): Validity {
  const { validity, validityChangedOn, expiresOn } = document
  const marked = validityChangedOn === null || validityChangedOn <= day ? validity : 'in-force'
  if ((marked === 'in-force' || marked === 'amended') && expiresOn !== null && expiresOn < day) return 'expired'
  return marked
}

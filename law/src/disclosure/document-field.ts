import { type Citation, cite } from '../citation.ts'
import type { ContentKind } from './content-kind.ts'

type FieldRow = Readonly<{
  label: string
  /** Other words that pages and tables use for it. */
  variants: readonly string[]
  basis: Citation | null
}>

const R12 = cite('regulation', 12, 3)
const SITE = cite('website-guidelines')

/** 文件要素: the head of a document page, each with the words it goes by. */
// biome-ignore format: a table
export const DOCUMENT_FIELDS = {
  indexNumber:        field('索引号', R12, '索引'),
  topicCategory:      field('主题分类', SITE, '分类', '信息分类'),
  catalogueNode:      field('组配分类', R12, '目录分类', '公开目录'),
  genre:              field('体裁分类', null, '文种'),
  issuer:             field('发文机关', SITE, '发布机构', '发文单位'),
  title:              field('标题', R12, '名称'),
  documentNumber:     field('发文字号', SITE, '文号', '文件编号'),
  writtenOn:          field('成文日期', R12, '生成日期', '产生日期'),
  publishedAt:        field('发布日期', SITE, '发布时间'),
  effectiveOn:        field('施行日期', null, '生效日期'),
  expiresOn:          field('有效期届满日', null, '废止时间', '失效日期'),
  validity:           field('有效性', SITE, '效力状态'),
  registrationNumber: field('登记号', null, '三统一编号', '规范性文件登记号'),
  keywords:           field('关键词', null, '主题词'),
  summary:            field('内容概述', R12, '摘要'),
  attribute:          field('公开属性', cite('openness-rules'), '公开方式'),
  legalItem:          field('条例事项', cite('regulation', 20)),
  source:             field('来源', SITE, '信息来源'),
} as const satisfies Record<string, FieldRow>

export type DocumentField = keyof typeof DOCUMENT_FIELDS

/** What every catalogue item shows, whatever it is: index, title, summary, day (条例 第十二条), and who stands behind it. */
const EVERY: readonly DocumentField[] = [
  'indexNumber',
  'title',
  'summary',
  'writtenOn',
  'issuer',
  'catalogueNode',
  'attribute',
  'legalItem',
  'publishedAt',
  'source',
]

/** 必备要素 of a kind beyond those of every item; what else it has to say stands in its content form. */
// biome-ignore format: a table
const OWN_FIELDS: Partial<Record<ContentKind, readonly DocumentField[]>> = {
  regulation: ['documentNumber', 'validity', 'effectiveOn', 'topicCategory'],
  normative:  ['documentNumber', 'validity', 'topicCategory', 'registrationNumber'],
  policy:     ['documentNumber', 'topicCategory'],
  system:     ['documentNumber', 'validity'],
  livelihood: ['topicCategory'],
}

/** 必备要素: the fields that a published item of a kind has to show, in the order of the page head. */
export function requiredFields(kind: ContentKind): readonly DocumentField[] {
  const own: readonly DocumentField[] = OWN_FIELDS[kind] ?? []
  return (Object.keys(DOCUMENT_FIELDS) as DocumentField[]).filter(
    (name) => EVERY.includes(name) || own.includes(name),
  )
}

/** Filled by the program when an item goes out, and by what happens to it after. */
const BY_THE_PROGRAM: readonly DocumentField[] = ['indexNumber', 'publishedAt', 'validity']

/** What is left to write: what `stops` an item, and what somebody is `toCheck`, for a document may have none. */
export type MissingFields = Readonly<{
  stops: readonly DocumentField[]
  toCheck: readonly DocumentField[]
}>

/**
 * 必备要素 that a drafter left blank. What every item shows stops it; what the texts ask of its kind alone, such as a
 * number, is for a look. What the program fills itself is never missing.
 */
export function missingFields(
  kind: ContentKind,
  values: Readonly<Partial<Record<DocumentField, string | null>>>,
): MissingFields {
  const missing = requiredFields(kind).filter(
    (name) => !BY_THE_PROGRAM.includes(name) && (values[name] ?? '').trim() === '',
  )
  return {
    stops: missing.filter((name) => EVERY.includes(name)),
    toCheck: missing.filter((name) => !EVERY.includes(name) && DOCUMENT_FIELDS[name].basis !== null),
  }
}

/** 发布台账 shows at the least. */
export const PUBLISH_LEDGER_FIELDS = ['标题', '发布时间', '发布人', '审核人'] as const

function field(label: string, basis: Citation | null, ...variants: string[]): FieldRow {
  return { label, basis, variants }
}

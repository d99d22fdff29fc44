import { KEY_AREAS, LEGAL_ITEMS, ORIGINS, PROOF_ITEMS } from '@mingfu/law'
import { z } from 'zod'
import { Day } from './day.ts'
import { ContentKindId, DisclosureAttributeId, ExemptionId } from './document-words.ts'

const keys = <Key extends string>(table: Readonly<Record<Key, unknown>>) => Object.keys(table) as Key[]
const line = (title: string, most: number) => z.string().trim().max(most).default('').meta({ title })
const lineOrNull = (title: string, most: number) =>
  z.string().trim().max(most).nullable().default(null).meta({ title })
const dayOrNull = (title: string) => Day.nullable().default(null).meta({ title })

const cellText = z.string().max(4000, '每一栏不超过4000字')

/** 内容表单: what the kind asks for, by the names of law's table of forms; the server keeps what belongs to the kind. */
export const ContentFormInput = z
  .record(
    z.string().max(40),
    z.union([
      cellText,
      z.array(z.string().max(100)).max(40),
      z.array(z.record(z.string().max(40), cellText)).max(500, '表格不超过500行，更多的请作为附件'),
    ]),
  )
  .default({})
  .meta({ title: '内容表单' })

/** What a drafter fills in. A draft may lack much; what a review needs is asked for when it is submitted. */
export const DocumentInput = z.object({
  kind: ContentKindId,
  nodeId: z.uuid().nullable().default(null).meta({ title: '目录栏目' }),
  title: z.string().trim().min(1).max(200).meta({ title: '标题' }),
  documentNumber: lineOrNull('发文字号', 60),
  genre: lineOrNull('文种', 20),
  issuer: line('发布机构', 200),
  topicCategory: lineOrNull('主题分类', 60),
  legalItem: z.enum(keys(LEGAL_ITEMS)).meta({ title: '法定主动公开内容' }),
  keyAreas: z
    .array(z.enum(keys(KEY_AREAS)))
    .default([])
    .meta({ title: '重点领域' }),
  keywords: z.array(z.string().trim().min(1).max(30)).max(20).default([]).meta({ title: '主题词' }),
  summary: line('内容概述', 300),
  source: line('信息来源', 200),
  registrationNumber: lineOrNull('规范性文件登记号', 60),
  writtenOn: Day.meta({ title: '成文日期' }),
  effectiveOn: dayOrNull('施行日期'),
  expiresOn: dayOrNull('有效期至'),
  attribute: DisclosureAttributeId,
  attributeReason: lineOrNull('不主动公开的依据和理由', 500),
  exemption: ExemptionId,
  earlyEffectReason: lineOrNull('自以前的日期起施行的原因', 200),
  legalBasis: lineOrNull('要求公开的法律、法规、规章', 200),
  unpublishOn: dayOrNull('公示期满撤下'),
  correctionNote: lineOrNull('更正说明', 500),
  origin: z.enum(keys(ORIGINS)).default('made').meta({ title: '信息来源方式' }),
  originOrgan: lineOrNull('牵头（制作）机关', 200),
  coIssuers: z.array(z.string().trim().min(1).max(200)).max(40).default([]).meta({ title: '联合发文机关' }),
  form: ContentFormInput,
  html: z.string().max(500_000, '正文过长，请把表格、名单改为附件').default('').meta({ title: '正文' }),
})
export type DocumentInput = z.infer<typeof DocumentInput>

export const ProofItems = z
  .array(z.enum(keys(PROOF_ITEMS)))
  .optional()
  .meta({ title: '校对' })

export const SecrecyAnswerInput = z.object({
  answer: z.enum(['yes', 'no', 'unsure']),
  /** How a yes that does not bar disclosure was dealt with. */
  settled: z.string().trim().max(500).default(''),
})

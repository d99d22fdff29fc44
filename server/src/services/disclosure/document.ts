import type {
  ContentForm,
  ContentKind,
  DisclosureAttribute,
  ExemptionCode,
  OriginKind,
  PlainDate,
} from '@mingfu/law'

/** What a drafter writes. The text is HTML and is cleaned before it is kept. */
export type DocumentContent = Readonly<{
  kind: ContentKind
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
  attribute: DisclosureAttribute
  attributeReason: string | null
  /** 不公开的法定理由的种类. */
  exemption: ExemptionCode | null
  /** Why it takes effect before its own day. */
  earlyEffectReason: string | null
  /** 第二十条第（十五）项: which law asks for it. */
  legalBasis: string | null
  /** 公示期满撤下: the last day it stays up. */
  unpublishOn: PlainDate | null
  /** 更正说明, public, of a text that takes the place of one already published. */
  correctionNote: string | null
  /** 信息来源 (条例 第十条). */
  origin: OriginKind
  /** The organ that led the making, or made it. */
  originOrgan: string | null
  coIssuers: readonly string[]
  /** 内容表单 of the kind. */
  form: ContentForm
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

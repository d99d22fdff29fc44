import { type Citation, cite } from '../citation.ts'

/** 公开属性, fixed at the source while a document is drafted, with the words printed at its lower left. */
export const DISCLOSURE_ATTRIBUTES = {
  proactive: { label: '主动公开', mark: '（此件公开发布）', needsGround: false },
  'upon-request': { label: '依申请公开', mark: '（此件依申请公开）', needsGround: true },
  withheld: { label: '不予公开', mark: '（此件不予公开）', needsGround: true },
} as const satisfies Record<string, { label: string; mark: string; needsGround: boolean }>

export type DisclosureAttribute = keyof typeof DISCLOSURE_ATTRIBUTES

/** 源头认定: 国办发〔2016〕80号 asks for one attribute with every draft, and for a legal reason where it is not open. */
export const SOURCE_ATTRIBUTION: Citation = cite('openness-rules')

import { type Citation, cite } from '../citation.ts'
import type { ContentKind } from './content-kind.ts'

/** 公开属性, fixed at the source while a document is drafted, with the words printed at its lower left. */
export const DISCLOSURE_ATTRIBUTES = {
  proactive: { label: '主动公开', mark: '（此件公开发布）', needsGround: false },
  'upon-request': { label: '依申请公开', mark: '（此件依申请公开）', needsGround: true },
  withheld: { label: '不予公开', mark: '（此件不予公开）', needsGround: true },
} as const satisfies Record<string, { label: string; mark: string; needsGround: boolean }>

export type DisclosureAttribute = keyof typeof DISCLOSURE_ATTRIBUTES

/** 源头认定: 国办发〔2016〕80号 asks for one attribute with every draft, and for a legal reason where it is not open. */
export const SOURCE_ATTRIBUTION: Citation = cite('openness-rules')

/** Documents that make or explain policy: keeping one of them closed is not for the drafter alone. */
const POLICY_KINDS: readonly ContentKind[] = ['regulation', 'normative', 'policy']

/** 拟不公开的政策文件: goes to the disclosure office before it is approved (国办发〔2016〕80号). */
export function needsOfficeOpinion(kind: ContentKind, attribute: DisclosureAttribute): boolean {
  return attribute !== 'proactive' && POLICY_KINDS.includes(kind)
}

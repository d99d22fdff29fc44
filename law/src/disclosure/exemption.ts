import { type Citation, cite, citeItem } from '../citation.ts'
import type { DenialCode } from '../decision/content-field.ts'
import { INTERNAL_KINDS, PROCESS_KINDS, SAFETY_INTERESTS, THIRD_PARTY_INTERESTS } from '../decision/kinds.ts'

/**
 * How hard a ground binds: a ban, a ban that consent or the public interest lifts, a discretion, or a pointer that
 * exists for applications only.
 */
export type ExemptionStrength = 'must-not' | 'must-not-unless' | 'may' | 'applications-only'

export type Exemption = Readonly<{
  label: string
  strength: ExemptionStrength
  basis: Citation
  /** The closed list of kinds that a reason has to choose from. */
  kinds: readonly string[]
  /** The outcome of an application that rests on the same ground. */
  outcome: DenialCode
}>

/** 不予公开的理由: one list for publishing, for applications and for the rows of （三）不予公开. */
export const EXEMPTIONS = {
  'state-secret': {
    label: '属于国家秘密',
    strength: 'must-not',
    basis: cite('regulation', 14),
    kinds: [],
    outcome: 'deny-state-secret',
  },
  'law-prohibited': {
    label: '其他法律行政法规禁止公开',
    strength: 'must-not',
    basis: cite('regulation', 14),
    kinds: [],
    outcome: 'deny-law-forbids',
  },
  'security-stability': {
    label: '危及“三安全一稳定”',
    strength: 'must-not',
    basis: cite('regulation', 14),
    kinds: Object.values(SAFETY_INTERESTS),
    outcome: 'deny-safety',
  },
  'third-party': {
    label: '保护第三方合法权益',
    strength: 'must-not-unless',
    basis: cite('regulation', 15),
    kinds: Object.values(THIRD_PARTY_INTERESTS),
    outcome: 'deny-third-party',
  },
  'internal-affairs': {
    label: '属于三类内部事务信息',
    strength: 'may',
    basis: cite('regulation', 16, 1),
    kinds: Object.values(INTERNAL_KINDS),
    outcome: 'deny-internal',
  },
  process: {
    label: '属于四类过程性信息',
    strength: 'may',
    basis: cite('regulation', 16, 2),
    kinds: Object.values(PROCESS_KINDS),
    outcome: 'deny-process',
  },
  'enforcement-file': {
    label: '属于行政执法案卷',
    strength: 'may',
    basis: cite('regulation', 16, 2),
    kinds: [],
    outcome: 'deny-enforcement-file',
  },
  'statutory-query': {
    label: '属于行政查询事项',
    strength: 'applications-only',
    basis: citeItem('regulation', 36, 7),
    kinds: [],
    outcome: 'deny-admin-query',
  },
} as const satisfies Record<string, Exemption>

export type ExemptionCode = keyof typeof EXEMPTIONS

/** The grounds that may be given when a document is not published. */
export const PUBLISHING_EXEMPTIONS = (Object.keys(EXEMPTIONS) as ExemptionCode[]).filter(
  (code) => EXEMPTIONS[code].strength !== 'applications-only',
)

import { type Citation, cite } from '../citation.ts'
import type { DenialCode, NOT_GOVERNMENT_INFORMATION } from './content-field.ts'

/** 遮盖依据: why a part of a document may be painted over; the rest of it is owed (条例 第三十七条). */
export type RedactionGround = Exclude<DenialCode, 'deny-admin-query'> | typeof NOT_GOVERNMENT_INFORMATION

// biome-ignore format: a table
export const REDACTION_GROUNDS = {
  'deny-state-secret':          { label: '国家秘密',           basis: cite('regulation', 14) },
  'deny-law-forbids':           { label: '法律、行政法规禁止公开', basis: cite('regulation', 14) },
  'deny-safety':                { label: '危及“三安全一稳定”',  basis: cite('regulation', 14) },
  'deny-third-party':           { label: '商业秘密、个人隐私',   basis: cite('regulation', 15) },
  'deny-internal':              { label: '内部事务信息',        basis: cite('regulation', 16, 1) },
  'deny-process':               { label: '过程性信息',          basis: cite('regulation', 16, 2) },
  'deny-enforcement-file':      { label: '行政执法案卷信息',     basis: cite('regulation', 16, 2) },
  'not-government-information': { label: '不属于政府信息的内容', basis: cite('regulation', 37) },
} as const satisfies Record<RedactionGround, Readonly<{ label: string; basis: Citation }>>
